import { openDialog } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { useBoard, useName } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { AlarmSubject } from './AlarmSubject.tsx'
import styles from './alarms.module.css'
import { lastResolved, shelvedAlarms } from './open-alarms.ts'

/** No open alarm: the last one and who closed it, and how many are only put off. */
export function NoAlarms() {
  const { t, time } = useDeskWords()
  const last = useBoard(lastResolved, Object.is, 'alarm')
  const shelved = useBoard((board) => shelvedAlarms(board, now()).length)
  const by = useName(last?.resolved?.account)
  return (
    <div className={styles.quiet}>
      <span className="strong">{t('alarms:none')}</span>
      {last?.resolved && (
        <span className="clip">
          {t('alarms:last', { kind: t(`terms:alarm.${last.kind}`) })} <AlarmSubject alarm={last} />,{' '}
          {t(`terms:resolved.${last.resolved.reason as 'helped'}`)} {time(last.resolved.at)}
          {by !== undefined && `, ${by}`}
        </span>
      )}
      <span className="fill" />
      {shelved > 0 && (
        <Button onPress={() => openDialog({ name: 'all-alarms' })}>
          {t('alarms:shelved-count', { count: shelved })}
        </Button>
      )}
    </div>
  )
}
