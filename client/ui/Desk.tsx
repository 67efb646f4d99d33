import type { CSSProperties, ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './Desk.module.css'
import { Icon } from './Icons.tsx'

export interface DeskProps {
  top: ReactNode
  left?: ReactNode
  /** Without a map the left part is a board that fills the width. */
  map?: ReactNode
  right: ReactNode
  alarms: ReactNode
  /** Pixels on a wide and on a narrow screen; 0 hides the left part there. */
  leftWidth?: readonly [wide: number, narrow: number]
  rightWidth?: readonly [wide: number, narrow: number]
  lost?: boolean
  labels: { left: string; map: string; right: string; alarms: string }
}

/** The grid of every desk page: top bar, left rail, map, right panel, alarm strip, parted by 1 px of the ground. */
export function Desk({
  top,
  left,
  map,
  right,
  alarms,
  leftWidth = [400, 292],
  rightWidth = [440, 316],
  lost,
  labels,
}: DeskProps) {
  const widths = {
    '--left-l': `${leftWidth[0]}px`,
    '--left-s': `${leftWidth[1]}px`,
    '--right-l': `${rightWidth[0]}px`,
    '--right-s': `${rightWidth[1]}px`,
  } as CSSProperties
  const shape = map === undefined ? styles.board : leftWidth[1] === 0 && styles.noLeft
  return (
    <div className={classes(styles.desk, shape, lost && styles.lost)} style={widths}>
      <header className={styles.top}>{top}</header>
      {left !== undefined &&
        (map === undefined ? (
          <main className={styles.left} aria-label={labels.left}>
            {left}
          </main>
        ) : (
          <aside className={styles.left} aria-label={labels.left}>
            {left}
          </aside>
        ))}
      {map !== undefined && (
        <main className={styles.map} aria-label={labels.map}>
          {map}
        </main>
      )}
      <aside className={styles.right} aria-label={labels.right}>
        {right}
      </aside>
      <section className={styles.alarms} aria-label={labels.alarms}>
        {alarms}
      </section>
    </div>
  )
}

/** On a lost link, over every pane: the last good time in words. */
export function Stamp({ children }: { children: ReactNode }) {
  return (
    <div className={styles.stamp}>
      <Icon name="cross" />
      <span className="clip">{children}</span>
    </div>
  )
}
