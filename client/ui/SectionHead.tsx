import type { CSSProperties, ReactNode } from 'react'
import { classes } from './class-names.ts'
import { ActionCap } from './Keycap.tsx'
import type { ActionId } from './keys.ts'
import styles from './Panel.module.css'
import { useKey } from './use-key.ts'
import { useWords } from './words.ts'

export interface SectionHeadProps {
  title: string
  count?: ReactNode
  note?: ReactNode
  /** The key that leads to this section, and what it does there (move the focus, open the list). */
  action?: ActionId
  onAction?(): void
  /** Keeps the old content: a line under the head, and words after a second. */
  loading?: { done: number; of: number }
  wideOnly?: boolean
}

export function SectionHead({ title, count, note, action, onAction, loading, wideOnly }: SectionHeadProps) {
  const { t } = useWords()
  useKey(action, () => onAction?.(), { when: onAction !== undefined })
  const share = loading && { '--share': `${(loading.done / Math.max(1, loading.of)) * 100}%` }
  return (
    <div
      className={classes(styles.head, loading && styles.loading, wideOnly && 'only-l')}
      style={share as CSSProperties | undefined}
    >
      <h2 className="clip">{title}</h2>
      {count !== undefined && <span className="num">{count}</span>}
      <span className="fill" />
      {loading ? (
        <span className={classes('clip', styles.note, styles.late)}>
          {t('ui:loading', { done: loading.done, of: loading.of })}
        </span>
      ) : (
        note !== undefined && <span className={classes('clip', styles.note)}>{note}</span>
      )}
      {action !== undefined && onAction && (
        <button
          type="button"
          className={styles.jump}
          aria-label={t('ui:go-to', { title })}
          onClick={onAction}
        >
          <ActionCap action={action} />
        </button>
      )}
    </div>
  )
}
