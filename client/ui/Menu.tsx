import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon, type IconName } from './Icons.tsx'
import styles from './Popup.module.css'

export interface MenuItem {
  id: string
  label: ReactNode
  icon?: IconName
  /** Said at the right: a key, a time. */
  note?: ReactNode
  disabled?: boolean
  /** A choice among the others: the chosen one has a tick. */
  chosen?: boolean
  onChoose(): void
}

export interface MenuProps {
  /** What the button says; `label` names it where that is only an icon. */
  children: ReactNode
  label?: string
  items: readonly MenuItem[]
  /** Without an edge, for the top bar. */
  plain?: boolean
}

export function Menu({ children, label, items, plain }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={classes(styles.trigger, plain && styles.plain)} aria-label={label}>
        {children}
        <Icon name="chevron-down" size={12} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} align="start">
          <Base.Popup className={styles.popup} data-own-keys="">
            {items.map(({ id, label: text, icon, note, disabled, chosen, onChoose }) => (
              <Base.Item
                key={id}
                className={styles.item}
                disabled={disabled}
                onClick={onChoose}
                aria-current={chosen || undefined}
              >
                {chosen ? <Icon name="check" /> : icon ? <Icon name={icon} /> : <span />}
                <span>{text}</span>
                {note !== undefined && <span className="dim">{note}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
