import {
  calendarDate,
  clockTime,
  duration,
  travelTime,
  weekday,
  windowEnd,
} from '../../shared/i18n/format.ts'
import styles from './Times.module.css'
import { useEverySecond, useTickingText } from './ticker.ts'
import { useWords } from './words.ts'

/** How long since: 02:41. Written by the page's one ticker, never by a React render. Milliseconds since 1970. */
export function Age({ since }: { since: number }) {
  const { language } = useWords()
  const ref = useTickingText((at) => duration(at - since, language))
  return <span className="num" ref={ref} />
}

/** How long until: 0:42, and 0:00 from then on. */
export function Countdown({ until }: { until: number }) {
  const { language } = useWords()
  // Rounded up: the last second still shows 0:01.
  const ref = useTickingText((at) => travelTime(Math.ceil((until - at) / 1000) * 1000, language))
  return <span className="num" ref={ref} />
}

/** A ring that empties, with the time left inside. */
export function CountdownRing({ from, until, label }: { from: number; until: number; label: string }) {
  const ring = useEverySecond<SVGCircleElement>((circle, at) => {
    const left = Math.min(1, Math.max(0, (until - at) / (until - from)))
    circle.setAttribute('stroke-dasharray', `${left * 100} 100`)
  })
  return (
    <span className={styles.ring}>
      <svg width="112" height="112" viewBox="0 0 112 112" fill="none" strokeWidth="8" aria-hidden="true">
        <circle cx="56" cy="56" r="50" stroke="var(--gauge)" />
        <circle
          ref={ring}
          cx="56"
          cy="56"
          r="50"
          stroke="var(--fg0)"
          pathLength="100"
          transform="rotate(-90 56 56)"
        />
      </svg>
      <span className={styles.inside}>
        <span className={styles.left}>
          <Countdown until={until} />
        </span>
        <span className="dim">{label}</span>
      </span>
    </span>
  )
}

/** The time of day, with the date beside it on a wide screen. `offset`: minutes east of UTC, from the server. */
export function Clock({ offset, seconds = true }: { offset: number; seconds?: boolean }) {
  const ref = useTickingText((at) => clockTime(at, offset, seconds))
  return <span className="num" ref={ref} />
}

/** Tue 24.11.2026, turned over at midnight. */
export function Today({ offset }: { offset: number }) {
  const { language } = useWords()
  const ref = useTickingText((at) => `${weekday(at, offset, language)} ${calendarDate(at, offset)}`)
  return <span className="num" ref={ref} />
}

interface TimeWindowBarProps {
  from: number
  to: number
  offset: number
}

/** 20:00 ▬▬▬|▬▬▬ 24:00: the part that is over is filled. */
export function TimeWindowBar({ from, to, offset }: TimeWindowBarProps) {
  const filled = useEverySecond<HTMLElement>((bar, at) => {
    bar.style.width = `${Math.min(1, Math.max(0, (at - from) / (to - from))) * 100}%`
  })
  return (
    <span className={styles.window}>
      <span className="num">{clockTime(from, offset, false)}</span>
      <span className={styles.track}>
        <i ref={filled} />
      </span>
      <span className="num">{windowEnd(to, offset)}</span>
    </span>
  )
}
