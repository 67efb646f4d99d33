import { type CSSProperties, type ReactNode, useState } from 'react'
import { classes } from './class-names.ts'
import { Icon, type IconName } from './Icons.tsx'
import { Lamp } from './Marks.tsx'
import styles from './Phone.module.css'
import { Clock } from './Times.tsx'
import { useHold } from './use-hold.ts'

/** Status, content, and the zone of the thumb, which stays at the foot. */
export function PhoneFrame({
  status,
  children,
  thumb,
}: {
  status?: ReactNode
  children: ReactNode
  thumb?: ReactNode
}) {
  return (
    <div className={styles.frame}>
      {status}
      <main className={styles.body}>{children}</main>
      {thumb !== undefined && <footer className={styles.thumb}>{thumb}</footer>}
    </div>
  )
}

export interface StatusBarProps {
  link: 'live' | 'stale' | 'off'
  /** The link in words. */
  children: ReactNode
  offset: number
  /** Beside the time: a menu. */
  aside?: ReactNode
}

export function StatusBar({ link, children, offset, aside }: StatusBarProps) {
  return (
    <header className={classes(styles.status, link === 'off' && styles.off)}>
      <Lamp state={link} />
      <b role="status">{children}</b>
      <span className="fill" />
      <span className="strong">
        <Clock offset={offset} seconds={false} />
      </span>
      {aside}
    </header>
  )
}

/** The one sentence that is the truth now, and what to do about it. */
export function Headline({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.headline}>
      <h1>{children}</h1>
      {note !== undefined && <div>{note}</div>}
    </div>
  )
}

/** The red head of a call for help. */
export function RedHead({
  children,
  aside,
  note,
}: {
  children: ReactNode
  aside?: ReactNode
  note?: ReactNode
}) {
  return (
    <div className={styles.head1}>
      <div className={styles.headRow}>
        <HelpMark size={40} />
        <h1>{children}</h1>
        <span className={styles.aside}>{aside}</span>
      </div>
      {note !== undefined && <div role="status">{note}</div>}
    </div>
  )
}

/** White octagon with the sign inside, for red grounds. */
function HelpMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" style={{ flex: 'none' }}>
      <path d="M7 1h8l6 6v8l-6 6H7l-6-6V7z" fill="var(--a1k)" />
      <path d="M11 5.5v7M11 15v2" stroke="var(--a1f)" strokeWidth="2.4" />
    </svg>
  )
}

export interface BigButtonProps {
  children: ReactNode
  onPress(): void
  kind?: 'normal' | 'primary'
  /** 56 px instead of 64. */
  low?: boolean
  icon?: IconName
  /** Why not now, in words under it. */
  refused?: ReactNode
}

/** For a thumb in a glove: 56, 64, or 76 px for the one inverted button. */
export function BigButton({ children, onPress, kind = 'normal', low, icon, refused }: BigButtonProps) {
  const isRefused = refused !== undefined && refused !== null && refused !== false
  return (
    <div>
      <button
        type="button"
        className={classes(
          styles.button,
          isRefused ? styles.refused : kind === 'primary' && styles.primary,
          low && styles.low,
        )}
        aria-disabled={isRefused || undefined}
        onClick={() => isRefused || onPress()}
      >
        {icon && <Icon name={icon} size={20} />}
        {children}
      </button>
      {isRefused && <p className={styles.reason}>{refused}</p>}
    </div>
  )
}

/** Two big buttons side by side. */
export function ButtonPair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}

export interface HoldButtonProps {
  children: ReactNode
  /** Says that it must be held; beside the word of an SOS. */
  note?: ReactNode
  /** Milliseconds. */
  holdFor: number
  kind?: 'sos' | 'normal'
  onHeld(): void
  /** Shown instead of the note after a press that was too short. */
  tooShort: ReactNode
}

/** Acts only when held: by finger, mouse, Enter or Space. The fill shows how long still. */
export function HoldButton({ children, note, holdFor, kind = 'sos', onHeld, tooShort }: HoldButtonProps) {
  const [short, setShort] = useState(false)
  const hold = useHold(
    holdFor,
    () => {
      setShort(false)
      navigator.vibrate?.(200)
      onHeld()
    },
    () => setShort(true),
  )
  const words = short && !hold.holding ? tooShort : note
  return (
    <button
      type="button"
      className={classes(
        styles.button,
        styles.hold,
        kind === 'sos' ? styles.sos : styles.low,
        hold.holding && styles.holding,
      )}
      style={{ '--hold': `${holdFor}ms` } as CSSProperties}
      {...hold.props}
    >
      <i className={styles.fill} />
      {kind === 'sos' && <HelpMark size={38} />}
      <span>{children}</span>
      {words !== undefined && <small aria-live="polite">{words}</small>}
    </button>
  )
}

/** The one big number, and what it is. */
export function BigNumber({ value, children }: { value: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.number}>
      <b className="num">{value}</b>
      <span>{children}</span>
    </div>
  )
}

/** A block with the phone's side padding. */
export function Pad({ children }: { children: ReactNode }) {
  return <div className={styles.pad}>{children}</div>
}

export interface Stage {
  id: string
  title: ReactNode
  note?: ReactNode
  time?: ReactNode
  done: boolean
}

/** How far something has come: sent, stored, seen by whom. */
export function Stages({ stages, label }: { stages: readonly Stage[]; label: string }) {
  return (
    <ol aria-label={label}>
      {stages.map(({ id, title, note, time, done }) => (
        <li key={id} className={classes(styles.stage, done && styles.done)}>
          <i aria-hidden="true">{done && <Icon name="check" size={18} />}</i>
          <div>
            <b>{title}</b>
            {note !== undefined && <span className={styles.note}>{note}</span>}
          </div>
          {time !== undefined && <span className="num dim">{time}</span>}
        </li>
      ))}
    </ol>
  )
}
