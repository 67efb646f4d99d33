import type { CSSProperties, ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './Panel.module.css'

/** A part of a pane: its body scrolls, its actions stay in the last row. */
export function Panel({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.panel}>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** Two lists, one above the other, each with its own scrolling; `share` of the height goes to the first. */
export function Split({
  first,
  second,
  share = 0.5,
}: {
  first: ReactNode
  second: ReactNode
  share?: number
}) {
  return (
    <div className={styles.split}>
      <div style={{ flex: share }}>{first}</div>
      <div style={{ flex: 1 - share }}>{second}</div>
    </div>
  )
}

/** What a pane is about: a line above, the name, what follows. */
export function PanelTitle({
  above,
  title,
  children,
}: {
  above?: ReactNode
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={styles.title}>
      {above !== undefined && <div className="flow dim">{above}</div>}
      <h1>{title}</h1>
      {children}
    </div>
  )
}

/** What would be here, and the key that makes it. Never a picture. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>
}

export interface Fact {
  /** When two facts have one name. */
  id?: string
  name: string
  value: ReactNode
  /** Only on a wide screen. */
  wideOnly?: boolean
}

/** Name and value, line by line. `nameWidth` in pixels. */
export function Facts({ facts, nameWidth }: { facts: readonly Fact[]; nameWidth?: number }) {
  const style = nameWidth === undefined ? undefined : ({ '--name': `${nameWidth}px` } as CSSProperties)
  return (
    <dl className={styles.facts} style={style}>
      {facts.map(({ id, name, value, wideOnly }) => (
        <div key={id ?? name} style={{ display: 'contents' }}>
          <dt className={classes(wideOnly && 'only-l')}>{name}</dt>
          <dd className={classes(wideOnly && 'only-l')}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Big numbers with what they count. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>
}

export function Figure({
  value,
  children,
  amber,
}: {
  value: ReactNode
  children: ReactNode
  amber?: boolean
}) {
  return (
    <div className={styles.figure}>
      <b className={classes('num', amber && styles.amber)}>{value}</b>
      {children}
    </div>
  )
}

export interface NoticeProps {
  tone?: 'level1' | 'level2' | 'advice'
  mark?: ReactNode
  title: ReactNode
  aside?: ReactNode
  children?: ReactNode
  /** Read out when it appears. */
  live?: boolean
}

/** News as a block that stays where it is: nothing here vanishes by itself. */
export function Notice({ tone, mark, title, aside, children, live }: NoticeProps) {
  return (
    <div className={classes(styles.notice, tone && styles[tone])} role={live ? 'status' : undefined}>
      {mark ?? <span />}
      <h2>{title}</h2>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      {children !== undefined && <div>{children}</div>}
    </div>
  )
}
