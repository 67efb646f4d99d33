import { Children, type ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './Row.module.css'

export interface RowProps {
  /** A keycap, a mark or an icon. */
  lead?: ReactNode
  title: ReactNode
  note?: ReactNode
  /** Numbers at the right edge. */
  end?: ReactNode
  /** Gauges and the like under the line. */
  below?: ReactNode
  selected?: boolean
  /** A bar at the left edge in the alarm's colour. */
  level?: 1 | 2
  onChoose?(): void
}

/** One thing of a list, in one line or two. The whole row can be pressed; its title is the button's name. Inside `Rows` or `ScrollList`. */
export function Row({ lead, title, note, end, below, selected, level, onChoose }: RowProps) {
  return (
    <div
      className={classes(
        styles.row,
        lead !== undefined && styles.led,
        note !== undefined && styles.two,
        onChoose && styles.choosable,
        level && styles[`level${level}`],
      )}
      aria-current={selected || undefined}
    >
      {lead !== undefined && <span>{lead}</span>}
      <div className="clip">
        {onChoose ? (
          <button type="button" className={classes(styles.title, styles.choose, 'clip')} onClick={onChoose}>
            {title}
          </button>
        ) : (
          <div className={classes(styles.title, 'clip')}>{title}</div>
        )}
        {note !== undefined && <div className={classes(styles.note, 'clip')}>{note}</div>}
      </div>
      {end !== undefined && <div className={styles.end}>{end}</div>}
      {below !== undefined && <div className={styles.below}>{below}</div>}
    </div>
  )
}

/** A short list of rows that does not scroll. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label}>
      {Children.map(children, (row) => (
        <li>{row}</li>
      ))}
    </ul>
  )
}
