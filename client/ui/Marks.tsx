import { classes } from './class-names.ts'
import styles from './Marks.module.css'

/** Every mark says in words what it shows: `label` is read instead of the shapes. */
interface Labelled {
  label: string
}

const upTo = (count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, index) => index)

interface StepChainProps extends Labelled {
  /** How many steps the chain has. */
  length: number
  /** The step reached, from 0. */
  at: number
  /** The step asked for and not yet confirmed by its event. */
  asked?: number
  state?: 'fine' | 'late' | 'held' | 'broken'
}

/** Dots on a line: past filled, now a target, late an amber square, held a square with two bars, broken off struck. */
export function StepChain({ length, at, asked, state = 'fine', label }: StepChainProps) {
  const here = state === 'fine' ? styles.now : styles[state]
  return (
    <span className={styles.steps} role="img" aria-label={label}>
      {upTo(length).map((step) => (
        <i
          key={step}
          className={classes(step < at && styles.past, step === at && here, step === asked && styles.asked)}
        />
      ))}
    </span>
  )
}

interface PipsProps extends Labelled {
  needed: number
  there: number
  coming?: number
  /** Those who come will be too late. */
  late?: boolean
}

/** One per needed person: filled is there, dotted on the way, hollow amber missing, short is above the minimum. */
export function Pips({ needed, there, coming = 0, late, label }: PipsProps) {
  const shape = (index: number): string | undefined => {
    if (index >= needed) return styles.surplus
    if (index < there) return styles.there
    return index < there + coming ? styles[late ? 'comingLate' : 'coming'] : undefined
  }
  return (
    <span className={styles.pips} role="img" aria-label={label}>
      {upTo(Math.max(needed, there)).map((index) => (
        <i key={index} className={shape(index)} />
      ))}
    </span>
  )
}

interface TicksProps extends Labelled {
  delivered: boolean
  read: boolean
  understood: boolean
}

/** Three cells: delivered, read, understood (round end). */
export function Ticks({ delivered, read, understood, label }: TicksProps) {
  return (
    <span className={styles.ticks} role="img" aria-label={label}>
      <i className={classes(delivered && styles.done)} />
      <i className={classes(read && styles.done)} />
      <i className={classes(understood && styles.understood)} />
    </span>
  )
}

const digit = { textAnchor: 'middle', fontFamily: 'Plex', fontWeight: 700 } as const

/** 1 red octagon, 2 amber triangle, 3 diamond without a hue; the digit is inside. Without a label it is decoration. */
export function AlarmMark({ level, size = 22, label }: { level: 1 | 2 | 3; size?: number; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or decoration
    <svg className={styles.alarm} width={size} height={size} viewBox="0 0 22 22" {...named}>
      {level === 1 && (
        <>
          <path d="M7 1h8l6 6v8l-6 6H7l-6-6V7z" fill="var(--a1f)" />
          <text x="11" y="15.5" fontSize="13" fill="var(--a1k)" {...digit}>
            1
          </text>
        </>
      )}
      {level === 2 && (
        <>
          <path d="M11 1.5L21.5 20.5H.5z" fill="var(--a2f)" stroke="var(--a2)" />
          <text x="11" y="18" fontSize="12" fill="var(--a2k)" {...digit}>
            2
          </text>
        </>
      )}
      {level === 3 && (
        <>
          <path d="M11 1l10 10-10 10L1 11z" fill="none" stroke="var(--fg1)" strokeWidth="1.6" />
          <text x="11" y="15" fontSize="11" fill="var(--fg0)" {...digit} fontWeight={600}>
            3
          </text>
        </>
      )}
    </svg>
  )
}

/** The link: a full square, a hollow one when it lags, a red diamond when it is lost. Words stand beside it. */
export function Lamp({ state }: { state: 'live' | 'stale' | 'off' }) {
  return <i className={classes(styles.lamp, state !== 'live' && styles[state])} aria-hidden="true" />
}
