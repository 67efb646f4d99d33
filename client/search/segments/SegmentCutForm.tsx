import { useMemo, useState } from 'react'
import { cutRing } from '../../../shared/geo/cut-ring.ts'
import { polylineLength } from '../../../shared/geo/distance.ts'
import { distance } from '../../../shared/i18n/format.ts'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { cutLimits, partLetters } from '../../../shared/search/segments/segment-parts.ts'
import { select, useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Checkbox } from '../../ui/Fields.tsx'
import { Empty } from '../../ui/Panel.tsx'
import type { SearchBoard } from '../use-search.ts'
import { SegmentSize } from './SegmentSize.tsx'

interface SegmentCutFormProps {
  search: SearchBoard
  place: Place
  onClose(): void
}

/** Cuts a segment along roads and streams; what comes of it is on the map and measured before it is done. */
export function SegmentCutForm({ search: { operation, segments }, place, onClose }: SegmentCutFormProps) {
  const { t, language } = useDeskWords()
  const ask = useAsk(`cut:${place.id}`)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const lines = operation.search?.lines
  // Lines that do not come near it cannot cut it.
  const near = useMemo(
    () =>
      (lines ?? []).filter(({ path }) => {
        const parts = cutRing(place.ring ?? [], [path], { ...cutLimits, minArea: 0 })
        return !parts || parts.length > 1
      }),
    [lines, place.ring],
  )
  const others = useMemo(() => (lines ?? []).filter((line) => !near.includes(line)), [lines, near])
  const cut = useMemo(() => {
    const paths = (lines ?? []).filter(({ id }) => chosen.includes(id)).map(({ path }) => path)
    return cutRing(place.ring ?? [], paths, cutLimits)
  }, [lines, chosen, place.ring])
  const letters = useMemo(() => {
    const count = cut?.length ?? 0
    const taken = segments.map(({ letter }) => letter)
    const named = partLetters(place.letter, count, taken)
    return isRefusal(named) ? [] : named
  }, [cut, place.letter, segments])
  const parts = cut && cut.length > 1 ? cut : []
  useShapes(
    'cut-form',
    useMemo(
      (): Shape[] => [
        ...parts.map(
          (ring, i): Shape => ({
            ...{ kind: 'area', id: `draft-part-${i}`, ring, letter: letters[i] ?? '' },
            selected: true,
          }),
        ),
        ...(lines ?? []).map(
          ({ id, kind, path }): Shape => ({
            ...{ kind: 'line', id: `draft-${id}`, of: kind, path },
            selected: chosen.includes(id),
          }),
        ),
      ],
      [parts, letters, lines, chosen],
    ),
  )
  async function submit() {
    const answer = await ask.give('CutSegment', { place: place.id, lines: [...chosen] })
    if (!answer.ok) return
    select({ kind: 'operation', id: operation.id })
    onClose()
  }
  const choice = (list: typeof near) =>
    list.map(({ id, kind, name, path }) => (
      <Checkbox
        key={id}
        label={
          <>
            {name || t('search:line-unnamed')}{' '}
            <span className="dim small">
              {t(`search:line-one.${kind}`)} · {distance(polylineLength(path), language)}
            </span>
          </>
        }
        checked={chosen.includes(id)}
        onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
      />
    ))
  const params = { letter: place.letter }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:cut-title', params)}
      submit={parts.length > 0 ? t('search:cut-do', { count: parts.length }) : t('search:cut')}
      sending={ask.sending.length > 0 || parts.length === 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">{t('search:cut-hint')}</p>
      {(lines ?? []).length === 0 && <Empty>{t('search:no-lines')}</Empty>}
      <div data-first="" style={{ display: 'grid', gap: 6 }}>
        {choice(near)}
      </div>
      {others.length > 0 && (
        <>
          <p className="dim small">{t('search:cut-others')}</p>
          <div style={{ display: 'grid', gap: 6 }}>{choice(others)}</div>
        </>
      )}
      {chosen.length > 0 && parts.length === 0 && (
        <Refusal
          refusal={!cut ? refuse('search.cut-unclear', { params }) : refuse('search.cut-nothing', { params })}
        />
      )}
      {parts.length > 0 && (
        <SegmentSize
          width={operation.search?.sweepWidth.metres ?? 0}
          segments={parts.map((ring, i) => ({ letter: letters[i] ?? '', ring }))}
        />
      )}
    </SideForm>
  )
}
