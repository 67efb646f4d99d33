import { classes } from './class-names.ts'
import styles from './Gauge.module.css'

export interface GaugeProps {
  name: string
  value: number
  limit: number
  /** The end of the scale; what lies beyond is shown at the end. */
  max: number
  /** On which side of the limit the value must stay. */
  keep: 'below' | 'above'
  /** The value as read: "96 м". */
  text: string
  /** Known no more (link lost): the pointer is hatched and nothing is judged. */
  frozen?: boolean
}

/** Normal band solid, forbidden band dashed, a tick at the limit. Out: pointer, name and value are amber. */
export function Gauge({ name, value, limit, max, keep, text, frozen }: GaugeProps) {
  const at = (amount: number): string => `${Math.min(1, Math.max(0, amount / max)) * 100}%`
  const out = keep === 'below' ? value > limit : value < limit
  const [low, high] = keep === 'below' ? [styles.band, styles.forbidden] : [styles.forbidden, styles.band]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter brings colours of its own
    <div
      className={classes(styles.gauge, frozen ? styles.frozen : out && styles.out)}
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(0, value))}
      aria-valuetext={text}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.scale}>
        <i className={low} style={{ left: 0, width: at(limit) }} />
        <i className={high} style={{ left: at(limit), right: 0 }} />
        <i className={styles.limit} style={{ left: at(limit) }} />
        <i className={styles.pointer} style={{ left: at(value) }} />
      </span>
      <span className={classes(styles.value, 'num')}>{text}</span>
    </div>
  )
}
