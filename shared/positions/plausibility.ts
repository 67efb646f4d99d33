import { distance } from '../geo/distance.ts'
import type { Fix } from '../kernel/fix.ts'
import type { Millis } from '../kernel/ids.ts'

export interface PlausibilityLimits {
  /** m/s; a helicopter is slower. */
  fastest: number
  /** Metres: a fix this vague says nothing. */
  vaguest: number
  /** Milliseconds that a device's clock may be ahead. */
  ahead: Millis
  /** Milliseconds after which a late fix is of no use to the track either. */
  late: Millis
  /** So many jumps in a row, each within reach of the one before, are believed: the place shown was the wrong one. */
  believeAfter: number
}

export const plausible: PlausibilityLimits = {
  fastest: 100,
  vaguest: 10_000,
  ahead: 120_000,
  late: 24 * 3_600_000,
  believeAfter: 3,
}

export type DropCode =
  | 'coordinates'
  | 'accuracy'
  | 'speed'
  | 'time'
  | 'future'
  | 'too-old'
  | 'duplicate'
  | 'older'
  | 'jump'

/** Jumps in a row and the newest of them. */
export interface Suspect {
  fix: Fix
  count: number
}

/**
 * `accept`: moves the marker and goes to the track. Otherwise the marker stays; `track` says whether the track takes it
 * all the same (the track's own filter sees both sides of it later). Keep `suspect` for the next fix of this carrier;
 * on `accept` forget it.
 */
export type Verdict = 'accept' | { drop: DropCode; track: boolean; suspect: Suspect | null }

/** No device reports from before this; receivers without a clock say 1970, 1980, or 1,024 weeks too early. */
const earliest: Millis = Date.UTC(2020, 0, 1)
/** Degrees around 0° N 0° E, where a receiver without a fix claims to be. */
const nullIsland = 0.001

/**
 * `shown` is the fix at the marker (null: none yet), `now` the server's clock; times are corrected already. The fixes may
 * be written over afterwards. Accepting makes no object: it is what happens to nearly all.
 */
export function judge(
  fix: Fix,
  shown: Fix | null,
  suspect: Suspect | null,
  now: Millis,
  limits: PlausibilityLimits = plausible,
): Verdict {
  const code = impossible(fix, now, limits)
  if (code !== null) return { drop: code, track: false, suspect }
  // A marker of the future is from before the server's clock was set back: it would stand still until then.
  if (shown === null || shown.at > now + limits.ahead) return 'accept'
  if (fix.at === shown.at) return { drop: 'duplicate', track: false, suspect }
  if (fix.at < shown.at) return { drop: 'older', track: true, suspect }
  if (reachable(shown, fix, limits)) return 'accept'
  // Among the suspects too, a repeated or late fix says nothing new.
  if (suspect !== null && fix.at <= suspect.fix.at) return { drop: 'jump', track: true, suspect }
  const count = suspect !== null && reachable(suspect.fix, fix, limits) ? suspect.count + 1 : 1
  if (count >= limits.believeAfter) return 'accept'
  return { drop: 'jump', track: true, suspect: { fix: { ...fix }, count } }
}

/** What is wrong with a fix by itself. Comparisons are turned so that NaN fails them, but for a speed, which may be unknown. */
function impossible(fix: Fix, now: Millis, limits: PlausibilityLimits): DropCode | null {
  const { speed = Number.NaN } = fix
  if (!(Math.abs(fix.lat) <= 90 && Math.abs(fix.lng) <= 180)) return 'coordinates'
  if (Math.abs(fix.lat) < nullIsland && Math.abs(fix.lng) < nullIsland) return 'coordinates'
  if (!(fix.accuracy >= 0 && fix.accuracy <= limits.vaguest)) return 'accuracy'
  if (!(speed >= 0 && speed <= limits.fastest) && !Number.isNaN(speed)) return 'speed'
  if (!(fix.at >= earliest && fix.at < Number.POSITIVE_INFINITY)) return 'time'
  if (fix.at > now + limits.ahead) return 'future'
  if (fix.at < now - limits.late) return 'too-old'
  return null
}

/** Whether one could have come from `a` to the later `b`; both may be off by their accuracy. */
const reachable = (a: Fix, b: Fix, limits: PlausibilityLimits) =>
  distance(a, b) - a.accuracy - b.accuracy <= (limits.fastest * (b.at - a.at)) / 1000
