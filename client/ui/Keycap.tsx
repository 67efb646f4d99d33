import { Icon } from './Icons.tsx'
import styles from './Keycap.module.css'
import type { ActionId } from './keys.ts'
import { useCaps } from './use-key.ts'

/** One cap, as printed by `capOf`: ['G', 'P'], ['Shift', 'Enter']. Seen only: a screen reader has the button's name. */
export function Keycap({ parts }: { parts: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
    <kbd className={styles.cap} aria-hidden="true">
      {parts.map((part) =>
        part === 'Enter' ? (
          <Icon key={part} name="enter" size={11} />
        ) : part === 'Shift' ? (
          <Icon key={part} name="shift" size={11} />
        ) : (
          <span key={part}>{part}</span>
        ),
      )}
    </kbd>
  )
}

/** The cap of an action, or nothing where its key does nothing on the page in front. */
export function ActionCap({ action }: { action: ActionId | undefined }) {
  const parts = useCaps(action)
  return parts && <Keycap parts={parts} />
}
