import type { Millis } from '../kernel/ids.ts'
import type { Injuries } from './types.ts'

/** What a report of force is judged and timed by; counsel must confirm S and I. */
export const forceParameters = {
  /** A weapon or special means used by the assistant never complies [S]: the law of 2004 still allowed "other means". */
  meansForbidden: true,
  /** The written part is due so long after the first word [I]. */
  writtenWithin: (24 * 3_600_000) as Millis,
  /** The prosecutor is told of these [I]. */
  prosecutorAt: new Set<Injuries>(['light', 'serious', 'death']),
}
