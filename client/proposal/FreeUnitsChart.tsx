import type { Forecast } from '../../shared/pairing/what-if.ts'
import { useDeskWords } from '../operations/words.ts'

const width = 560
const height = 104
const left = 26
const bottom = 18

/** Free units of the region from now on: as it is, solid; if the proposal is sent, dashed. */
export function FreeUnitsChart({ forecast }: { forecast: Forecast }) {
  const { t, time } = useDeskWords()
  const { from, step, free, afterSending } = forecast
  const top = Math.max(2, ...free, ...afterSending)
  const x = (i: number) => left + (i / free.length) * (width - left - 90)
  // Room for a label above the topmost line.
  const y = (count: number) => 18 + (1 - count / top) * (height - bottom - 24)
  const line = (values: number[]) =>
    values
      .map((count, i) => `${i === 0 ? 'M' : 'V'}${i === 0 ? `${x(0)} ${y(count)}` : y(count)}H${x(i + 1)}`)
      .join('')
  const every = Math.max(1, Math.ceil(free.length / 5))
  const last = (values: number[]) => y(values.at(-1) ?? 0)
  const apart = Math.abs(last(free) - last(afterSending)) < 14 ? 14 : 0
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: '100%', maxWidth: 680, padding: '4px 12px' }}
      role="img"
      aria-label={t('proposals:chart', { now: free[0] ?? 0, after: afterSending[0] ?? 0 })}
    >
      {[0, Math.ceil(top / 2), top].map((count) => (
        <g key={count}>
          <path d={`M${left} ${y(count)}H${width - 90}`} stroke="var(--ln1)" />
          <text x={left - 6} y={y(count) + 4} textAnchor="end" fontSize="10.5" fill="var(--fg2)">
            {count}
          </text>
        </g>
      ))}
      {free.map(
        (_, i) =>
          i % every === 0 && (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step of time is its place
            <text key={i} x={x(i)} y={height - 4} fontSize="10.5" fill="var(--fg2)">
              {time(from + i * step * 60_000)}
            </text>
          ),
      )}
      <path d={line(free)} fill="none" stroke="var(--fg1)" strokeWidth="1.6" />
      <path d={line(afterSending)} fill="none" stroke="var(--adv)" strokeWidth="1.8" strokeDasharray="6 4" />
      <text x={width - 84} y={last(free) + 4 - apart} fontSize="11" fill="var(--fg1)">
        {t('proposals:as-now')}
      </text>
      <text x={width - 84} y={last(afterSending) + 4 + (apart ? 2 : 0)} fontSize="11" fill="var(--adv)">
        {t('proposals:if-sent')}
      </text>
    </svg>
  )
}
