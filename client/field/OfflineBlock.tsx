import { useLink } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { useTickingText } from '../ui/ticker.ts'
import styles from './field.module.css'
import type { Stage } from './stage.ts'
import { ageWords } from './TruthLine.tsx'
import { usePhone, usePhoneWords } from './use-phone.ts'

/** No link for long enough to matter: since when, what the desk still knows, and what goes on holding. */
export function OfflineBlock({ stage }: { stage: Stage }) {
  const { t, language, time } = usePhoneWords()
  const { fixes } = usePhone()
  const { level, lastGood } = useLink()
  const since = useTickingText((at) =>
    lastGood === 0
      ? t('phone:offline.never')
      : t('phone:offline', { age: ageWords(at - lastGood, language) }),
  )
  if (level !== 'lost') return null
  const taken = fixes.lastTaken()
  const seenAt = taken === 0 ? 0 : taken + now() - Date.now()
  return (
    <section className={`${styles.notice} ${styles.warn}`}>
      <AlarmMark level={2} size={28} />
      <div>
        <h2>
          <span ref={since} />
        </h2>
        {seenAt > 0 && <p>{t('phone:offline.seen-at', { time: time(seenAt) })}</p>}
        {stage.kind === 'task' && (
          <p>{t('phone:offline.task-until', { time: time(stage.order.window.to) })}</p>
        )}
      </div>
    </section>
  )
}
