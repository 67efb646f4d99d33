import { lengthInside } from '../geo/clip.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { ringArea } from '../geo/ring-measure.ts'
import { coverage } from './coverage.ts'
import { podFromCoverage } from './detection.ts'
import type { SweepWidth } from './sweep-width.ts'

/** One person's own track, already filtered (`filterTrack`), with the sweep width of that person's search. */
export interface SearchTrack {
  who: string
  lines: LatLng[][]
  sweepWidth: Pick<SweepWidth, 'metres'>
}

export interface SegmentCoverage {
  /** Square metres of the segment. */
  area: number
  /** Metres of each person's track inside, in the order given. */
  inside: { who: string; metres: number; sweepWidth: Pick<SweepWidth, 'metres'> }[]
  coverage: number
  /** By the random curve: real tracks are not parallel lines. */
  pod: number
}

/**
 * Coverage of a segment by the people who walked it: the sum of sweep width × metres inside, over the area. It takes the
 * segment as evenly swept, so where the tracks leave holes the true probability of detection is lower.
 */
export function segmentCoverage(segment: Ring, tracks: SearchTrack[]): SegmentCoverage {
  const area = ringArea(segment)
  const inside = tracks.map(({ who, lines, sweepWidth }) => ({
    who,
    metres: lines.reduce((sum, line) => sum + lengthInside(segment, line), 0),
    sweepWidth,
  }))
  const total = inside.reduce(
    (sum, { metres, sweepWidth }) => sum + coverage(sweepWidth.metres, metres, area),
    0,
  )
  return { area, inside, coverage: total, pod: podFromCoverage(total) }
}
