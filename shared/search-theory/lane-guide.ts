import type { LatLng } from '../geo/lat-lng.ts'
import { planeAt, toMetres } from '../geo/plane.ts'
import type { Lane } from './lanes.ts'

/** Where somebody is against a lane. Metres. */
export interface LaneSpot {
  /** To the lane; positive: it lies to the right of who walks along it. */
  aside: number
  /** From its start, in its direction: below 0 before it, beyond `length` after it. */
  along: number
  length: number
}

export function spotOn({ parts }: Pick<Lane, 'parts'>, at: LatLng): LaneSpot | null {
  const start = parts[0]?.[0]
  const end = parts.at(-1)?.[1]
  if (!start || !end) return null
  const plane = planeAt(start)
  const to = toMetres(plane, end)
  const here = toMetres(plane, at)
  const length = Math.hypot(to.x, to.y)
  if (length === 0) return null
  return {
    aside: (here.y * to.x - here.x * to.y) / length,
    along: (here.x * to.x + here.y * to.y) / length,
    length,
  }
}

/** How far a searcher has come with the lanes. */
export interface Following {
  pass: number
  /** The last lane has been walked to its end. */
  done: boolean
  /** Fixes in a row that were too far aside. */
  astray: number
}

export const notBegun: Following = { pass: 0, done: false, astray: 0 }

/** So many fixes in a row beyond half the spacing are no error of the receiver. */
const astrayFixes = 3
/** Metres before the end of a lane at which it counts as walked; where the fix is less certain, its accuracy up to the second. */
const [nearEnd, nearEndAtMost] = [5, 15]

/** Drifted for long enough to say so. */
export const isAstray = ({ astray }: Following): boolean => astray >= astrayFixes

/** Takes one fix of the searcher in. `own`: this searcher's lanes, pass by pass. */
export function follow(
  before: Following,
  own: readonly Lane[],
  spacing: number,
  fix: LatLng & { accuracy: number },
): Following {
  const lane = own[before.pass]
  const spot = lane && spotOn(lane, fix)
  if (!spot || before.done) return before
  const { aside, along, length } = spot
  const near = Math.min(Math.max(nearEnd, Math.min(fix.accuracy, nearEndAtMost)), length / 4)
  if (along >= length - near && Math.abs(aside) <= Math.max(spacing, fix.accuracy))
    return before.pass + 1 < own.length
      ? { pass: before.pass + 1, done: false, astray: 0 }
      : { ...before, done: true, astray: 0 }
  // Who is on the way to the lane, or turning, has not strayed from it.
  const onLane = along > 0 && along < length
  const off = onLane && Math.abs(aside) > Math.max(spacing / 2, fix.accuracy)
  return { ...before, astray: off ? before.astray + 1 : 0 }
}
