import { type CSSProperties, type ReactNode, useId } from 'react'
import styles from './Button.module.css'
import { classes } from './class-names.ts'
import { Icon, type IconName } from './Icons.tsx'
import { Keycap } from './Keycap.tsx'
import { type ActionId, keyRow } from './keys.ts'
import { useHold } from './use-hold.ts'
import { useCaps, useKey } from './use-key.ts'
import { useReason } from './use-reason.ts'

export interface ButtonProps {
  children: ReactNode
  onPress(): void
  /** `primary`: the one inverted button of a screen. `danger`: only for an SOS. */
  kind?: 'normal' | 'primary' | 'danger'
  large?: boolean
  icon?: IconName
  /** Binds the button to this action's key and prints its cap. */
  action?: ActionId
  /** A cap whose key is taken elsewhere (the digit of a row). */
  cap?: readonly string[]
  /** Why it cannot be pressed now: the button stays in reach and says so. */
  refused?: ReactNode
  /** Says more than the words on it, for a screen reader. */
  label?: string
  className?: string
  /** Belongs to the form around it: Enter in a field presses it. The form itself prevents its own sending. */
  submit?: boolean
}

export function Button({
  children,
  onPress,
  kind = 'normal',
  large,
  icon,
  action,
  cap,
  refused,
  label,
  className,
  submit,
}: ButtonProps) {
  const reasonId = useId()
  const reason = useReason()
  const isRefused = refused !== undefined && refused !== null && refused !== false
  const press = (): void => {
    if (!isRefused) onPress()
  }
  const holdFor = action === undefined ? undefined : keyRow(action).hold
  const hold = useHold(holdFor ?? 0, press)
  useKey(action, press, { when: !isRefused, hold: { start: hold.start, stop: hold.stop } })
  const ownCap = useCaps(action)
  const parts = cap ?? ownCap

  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={classes(
        styles.button,
        isRefused ? styles.refused : kind !== 'normal' && styles[kind],
        large && styles.large,
        parts && styles.capped,
        hold.holding && styles.holding,
        className,
      )}
      style={holdFor === undefined ? undefined : ({ '--hold': `${holdFor}ms` } as CSSProperties)}
      data-main={(kind === 'primary' && !isRefused) || undefined}
      aria-label={label}
      aria-disabled={isRefused || undefined}
      aria-describedby={isRefused ? reasonId : undefined}
      {...(isRefused ? reason.props : holdFor === undefined ? { onClick: press } : hold.props)}
    >
      {parts && <Keycap parts={parts} />}
      {icon && <Icon name={icon} />}
      {children}
      {holdFor !== undefined && <i className={styles.progress} />}
      {isRefused && (
        <span className={styles.reason} id={reasonId} ref={reason.popover} popover="manual" role="tooltip">
          {refused}
        </span>
      )}
    </button>
  )
}
