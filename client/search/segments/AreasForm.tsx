import { useMemo, useState } from 'react'
import type { Body } from '../../../shared/board/commands.ts'
import { pointInside } from '../../../shared/geo/ring-shapes.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { type LineKind, lineKinds } from '../../../shared/search/segments/ground-types.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import { askServer, type HttpRefusal } from '../../net/ask-server.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { type AreasInFile, fittingAreas, lettersFor } from './areas.ts'
import { FileButton } from './FileButton.tsx'
import type { FileFormProps } from './FilesForm.tsx'
import { readFile } from './read-file.ts'
import { SegmentSize } from './SegmentSize.tsx'
import { useSegmentEffort } from './segment-effort.ts'

const nothing: AreasInFile = { areas: [], leftOut: [] }
/** A command is at most 64 kB. */
const pointsAtOnce = 900

/** Outlines of a file become segments, open lines roads or streams; they are shown on the map first. */
export function AreasForm({ search: { operation, segments }, head, onClose }: FileFormProps) {
  const { t } = useDeskWords()
  const ask = useAsk(`areas:${operation.id}`)
  const people = useSegmentEffort((effort) => effort.people)
  const [name, setName] = useState<string | null>(null)
  const [found, setFound] = useState(nothing)
  const [kind, setKind] = useState<LineKind | 'none'>('road')
  const [refusal, setRefusal] = useState<Omit<HttpRefusal, 'ok'> | null>(null)
  const [busy, setBusy] = useState(false)
  const letters = useMemo(
    () =>
      lettersFor(
        found.areas,
        segments.map(({ letter }) => letter),
      ),
    [found, segments],
  )
  const lines = kind === 'none' ? [] : (found.lines ?? [])
  useShapes(
    'areas-form',
    useMemo(
      (): Shape[] => [
        ...found.areas.map(
          ({ ring }, i): Shape => ({
            ...{ kind: 'area', id: `draft-${i}`, ring, letter: letters[i] ?? '' },
            selected: true,
          }),
        ),
        ...(kind === 'none' ? [] : (found.lines ?? [])).map(
          ({ path }, i): Shape => ({
            ...{ kind: 'line', id: `draft-line-${i}`, of: kind === 'none' ? 'other' : kind, path },
            selected: true,
          }),
        ),
      ],
      [found, letters, kind],
    ),
  )
  async function look(file: File) {
    setName(file.name)
    setBusy(true)
    const sent = await readFile(file)
    const answer = isRefusal(sent)
      ? { ok: false as const, ...sent }
      : await askServer<AreasInFile>('POST', '/api/search/areas', sent)
    setBusy(false)
    setRefusal(answer.ok ? null : answer)
    setFound(answer.ok ? fittingAreas(answer.answer, operation.perimeter, segments) : nothing)
  }
  async function bring() {
    for (const [i, area] of found.areas.entries()) {
      const letter = letters[i] ?? ''
      const answer = await ask.give('PlanPlace', {
        ...{ operation: operation.id, kind: 'segment', letter, name: area.name || letter, ring: area.ring },
        ...{ slots: Array.from({ length: people }, () => ({})), minimum: 1, poa: null },
        meeting: { at: pointInside(area.ring), time: null },
      })
      if (answer.ok) continue
      // What is planned already would be refused as taken.
      setFound({ ...found, areas: found.areas.slice(i) })
      return
    }
    if (kind !== 'none')
      for (const some of inPieces(lines.map((line) => ({ kind, ...line })))) {
        const answer = await ask.give('AddSearchLines', { operation: operation.id, lines: some })
        if (!answer.ok) return setFound({ ...found, areas: [] })
      }
    onClose()
  }
  const count = found.areas.length
  const nothingToBring = count + lines.length === 0
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:files')}
      submit={
        count > 0
          ? t('search:areas-bring', { count })
          : lines.length > 0
            ? t('search:lines-bring', { count: lines.length })
            : t('search:areas-bring-none')
      }
      sending={busy || ask.sending.length > 0 || nothingToBring}
      onSubmit={() => void bring()}
      onClose={onClose}
    >
      {head}
      <p className="dim small">{t('search:areas-hint')}</p>
      <div data-first="">
        <FileButton accept=".gpx,.kml,.kmz,.geojson,.json" name={name} onFile={(file) => void look(file)} />
      </div>
      {refusal && <Refusal refusal={refusal} />}
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      {count > 0 && (
        <SegmentSize
          width={operation.search?.sweepWidth.metres ?? 0}
          segments={found.areas.map(({ name: of, ring, clipped }, i) => ({
            ...{ letter: letters[i] ?? '', name: of, ring },
            ...(clipped && { note: t('search:clipped') }),
          }))}
        />
      )}
      {found.lines && (
        <Select
          label={t('search:lines-in-file', { count: found.lines.length })}
          hint={t('search:lines-hint')}
          options={[
            ...lineKinds.map((one) => ({ value: one, label: t(`search:line.${one}`) })),
            { value: 'none' as const, label: t('search:line.none') },
          ]}
          value={kind}
          onChange={setKind}
        />
      )}
      {found.leftOut.length > 0 && (
        <>
          <SectionHead title={t('search:areas-left-out')} count={found.leftOut.length} />
          <ul className="small">
            {found.leftOut.map(({ name: of, ...why }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand twice in a file
              <li key={i}>
                {of && <b>{of}: </b>}
                {refusalText(t, why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </SideForm>
  )
}

type SentLine = Body<'AddSearchLines'>['lines'][number]

function inPieces(lines: SentLine[]): SentLine[][] {
  const pieces: SentLine[][] = []
  let points = Number.POSITIVE_INFINITY
  for (const line of lines) {
    points += line.path.length
    if (points > pointsAtOnce) {
      pieces.push([])
      points = line.path.length
    }
    pieces.at(-1)?.push(line)
  }
  return pieces
}
