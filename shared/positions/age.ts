import type { Millis } from '../kernel/ids.ts'

/** All ages of a fix that mean something, in one place. Milliseconds. */
const liveFor: Millis = 30_000
export const ageingFor: Millis = 120_000
const lostAtLeast: Millis = 180_000
/** A device may miss so many of its own intervals before it counts as lost. */
const missedIntervals = 3

export type Age = 'none' | 'live' | 'ageing' | 'stale'

/** How a fix of time `at` looks at `now`; `at` 0 = there never was one. A fix from a clock ahead of ours is live. */
export function ageOf(at: Millis, now: Millis): Age {
  if (at === 0) return 'none'
  const age = now - at
  return age <= liveFor ? 'live' : age <= ageingFor ? 'ageing' : 'stale'
}

/** Silence after which contact with a device is lost; `interval` in seconds, as the device announced it. */
export const lostAfter = (interval: number): Millis =>
  Math.max(lostAtLeast, missedIntervals * interval * 1000)

/** The instant at which contact is lost unless a newer fix comes. */
export const lostAt = (lastFix: Millis, interval: number): Millis => lastFix + lostAfter(interval)
