import { number, percent } from '../../../shared/i18n/format.ts'
import { leastDistances } from '../../../shared/search/commands.ts'
import {
  crossover,
  type LateralRange,
  lateralRange,
  type Passed,
  sweepWidthOf,
} from '../../../shared/search-theory/lateral-range.ts'
import { useDeskWords } from '../../operations/words.ts'
import styles from './width.module.css'

interface LateralResultProps {
  passed: readonly Passed[]
  holds: number | undefined
}

/** Seen so often at the last distance, the curve goes on beyond it. */
const stillSeen = 0.05
/** Two widths this close are the same. */
const same = 0.05

/** The width under the curve, its crossover, and the same check of the width that holds. */
export function LateralResult({ passed, holds }: LateralResultProps) {
  const { t, language } = useDeskWords()
  const show = (metres: number) => number(metres, language, 1)
  if (passed.length < leastDistances) return <p className="dim small">{t('search:lateral-few')}</p>
  const curve = lateralRange(passed)
  const width = sweepWidthOf(curve)
  if (width < 0.5) return <p className="amber small">{t('search:lateral-none')}</p>
  const { missedInside, detectedOutside } = crossover(curve, width)
  const old = holds !== undefined && Math.abs(holds - width) > same * width ? crossover(curve, holds) : null
  const ends = [curve[0], curve.at(-1)].filter((end): end is LateralRange => (end?.p ?? 0) > stillSeen)
  const farthest = ends.at(-1)
  return (
    <div role="status" className={styles.result}>
      <p className="strong num">{t('search:width-result', { metres: show(width) })}</p>
      <p className="small dim">
        {t('search:lateral-rests-on', {
          distances: new Set(passed.map(({ distance }) => distance)).size,
          objects: passed.reduce((sum, { seen, missed }) => sum + seen + missed, 0),
        })}
      </p>
      <Curve curve={curve} width={width} label={t('search:lateral-curve')} />
      <p className="small">
        {t('search:lateral-crossover', {
          half: show(width / 2),
          missed: show(missedInside),
          seen: show(detectedOutside),
        })}
      </p>
      {old && holds !== undefined && (
        <p className="small">
          {t(holds < width ? 'search:lateral-too-narrow' : 'search:lateral-too-wide', {
            width: show(holds),
            missed: show(old.missedInside),
            seen: show(old.detectedOutside),
          })}
        </p>
      )}
      {farthest && (
        <p className="small amber">
          {t('search:lateral-goes-on', { distance: show(farthest.x), share: percent(farthest.p, language) })}
        </p>
      )}
    </div>
  )
}

const [wide, tall] = [260, 56]

/** How likely an object is seen by its distance, and the band that counts for as much. */
function Curve({ curve, width, label }: { curve: readonly LateralRange[]; width: number; label: string }) {
  const reach = Math.max(width / 2, ...curve.map(({ x }) => Math.abs(x)))
  const at = (metres: number) => ((metres / reach + 1) / 2) * wide
  const points = curve.map(({ x, p }) => `${at(x)} ${(1 - p) * tall}`)
  const first = at(curve[0]?.x ?? 0)
  const last = at(curve.at(-1)?.x ?? 0)
  return (
    <svg className={styles.curve} viewBox={`-1 -1 ${wide + 2} ${tall + 2}`} role="img" aria-label={label}>
      <path
        d={`M${first} ${tall}L${points.join('L')}L${last} ${tall}Z`}
        fill="var(--fg2)"
        fillOpacity="0.25"
      />
      <path d={`M${points.join('L')}`} fill="none" stroke="var(--fg1)" strokeWidth="1.6" />
      <rect
        x={at(-width / 2)}
        y={0}
        width={at(width / 2) - at(-width / 2)}
        height={tall}
        fill="none"
        stroke="var(--adv)"
        strokeWidth="1.4"
        strokeDasharray="5 3"
      />
      <path d={`M${at(0)} 0V${tall}M0 ${tall}H${wide}`} stroke="var(--ln3)" />
    </svg>
  )
}
