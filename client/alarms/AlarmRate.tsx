import { useEffect, useReducer } from 'react'
import { openDialog } from '../app/desk-state.ts'
import { useBoard } from '../store/use-store.ts'
import { SparkBars } from '../ui/Bars.tsx'
import { now } from '../ui/clock.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'
import styles from './alarms.module.css'
import { alarmRate } from './open-alarms.ts'

/** EEMUA 191: about one in ten minutes is normal, ten in ten minutes are a flood. */
const limit = 10

/** The desk's own alarm rate: an hour in steps of five minutes, and the last ten minutes against the norm. */
export function AlarmRate({ lost }: { lost: boolean }) {
  const { t } = useWords()
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const timer = setInterval(again, 15_000)
    return () => clearInterval(timer)
  }, [])
  const { steps, lastTen } = useBoard(
    (board) => alarmRate(board, now()),
    (a, b) => a.lastTen === b.lastTen && a.steps.join() === b.steps.join(),
  )
  const words = t('alarms:rate', { limit })
  return (
    <button type="button" className={styles.rate} onClick={() => openDialog({ name: 'all-alarms' })}>
      <span className="only-l flow">
        <span className="dim small">{t('alarms:hour')}</span>
        <SparkBars values={steps} limit={limit} label={`${lastTen} ${words}`} />
      </span>
      {!lost && lastTen > limit && <AlarmMark level={2} size={14} />}
      <span className={!lost && lastTen > limit ? 'small amber' : 'small'}>
        {lost ? (
          t('alarms:not-received')
        ) : (
          <>
            <b className="num">{lastTen}</b> {words}
          </>
        )}
      </span>
    </button>
  )
}
