import { strip } from '../../shared/event/staffing.ts'
import { HOUR } from '../../shared/shifts/types.ts'
import { useDeskWords } from '../operations/words.ts'
import styles from './event.module.css'

/** The columns' heads, and the hours over the strips with the one line of now. `now` in steps. */
export function TimeAxis({ from, now }: { from: number; now: number }) {
  const { t, time } = useDeskWords()
  const steps = (strip.hours * HOUR) / strip.step
  const hours = Array.from({ length: strip.hours + 1 }, (_, i) => Math.ceil(from / HOUR) * HOUR + i * HOUR)
  const share = (at: number) => `${((at - from) / (strip.hours * HOUR)) * 100}%`
  return (
    <div className={styles.axis}>
      <span />
      <span>{t('event:post')}</span>
      <span>{t('event:now')}</span>
      <span className="right">{t('event:minimum')}</span>
      <span>{t('event:who')}</span>
      <span className={styles.hours} aria-hidden="true">
        {hours
          // The last one would run into the next column's head.
          .filter((at) => at < from + (strip.hours - 0.5) * HOUR)
          // And the one under the time of now would be half read.
          .filter((at) => Math.abs(at + HOUR / 5 - (from + now * strip.step)) > HOUR / 2)
          .map((at) => (
            <i key={at} style={{ left: share(at) }}>
              {time(at)}
            </i>
          ))}
        <b style={{ left: `${(now / steps) * 100}%` }} className="num">
          {time(from + now * strip.step)}
        </b>
      </span>
      <span className="right">{t('event:relief')}</span>
    </div>
  )
}
