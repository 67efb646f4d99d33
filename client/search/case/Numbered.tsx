import type { ReactNode } from 'react'
import { Keycap } from '../../ui/Keycap.tsx'
import { AlarmMark } from '../../ui/Marks.tsx'
import { useKey } from '../../ui/use-key.ts'
import styles from './case.module.css'

export interface NumberedItem {
  id: string
  title: ReactNode
  state: ReactNode
  /** Something is lacking that the search needs. */
  missing?: boolean
  onOpen(): void
}

/** What can be opened or done, each with its digit and how it stands. */
export function Numbered({ label, items }: { label: string; items: readonly NumberedItem[] }) {
  useKey('pick', (digit) => items[digit - 1]?.onOpen())
  return (
    <ul aria-label={label}>
      {items.map(({ id, title, state, missing, onOpen }, index) => (
        <li key={id} className={styles.section}>
          <span>
            <Keycap parts={[String(index + 1)]} />
          </span>
          <button type="button" className={styles.open} onClick={onOpen}>
            {title}
          </button>
          <span className={missing ? `${styles.state} ${styles.missing}` : styles.state}>
            {missing && <AlarmMark level={2} size={12} />} {state}
          </span>
        </li>
      ))}
    </ul>
  )
}
