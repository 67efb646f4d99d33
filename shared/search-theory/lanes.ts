import { boxCentre, boxOf } from '../geo/box.ts'
import { RADIANS } from '../geo/distance.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { planeAt, toLatLng, toMetres } from '../geo/plane.ts'

/** How a line of searchers sweeps a segment. */
export interface SweepLine {
  /** Most metres between two neighbours. */
  spacing: number
  /** Whole degrees clockwise from north: where the first pass is walked to. */
  bearing: number
  /** The side that the line begins at, seen in that direction; it moves over to the other. */
  from: 'left' | 'right'
}

/** One straight way of one searcher. */
export interface Lane {
  pass: number
  /** 1 is at the side that the line begins at. */
  searcher: number
  /** From border to border in the direction of walking; several where the segment is bent. */
  parts: [LatLng, LatLng][]
  /** Of the parts. */
  metres: number
}

export interface SweepPlan {
  /** Pass by pass, in each the searchers in their order: side by side from where the line begins. */
  lanes: Lane[]
  passes: number
  /** What the spacing comes to where everybody has a lane in every pass: never more than was wanted. */
  spacing: number
  /** Metres of all lanes together. */
  length: number
  /** Metres that each searcher walks beside the lanes, from pass to pass. */
  turns: number
}

/**
 * Lanes of `searchers` abreast, there and back. Between the passes the line moves over by its own width and turns round,
 * so that everybody keeps the same neighbours. The outer lanes run half a spacing from the border.
 */
export function planLanes(ring: Ring, { spacing, bearing, from }: SweepLine, searchers: number): SweepPlan {
  const frame = frameOf(ring, bearing)
  const [low, high] = spanOf(frame.corners.map(({ aside }) => aside))
  const passes = Math.max(1, Math.ceil((high - low) / (searchers * spacing) - 1e-3))
  const fits = (high - low) / (passes * searchers)
  const lanes = Array.from({ length: passes * searchers }, (_, at): Lane => {
    const pass = Math.floor(at / searchers)
    const aside = from === 'left' ? low + (at + 0.5) * fits : high - (at + 0.5) * fits
    const chords = chordsAt(frame.corners, aside)
    if (pass % 2 === 1) chords.reverse()
    return {
      pass,
      searcher: (at % searchers) + 1,
      parts: chords.map(([start, end]) => {
        const ends = [frame.toLatLng(start, aside), frame.toLatLng(end, aside)] as const
        return pass % 2 === 1 ? [ends[1], ends[0]] : [ends[0], ends[1]]
      }),
      metres: chords.reduce((sum, [start, end]) => sum + end - start, 0),
    }
  })
  return {
    lanes,
    passes,
    spacing: fits,
    length: lanes.reduce((sum, { metres }) => sum + metres, 0),
    turns: (passes - 1) * searchers * fits,
  }
}

/** Seconds until the line is through: each pass lasts as long as its longest lane. */
export function secondsOf({ lanes, passes, turns }: SweepPlan, speed: number): number {
  const longest = Array.from({ length: passes }, () => 0)
  for (const { pass, metres } of lanes) longest[pass] = Math.max(longest[pass] ?? 0, metres)
  return (longest.reduce((sum, metres) => sum + metres, 0) + turns) / speed
}

/** The spacing of parallel tracks that gives a POD by the random curve; none is wide enough for 0 and close enough for 1. */
export function spacingFor(sweepWidth: number, pod: number): number {
  return sweepWidth / -Math.log1p(-pod)
}

/** The direction in whole degrees below 180 in which a segment is longest: the fewest turns. */
export function longSide(ring: Ring): number {
  let best = 0
  let least = Infinity
  for (let bearing = 0; bearing < 180; bearing++) {
    const [low, high] = spanOf(frameOf(ring, bearing).corners.map(({ aside }) => aside))
    // Rounding must not prefer the later of two equals.
    if (high - low >= least - 1e-6) continue
    least = high - low
    best = bearing
  }
  return best
}

export const startCorners = ['north-east', 'south-east', 'south-west', 'north-west'] as const
export type StartCorner = (typeof startCorners)[number]

/** The corner of the segment that the line begins at. */
export function cornerOf({ bearing, from }: Pick<SweepLine, 'bearing' | 'from'>): StartCorner {
  const towards = (bearing + (from === 'left' ? 225 : 135)) % 360
  return startCorners[Math.floor(towards / 90)] as StartCorner
}

/** The same lanes, begun at another corner. */
export function fromCorner(bearing: number, corner: StartCorner): Pick<SweepLine, 'bearing' | 'from'> {
  const ways = [bearing % 360, (bearing + 180) % 360].flatMap((bearing) =>
    (['left', 'right'] as const).map((from) => ({ bearing, from })),
  )
  return ways.find((way) => cornerOf(way) === corner) as (typeof ways)[number]
}

/** A ring's corner in metres along a bearing, and to the right of it. */
interface Corner {
  along: number
  aside: number
}

function frameOf(ring: Ring, bearing: number) {
  const plane = planeAt(boxCentre(boxOf(ring)))
  const sin = Math.sin(bearing * RADIANS)
  const cos = Math.cos(bearing * RADIANS)
  return {
    corners: ring.map((at): Corner => {
      const { x, y } = toMetres(plane, at)
      return { along: x * sin + y * cos, aside: x * cos - y * sin }
    }),
    toLatLng: (along: number, aside: number) =>
      toLatLng(plane, { x: along * sin + aside * cos, y: along * cos - aside * sin }),
  }
}

function spanOf(values: readonly number[]): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** Where the line so far aside lies inside: from and to, along. */
function chordsAt(corners: readonly Corner[], aside: number): [number, number][] {
  const cuts: number[] = []
  corners.forEach((b, i) => {
    const a = corners.at(i - 1) as Corner
    if (a.aside > aside !== b.aside > aside)
      cuts.push(a.along + ((aside - a.aside) / (b.aside - a.aside)) * (b.along - a.along))
  })
  cuts.sort((a, b) => a - b)
  const chords: [number, number][] = []
  for (let i = 0; i + 1 < cuts.length; i += 2) chords.push([cuts[i] as number, cuts[i + 1] as number])
  return chords
}
