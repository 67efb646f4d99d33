import type { Alarm } from '../../shared/alarms/types.ts'
import { distance } from '../../shared/i18n/format.ts'
import { nearestUnits } from '../forces/where.ts'
import { useDeskWords } from '../operations/words.ts'
import { useStore } from '../store/use-store.ts'
import { RuleId } from '../ui/Chip.tsx'
import { useTickingText } from '../ui/ticker.ts'
import { useAlarmPlace } from './alarm-place.ts'
import { alarmSentence, ruleOf } from './alarm-words.ts'

/** Under the name: what happened, and for a call for help which police are near, as it is now. */
export function AlarmDoing({ alarm }: { alarm: Alarm }) {
  const { t, language, offset } = useDeskWords()
  const rule = ruleOf(alarm)
  return (
    <>
      {rule && <RuleId id={rule} />} {alarmSentence(alarm, t, language, offset)}
      {alarm.kind === 'sos' && <Near alarm={alarm} />}
    </>
  )
}

/** Written each second: the two nearest units with their metres. */
function Near({ alarm }: { alarm: Alarm }) {
  const { t, language } = useDeskWords()
  const store = useStore()
  const placeNow = useAlarmPlace(alarm)
  const ref = useTickingText(() => {
    const at = placeNow()
    if (!at) return ` · ${t('alarms:place-unknown')}`
    const itself = new Set(alarm.subject.kind === 'unit' ? [alarm.subject.id] : [])
    return nearestUnits(store, at, itself)
      .slice(0, 2)
      .map(
        ({ unit, metres }) =>
          ` · ${store.board.board.unit.get(unit)?.callSign ?? ''} ${distance(metres, language)}`,
      )
      .join('')
  })
  return <span className="num" ref={ref} />
}
