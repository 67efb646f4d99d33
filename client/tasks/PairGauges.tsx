import { tetherMetres } from '../../shared/alarms/rules/tether.ts'
import { distance as metresBetween } from '../../shared/geo/distance.ts'
import { marginTo } from '../../shared/geo/geofence.ts'
import { distance, travelTime } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { ageingFor } from '../../shared/positions/age.ts'
import { linkOf } from '../../shared/tasks/links.ts'
import { currentOrder, type Task } from '../../shared/tasks/types.ts'
import { spotOf } from '../forces/where.ts'
import { useEntity, useLink, useStore } from '../store/use-store.ts'
import { Gauge } from '../ui/Gauge.tsx'
import { useWords } from '../ui/words.ts'
import { useSeconds } from './use-seconds.ts'

/** Metres to the border under which the gauge warns; a parameter of the design, not of the law. */
const borderWarning = 30

/** On the way nobody is judged by the officer or the border yet: how far it still is, to this scale. */
const farAway = 3_000

/**
 * At work: distance to the leading officer, margin to the order's border, silence of the device. On the way: what is
 * left to the meeting point.
 */
export function PairGauges({ task, assistant }: { task: Task; assistant: Id }) {
  const { t, language } = useWords()
  const store = useStore()
  const frozen = useLink().level === 'lost'
  const at = useSeconds()
  const own = spotOf(store, 'assistant', assistant)
  const officer = spotOf(store, 'unit', task.unit)
  const order = currentOrder(task)
  const meeting = useEntity('place', task.place)?.meeting.at
  const step = linkOf(task, { assistant })?.step
  const atWork = step === 'on-scene' || step === 'hold'
  if (!own) return <p className="dim small">{t('tasks:no-fix')}</p>
  const silence = Math.max(0, at - own.at)
  const left = !atWork && meeting ? metresBetween(own, meeting) : null
  const metres = atWork && officer ? metresBetween(own, officer) : null
  const margin = atWork && order ? marginTo(order.perimeter, own) : null
  return (
    <>
      {left !== null && (
        <Gauge
          name={t('tasks:to-meeting')}
          value={Math.min(left, farAway)}
          limit={farAway}
          max={farAway}
          keep="below"
          text={distance(left, language)}
          frozen={frozen}
        />
      )}
      {metres !== null && (
        <Gauge
          name={t('tasks:to-officer')}
          value={metres}
          limit={tetherMetres}
          max={1.5 * tetherMetres}
          keep="below"
          text={distance(metres, language)}
          frozen={frozen}
        />
      )}
      {margin !== null && (
        <Gauge
          name={t('tasks:to-border')}
          value={margin}
          limit={borderWarning}
          max={10 * borderWarning}
          keep="above"
          text={distance(margin, language)}
          frozen={frozen}
        />
      )}
      <Gauge
        name={t('tasks:silence')}
        value={silence}
        limit={ageingFor}
        max={1.5 * ageingFor}
        keep="below"
        text={travelTime(silence, language)}
        frozen={frozen}
      />
    </>
  )
}
