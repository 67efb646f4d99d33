import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { classes } from './class-names.ts'

/** Outline: a fact. Filled: an alarm. Dashed: advice, not an order yet. */
export function Chip({
  tone = 'fact',
  children,
}: {
  tone?: 'fact' | 'red' | 'amber' | 'advice'
  children: ReactNode
}) {
  return <span className={classes(styles.chip, tone !== 'fact' && styles[tone])}>{children}</span>
}

/** D5 in its box. Never alone: its sentence follows. */
export function RuleId({ id }: { id: string }) {
  return <span className={styles.rule}>{id}</span>
}

/** A rule and its sentence, which wraps and is never cut. */
export function RuleLine({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className={styles.ruled}>
      <RuleId id={id} />
      <span>{children}</span>
    </span>
  )
}
