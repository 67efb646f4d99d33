import { useMemo, useState } from 'react'
import { ringArea } from '../../shared/geo/ring-measure.ts'
import { pointInside } from '../../shared/geo/ring-shapes.ts'
import { number } from '../../shared/i18n/format.ts'
import { useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import { askServer, type HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { useAsk } from '../store/use-store.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { type AreasInFile, lettersFor } from './areas.ts'
import { FileButton } from './FileButton.tsx'
import type { FileFormProps } from './FilesForm.tsx'
import styles from './search.module.css'
import { useSearchDesk } from './search-desk.ts'

const nothing: AreasInFile = { areas: [], leftOut: [] }

/** Outlines of a file become segments; they are shown on the map first. */
export function AreasForm({ search: { operation, segments }, head, onClose }: FileFormProps) {
  const { t, language } = useDeskWords()
  const ask = useAsk(`areas:${operation.id}`)
  const { people } = useSearchDesk((desk) => desk.effort)
  const [name, setName] = useState<string | null>(null)
  const [found, setFound] = useState(nothing)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const [busy, setBusy] = useState(false)
  const letters = useMemo(
    () =>
      lettersFor(
        found.areas,
        segments.map(({ letter }) => letter),
      ),
    [found, segments],
  )
  useShapes(
    'areas-form',
    useMemo(
      () =>
        found.areas.map(
          ({ ring }, i): Shape => ({
            ...{ kind: 'area', id: `draft-${i}`, ring, letter: letters[i] ?? '' },
            selected: true,
          }),
        ),
      [found, letters],
    ),
  )
  async function look(file: string, text: string) {
    setName(file)
    setBusy(true)
    const answer = await askServer<AreasInFile>('POST', '/api/search/areas', { text })
    setBusy(false)
    setRefusal(answer.ok ? null : answer)
    setFound(answer.ok ? answer.answer : nothing)
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
    onClose()
  }
  const count = found.areas.length
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:files')}
      submit={count === 0 ? t('search:areas-bring-none') : t('search:areas-bring', { count })}
      sending={busy || ask.sending.length > 0 || count === 0}
      onSubmit={() => void bring()}
      onClose={onClose}
    >
      {head}
      <p className="dim small">{t('search:areas-hint')}</p>
      <div data-first="">
        <FileButton
          accept=".gpx,.kml,.geojson,.json"
          name={name}
          onFile={(file, text) => void look(file, text)}
        />
      </div>
      {refusal && <Refusal refusal={refusal} />}
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      {count > 0 && (
        <dl className={styles.formula}>
          {found.areas.map((area, i) => (
            <div key={letters[i]} style={{ display: 'contents' }}>
              <dt className="clip">
                <b>{letters[i]}</b> {area.name}
              </dt>
              <dd className="num">
                {number(ringArea(area.ring) / 1e6, language, 2)} {t('search:km2')}
              </dd>
            </div>
          ))}
        </dl>
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
