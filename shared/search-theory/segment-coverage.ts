import { partsInside } from '../geo/clip.ts'
import { polylineLength } from '../geo/distance.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { ringArea } from '../geo/ring-measure.ts'
import { type Cells, paintCells, podOfCells } from './cells.ts'
import { coverage } from './coverage.ts'
import { podFromCoverage } from './detection.ts'
import type { SweepWidth } from './sweep-width.ts'

/** One person's own track, already filtered (`filterTrack`), with the sweep width of that person's search. */
export interface SearchTrack {
  who: string
  lines: readonly (readonly LatLng[])[]
  sweepWidth: Pick<SweepWidth, 'metres'>
}

export interface SegmentCoverage {
  /** Square metres of the segment. */
  area: number
  /** Each person's track inside, with its metres, in the order given. */
  inside: { who: string; lines: LatLng[][]; metres: number; sweepWidth: Pick<SweepWidth, 'metres'> }[]
  coverage: number
  cells: Cells
  /** The mean of the cells' PODs, by the random curve: real tracks are not parallel lines. */
  pod: number
  /** What the same effort would give, spread evenly over the segment: never less. */
  podEven: number
}

/** Coverage of a segment by the people who walked it, in all (sweep width × metres inside ÷ area) and cell by cell. */
export function segmentCoverage(segment: Ring, tracks: readonly SearchTrack[]): SegmentCoverage {
  const area = ringArea(segment)
  const inside = tracks.map(({ who, lines, sweepWidth }) => {
    const parts = lines.flatMap((line) => partsInside(segment, line))
    return {
      who,
      lines: parts,
      metres: parts.reduce((sum, part) => sum + polylineLength(part), 0),
      sweepWidth,
    }
  })
  const total = inside.reduce(
    (sum, { metres, sweepWidth }) => sum + coverage(sweepWidth.metres, metres, area),
    0,
  )
  const cells = paintCells(
    segment,
    inside.map(({ lines, sweepWidth }) => ({ lines, sweepWidth: sweepWidth.metres })),
  )
  const podEven = podFromCoverage(total)
  return { area, inside, coverage: total, cells, pod: Math.min(podOfCells(cells), podEven), podEven }
}
