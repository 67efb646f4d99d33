import type { ReactNode } from 'react'
import { Icon } from './Icons.tsx'
import styles from './Ladder.module.css'
import { useEverySecond } from './ticker.ts'

export interface LadderStep {
  key: string
  title: string
  note: ReactNode
  /** `done` is filled; `next` is dashed and fills between the two instants (milliseconds), if they are known. */
  state: 'done' | 'next'
  from?: number
  until?: number
}

function Filling({ from, until }: { from: number; until: number }) {
  const ref = useEverySecond<HTMLElement>((bar, at) => {
    bar.style.width = `${Math.min(1, Math.max(0, (at - from) / (until - from))) * 100}%`
  })
  return <i className={styles.fill} ref={ref} />
}

/** Whom an alarm has reached, and whom it reaches next. */
export function Ladder({ steps, label }: { steps: LadderStep[]; label: string }) {
  return (
    <ol className={styles.ladder} aria-label={label}>
      {steps.map(({ key, title, note, state, from, until }) => (
        <li key={key} className={styles[state]}>
          {state === 'next' && <Icon name="arrow-up" />}
          <span className={styles.words}>
            <b>{title}</b>
            <span>{note}</span>
          </span>
          {from !== undefined && until !== undefined && <Filling from={from} until={until} />}
        </li>
      ))}
    </ol>
  )
}
