import { distance, percent } from '../../../shared/i18n/format.ts'
import { areaPlan, bestPlan, successSoFar } from '../../../shared/search/teams/best-next.ts'
import { useMinute } from '../../event/use-minute.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useNarrow } from '../../ui/screen-size.ts'
import styles from '../search.module.css'
import type { SearchBoard } from '../use-search.ts'

const left = 30
/** Room for the plan's words over its line. */
const above = 20
const bottom = 20
const right = 12

export interface SuccessChartProps {
  search: SearchBoard
  assumed: Parameters<typeof bestPlan>[1]
  people: number
}

/** The chance of success over time: solid as recorded, dashed as the best plan would go on, dotted by area. */
export function SuccessChart({ search: { operation, segments }, assumed, people }: SuccessChartProps) {
  const { t, language, time } = useDeskWords()
  const narrow = useNarrow()
  const minute = useMinute()
  const width = narrow ? 300 : 420
  const tall = narrow ? 112 : 168
  const now = Math.max(operation.openedAt, Math.min(minute, operation.window.to))
  const from = Math.min(operation.openedAt, now - 30 * 60_000)
  const to = Math.max(operation.window.to, now + 60 * 60_000)
  const past = successSoFar(segments, operation.openedAt)
  const span = { from: now, to }
  const open = operation.closedAt === null
  const plan = open ? bestPlan(segments, assumed, people, span) : []
  const byArea = open ? areaPlan(segments, assumed, people, span) : []
  const areaEnd = byArea.at(-1)?.opos ?? 0
  const end = plan.at(-1)?.opos ?? 0
  const current = past.at(-1)?.opos ?? 0
  const top = Math.min(1, Math.max(0.2, Math.ceil(Math.max(end, current) * 5) / 5))
  const x = (at: number) => left + ((at - from) / (to - from)) * (width - left - right)
  const y = (share: number) => above + (1 - share / top) * (tall - bottom - above)
  const steps = past
    .map(({ at, opos }, i) => `${i === 0 ? `M${x(at)} ${y(opos)}` : `H${x(at)}V${y(opos)}`}`)
    .join('')
  const solid = `${steps}H${x(now)}`
  const lineOf = (points: typeof plan) =>
    points.map(({ at, opos }, i) => `${i === 0 ? 'M' : 'L'}${x(at)} ${y(opos)}`).join('')
  const hour = 3_600_000
  const every = Math.max(1, Math.ceil((to - from) / hour / 5)) * hour
  const ticks = Array.from(
    { length: Math.floor((to - from) / every) + 1 },
    (_, i) => Math.ceil(from / hour) * hour + i * every,
  ).filter((at) => at < to)
  const levels = [0, top / 2, top]
  const text = { fontSize: 11, fill: 'var(--fg2)' } as const
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${tall}`}
      role="img"
      aria-label={t('search:chart', {
        now: percent(current, language),
        plan: percent(end, language),
        area: percent(areaEnd, language),
      })}
    >
      {levels.map((level) => (
        <g key={level}>
          <path d={`M${left} ${y(level)}H${width - right}`} stroke="var(--ln1)" />
          <text x={left - 6} y={y(level) + 4} textAnchor="end" {...text}>
            {Math.round(level * 100)}
          </text>
        </g>
      ))}
      {ticks.map((at) => (
        <text key={at} x={x(at)} y={tall - 4} textAnchor="middle" {...text}>
          {time(at)}
        </text>
      ))}
      <path d={`${solid}V${y(0)}H${x(operation.openedAt)}Z`} fill="var(--fg2)" fillOpacity="0.2" />
      <path d={solid} fill="none" stroke="var(--fg1)" strokeWidth="1.8" />
      <path d={lineOf(byArea)} fill="none" stroke="var(--fg2)" strokeWidth="1.4" strokeDasharray="1.5 3" />
      <path d={lineOf(plan)} fill="none" stroke="var(--adv)" strokeWidth="1.8" strokeDasharray="6 4" />
      <path d={`M${x(now)} 6V${tall - bottom}`} stroke="var(--fg2)" />
      <circle cx={x(now)} cy={y(current)} r="3.5" fill="var(--bg1)" stroke="var(--fg0)" strokeWidth="1.6" />
      {plan.length > 0 && (
        <text
          x={width - right}
          y={Math.max(14, y(end) - 7)}
          textAnchor="end"
          fontSize="11.5"
          fill="var(--adv)"
        >
          {t('search:best-plan', {
            percent: percent(end, language),
            people,
            width: distance(assumed.sweepWidth, language),
          })}
        </text>
      )}
      {byArea.length > 0 && (
        <text x={width - right} y={tall - bottom - 6} textAnchor="end" {...text}>
          {t('search:area-plan', { percent: percent(areaEnd, language) })}
        </text>
      )}
    </svg>
  )
}
