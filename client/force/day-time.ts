import type { Millis } from '../../shared/kernel/ids.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** Minutes of the day, in the operation's zone. */
export const minutesOf = (at: Millis, offset: number): number =>
  Math.floor((at + offset * MINUTE) / MINUTE) % 1440

/** A time of the day as the last such instant that is not after `before`. */
export function earlier(before: Millis, minutes: number, offset: number): Millis {
  const midnight = Math.floor((before + offset * MINUTE) / DAY) * DAY - offset * MINUTE
  const at = midnight + minutes * MINUTE
  return at > before ? at - DAY : at
}
