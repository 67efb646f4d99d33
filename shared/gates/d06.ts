import type { Geofence } from '../geo/geofence.ts'
import type { Fix } from '../kernel/fix.ts'
import type { Millis } from '../kernel/ids.ts'
import { gateParameters } from './parameters.ts'

/** Inside the order's perimeter, the border included. Judged fix by fix, so it is no `Gate`: an alarm follows, no HOLD. */
export const d06 = { rule: 'D6', basis: 'I' } as const

/** What is remembered of one member's fixes against the order's perimeter, from the acceptance on. */
export interface PerimeterWatch {
  /** The newest fix judged; 0 = none. */
  lastAt: Millis
  /** Metres from the newest fix to the border; 0 = inside. */
  outsideBy: number
  /** Whether the newest fix lies outside by more than its accuracy. */
  beyond: boolean
  /** The present run of fixes beyond, and when it began. */
  run: number
  runSince: Millis
  /** A breach stands until a fix is inside again, not merely close. */
  breached: boolean
  /** Whether any fix so far may have been inside. */
  wasInside: boolean
}

export const unwatched: PerimeterWatch = {
  lastAt: 0,
  outsideBy: 0,
  beyond: false,
  run: 0,
  runSince: 0,
  breached: false,
  wasInside: false,
}

/**
 * Takes one more fix in; one that is not newer changes nothing. The border counts as inside. What is remembered then is
 * written into `into`, which may be `watch` itself.
 */
export function watchFix(
  watch: PerimeterWatch,
  fix: Fix,
  perimeter: Geofence,
  into: PerimeterWatch = { ...watch },
): PerimeterWatch {
  if (fix.at <= watch.lastAt) return watch
  const inside = perimeter.contains(fix.lat, fix.lng)
  const outsideBy = inside ? 0 : Math.abs(perimeter.margin(fix.lat, fix.lng))
  const beyond = outsideBy > fix.accuracy
  const run = beyond ? watch.run + 1 : 0
  const runSince = watch.run > 0 ? watch.runSince : fix.at
  const longEnough = run >= gateParameters.breachFixes || fix.at - runSince >= gateParameters.breachMs
  into.lastAt = fix.at
  into.outsideBy = outsideBy
  into.beyond = beyond
  into.run = run
  into.runSince = runSince
  into.breached = watch.breached ? !inside : beyond && longEnough
  into.wasInside = watch.wasInside || !beyond
  return into
}

export type PerimeterVerdict = 'clear' | 'outside' | 'never-inside' | 'unknown'

/**
 * D6 for one member: `outside` is a breach by who is on scene (OUT_OF_PERIMETER), `never-inside` is for who is not there
 * yet, from `expectedFrom` on (see `expectedInside`). `unknown` is an old or missing fix (STALE): it never is a breach,
 * and ends none.
 */
export function judgePerimeter(
  watch: PerimeterWatch,
  { now, onScene, expectedFrom }: { now: Millis; onScene: boolean; expectedFrom: Millis },
): PerimeterVerdict {
  if (now - watch.lastAt > gateParameters.staleMs) return 'unknown'
  if (onScene) return watch.breached ? 'outside' : 'clear'
  return !watch.wasInside && watch.beyond && now >= expectedFrom ? 'never-inside' : 'clear'
}

/** The instant from which "never inside" is an alarm: the meeting time, or a later acceptance, plus ten minutes. */
export function expectedInside(meeting: Millis, acceptedAt: Millis): Millis {
  return Math.max(meeting, acceptedAt) + gateParameters.neverInsideMs
}
