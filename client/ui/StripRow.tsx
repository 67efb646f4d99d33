import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './StripRow.module.css'

/** The strip at the foot of the desk: two rows, parted by 1 px. A third one is counted by its owner, not scrolled to. */
export function Strip({ children }: { children: ReactNode }) {
  return <div className={styles.strip}>{children}</div>
}

export interface StripRowProps {
  level?: 1 | 2 | 3
  mark: ReactNode
  kind: ReactNode
  /** Under the kind: when it began, what it belongs to. */
  start?: ReactNode
  subject: ReactNode
  /** Under the subject: what is being done. */
  doing?: ReactNode
  age?: ReactNode
  /** A ladder, or the owner in words. */
  reach?: ReactNode
  actions?: ReactNode
}

export function StripRow({
  level = 3,
  mark,
  kind,
  start,
  subject,
  doing,
  age,
  reach,
  actions,
}: StripRowProps) {
  return (
    <div className={classes(styles.row, level < 3 && styles[`level${level}`])}>
      {mark}
      <div className={styles.kind}>
        <div className="clip">{kind}</div>
        {start !== undefined && <div className="tiny dim num">{start}</div>}
      </div>
      <div className="clip">
        <div className="clip">{subject}</div>
        {doing !== undefined && <div className="clip small">{doing}</div>}
      </div>
      <div className={styles.age}>{age}</div>
      <div>{reach}</div>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}
