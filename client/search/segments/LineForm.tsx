import { useMemo, useState } from 'react'
import { distance, duration } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { lineOrder } from '../../../shared/search/sweep/line-order.ts'
import { kindNumbers } from '../../../shared/search/teams/team-kinds.ts'
import {
  cornerOf,
  fromCorner,
  longSide,
  planLanes,
  type SweepLine,
  secondsOf,
  spacingFor,
  startCorners,
} from '../../../shared/search-theory/lanes.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choices.tsx'
import { NumberInput } from '../../ui/Fields.tsx'
import styles from '../search.module.css'
import { WidthFacts } from '../sweep/WidthFacts.tsx'
import type { SearchBoard } from '../use-search.ts'
import { lineShapes } from './line-shapes.ts'
import { SpacingGives } from './SpacingGives.tsx'

interface LineFormProps {
  search: SearchBoard
  place: Place
  onClose(): void
}

/** How the line of searchers goes through a segment: suggested from sweep width, wanted POD and shape; drawn as it is typed. */
export function LineForm({ search: { operation, tasks }, place, onClose }: LineFormProps) {
  const { t, language } = useDeskWords()
  const ask = useAsk(`line:${place.id}`)
  const width = operation.search?.sweepWidth.metres ?? 20
  const ring = place.ring ?? []
  const side = useMemo(() => longSide(place.ring ?? []), [place.ring])
  const task = tasks.get(place.id)
  const [pod, setPod] = useState<number | null>(70)
  const suggested = pod === null ? null : rounded(spacingFor(width, pod / 100))
  const [spacing, setSpacing] = useState<number | null>(place.line?.spacing ?? suggested)
  const [way, setWay] = useState<Pick<SweepLine, 'bearing' | 'from'> & { typed: number | null }>(() => {
    const { bearing, from } = place.line ?? { bearing: side, from: 'left' as const }
    return { bearing, from, typed: bearing }
  })
  const [people, setPeople] = useState<number | null>(
    () => (task && lineOrder(task).length) || Math.max(1, place.slots.length),
  )
  const [tried, setTried] = useState(false)
  const line = useMemo<SweepLine | null>(
    () => (spacing === null || way.typed === null ? null : { spacing, bearing: way.bearing, from: way.from }),
    [spacing, way],
  )
  const plan = useMemo(
    () => (line && people && place.ring ? planLanes(place.ring, line, people) : null),
    [place.ring, line, people],
  )
  useShapes(
    'search-line',
    useMemo((): Shape[] => (plan ? lineShapes(plan) : []), [plan]),
  )
  const corner = cornerOf(way)
  const missing = (there: unknown) =>
    tried && there === null ? refusalText(t, { code: 'typed.missing' }) : undefined

  async function give(line: SweepLine | null) {
    const answer = await ask.give(
      'SetSweepLine',
      { place: place.id, line },
      { seen: [key('place', place.id)] },
    )
    if (answer.ok) onClose()
  }
  function submit() {
    setTried(true)
    if (line) void give(line)
  }
  function suggest() {
    if (suggested !== null) setSpacing(suggested)
    setWay({ ...fromCorner(side, corner), typed: fromCorner(side, corner).bearing })
  }
  return (
    <SideForm
      above={<span className="num">{`${place.letter} · ${place.name}`}</span>}
      title={t('search:line')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={submit}
      onClose={onClose}
      actions={place.line && <Button onPress={() => void give(null)}>{t('search:line-clear')}</Button>}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div className={styles.now}>
        <WidthFacts width={operation.search?.sweepWidth} />
      </div>
      <div data-first="" className={styles.widths}>
        <NumberInput label={t('search:line-pod')} value={pod} min={5} max={99} step={5} onChange={setPod} />
        {suggested !== null && (
          <p className={styles.hint}>
            {t('search:line-suggested', { spacing: distance(suggested, language), bearing: side })}{' '}
            <Button onPress={suggest}>{t('search:line-take')}</Button>
          </p>
        )}
        <NumberInput
          label={t('search:line-spacing')}
          value={spacing}
          min={0.5}
          max={200}
          step={1}
          onChange={setSpacing}
          error={missing(spacing)}
        />
        <NumberInput
          label={t('search:line-bearing')}
          value={way.typed}
          min={0}
          max={359}
          step={5}
          onChange={(typed) =>
            setWay((before) =>
              typed === null ? { ...before, typed } : { ...before, bearing: Math.round(typed) % 360, typed },
            )
          }
          error={missing(way.typed)}
        />
        <Select
          label={t('search:line-corner')}
          options={startCorners.map((one) => ({ value: one, label: t(`search:corner.${one}`) }))}
          value={corner}
          onChange={(one) => {
            if (!one) return
            const next = fromCorner(way.bearing, one)
            setWay({ ...next, typed: next.bearing })
          }}
        />
        <NumberInput
          label={t('search:line-people')}
          value={people}
          min={1}
          max={40}
          step={1}
          onChange={setPeople}
          error={missing(people)}
        />
        {plan && people !== null && ring.length > 2 && (
          <p className="strong" role="status">
            {t('search:line-plan', {
              people: t('terms:people', { count: people }),
              passes: plan.passes,
              spacing: distance(plan.spacing, language),
              length: distance(plan.length, language),
              time: duration(
                secondsOf(plan, kindNumbers('foot', operation.search?.kinds).speed / 3.6) * 1000,
                language,
              ),
            })}
          </p>
        )}
        {plan && (
          <SpacingGives width={width} spacing={plan.spacing} wanted={pod === null ? null : pod / 100} />
        )}
      </div>
    </SideForm>
  )
}

/** Nobody keeps a spacing to the centimetre; half a metre more would find less than was wanted. */
const rounded = (spacing: number) => Math.max(0.5, Math.floor(spacing * 2) / 2)
