import styles from './Bars.module.css'
import { classes } from './class-names.ts'

export interface ProbabilityBarProps {
  /** 0..1 */
  share: number
  label: string
  tone?: 'fact' | 'advice'
  /** A tick to compare with (planned against walked), 0..1. */
  tick?: number
}

/** A share as a bar; its number stands beside it, so that it is never read from the bar alone. */
export function ProbabilityBar({ share, label, tone = 'fact', tick }: ProbabilityBarProps) {
  return (
    <span className={classes(styles.bar, tone === 'advice' && styles.advice)} role="img" aria-label={label}>
      <i style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      {tick !== undefined && <em style={{ left: `calc(${tick * 100}% - 1px)` }} />}
    </span>
  )
}

export interface StaffingStripProps {
  /** People per step, oldest first. */
  staffing: readonly number[]
  minimum: number
  /** From which step to which the minimum holds; outside of it nobody is missing. */
  holds?: readonly [from: number, to: number]
  /** Where now is, in steps from the start. */
  now: number
  /** Steps at which a relief is due. */
  reliefs?: readonly number[]
  label: string
}

const HEIGHT = 26
const STEP = 16

/**
 * Staffing over time: area up to the staffing, a line at the minimum, the surplus lighter. Only the missing people are
 * amber: filled up to now, hatched in a dashed frame ahead. The past is hatched grey under its lines, which stay readable.
 */
export function StaffingStrip({
  staffing,
  minimum,
  holds = [0, staffing.length],
  now,
  reliefs = [],
  label,
}: StaffingStripProps) {
  const width = staffing.length * STEP
  const top = Math.max(minimum + 1, ...staffing, 4)
  const y = (people: number): number => HEIGHT - (people / top) * (HEIGHT - 5)
  const area = (cap: number, end = staffing.length): string =>
    `M0 ${HEIGHT}${staffing
      .slice(0, Math.ceil(end))
      .map((people, i) => `V${y(Math.min(cap, people))}H${Math.min(end, i + 1) * STEP}`)
      .join('')}V${HEIGHT}Z`
  const missing = shortRuns(staffing, minimum, holds)
  const line = y(minimum)
  return (
    <svg
      className={styles.staffing}
      viewBox={`0 0 ${width} ${HEIGHT + 1}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={area(Infinity)} fill="var(--fg2)" />
      <path d={area(minimum)} fill="var(--gauge)" />
      <path d={area(minimum, Math.max(0, now))} fill="url(#hatch-grey)" />
      {missing.map(({ people, ...run }) => {
        const from = run.from * STEP
        const wide = run.to * STEP - from
        const past = Math.min(wide, Math.max(0, now * STEP - from))
        const height = y(people) - line
        return (
          <g key={from}>
            {past > 0 && (
              <rect
                x={from}
                y={line}
                width={past}
                height={height}
                fill="var(--a2f)"
                stroke="var(--a2)"
                strokeWidth="0.8"
              />
            )}
            {past < wide && (
              <rect
                x={from + past}
                y={line}
                width={wide - past}
                height={height}
                fill="url(#hatch-amber)"
                stroke="var(--a2)"
                strokeDasharray="4 3"
              />
            )}
          </g>
        )
      })}
      <path d={`M0 ${line}H${width}`} stroke="var(--fg1)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      {reliefs.map((step) => (
        <path
          key={step}
          d={`M${step * STEP} 1V${HEIGHT}M${step * STEP - 3.5} 0H${step * STEP + 3.5}L${step * STEP} 7Z`}
          fill="var(--fg0)"
          stroke="var(--fg0)"
        />
      ))}
    </svg>
  )
}

/** Steps in a row under the minimum with the same people, cut to where the minimum holds. */
function shortRuns(
  staffing: readonly number[],
  minimum: number,
  [start, end]: readonly [number, number],
): { people: number; from: number; to: number }[] {
  const runs: { people: number; from: number; to: number }[] = []
  for (const [i, people] of staffing.entries()) {
    const from = Math.max(i, start)
    const to = Math.min(i + 1, end)
    if (people >= minimum || from >= to) continue
    const last = runs.at(-1)
    if (last?.people === people && last.to === from) last.to = to
    else runs.push({ people, from, to })
  }
  return runs
}

/** The five steel steps of a probability map with their numbers. */
export function RampLegend({ steps }: { steps: readonly [string, string, string, string, string] }) {
  return (
    <span className={styles.legend}>
      {steps.map((text, index) => (
        <span key={text}>
          <i style={{ background: `var(--r${index + 1}c)` }} />
          <span className="num">{text}</span>
        </span>
      ))}
    </span>
  )
}

export interface SparkBarsProps {
  /** One value per step, oldest first. */
  values: readonly number[]
  /** Drawn as a dotted line at the top of the scale. */
  limit: number
  label: string
}

/** Counts over the last hour under their limit. */
export function SparkBars({ values, limit, label }: SparkBarsProps) {
  return (
    <svg className={styles.spark} width={values.length * 8} height="20" role="img" aria-label={label}>
      <path d={`M0 2H${values.length * 8}`} stroke="var(--fg2)" strokeDasharray="2 3" />
      {values.map((value, index) => {
        const height = Math.min(1, value / limit) * 18
        // biome-ignore lint/suspicious/noArrayIndexKey: a step of time is its place
        return <rect key={index} x={index * 8} y={20 - height} width="6" height={height} fill="var(--fg2)" />
      })}
    </svg>
  )
}
