import { partsInside } from '../geo/clip.ts'
import { polylineLength } from '../geo/distance.ts'
import { compileGeofence } from '../geo/geofence.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { ringArea } from '../geo/ring-measure.ts'
import { type Cells, paintCells, podOfCells } from './cells.ts'
import { coverage } from './coverage.ts'
import { podFromCoverage } from './detection.ts'
import { holesIn } from './holes.ts'
import type { SweepWidth } from './sweep-width.ts'

/** One person's own track, already filtered (`filterTrack`), with the sweep width of that person's search. */
export interface SearchTrack {
  who: string
  lines: readonly (readonly LatLng[])[]
  sweepWidth: Pick<SweepWidth, 'metres'>
}

/** What its team said of a sweep. */
interface SaidOfTracks {
  /** A part that was not searched, whatever the tracks say. */
  missed?: Ring
  /** Sweep width × metres of people without a device: spread evenly over what was searched, in square metres. */
  unseen?: number
}

/** What is known of a sweep besides its own tracks. */
export interface SweepFacts extends SaidOfTracks {
  /** The earlier sweeps of the segment. */
  earlier?: readonly EarlierSweep[]
}

export interface EarlierSweep extends SaidOfTracks {
  tracks: readonly SearchTrack[]
  /** The share of the segment that was searched, where nobody could draw the rest; 1 when left out. */
  searched?: number
}

/** A part that all sweeps together have left: square metres, and the POD of everything there. */
export interface HoleLeft {
  area: number
  pod: number
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
  /** The same weighed by what the earlier sweeps left of each cell: what this sweep adds for certain to theirs. */
  podLeft: number
  /** What the same effort would give, spread evenly over the segment: never less than `pod`. */
  podEven: number
  /** Holes of all sweeps together, the largest first. */
  left: HoleLeft[]
}

/** Coverage of a segment by the people who walked it, in all (sweep width × metres inside ÷ area) and cell by cell. */
export function segmentCoverage(
  segment: Ring,
  tracks: readonly SearchTrack[],
  { earlier = [], missed, unseen = 0 }: SweepFacts = {},
): SegmentCoverage {
  const area = ringArea(segment)
  const inside = insideOf(segment, tracks)
  const total = inside.reduce(
    (sum, { metres, sweepWidth }) => sum + coverage(sweepWidth.metres, metres, area),
    unseen / area,
  )
  const cells = painted(segment, inside)
  spread(cells, unseen, missed)
  const podEven = podFromCoverage(total)
  const pod = Math.min(podOfCells(cells), podEven)
  const before = earlier.length > 0 ? coverageBefore(segment, earlier) : null
  const walked = [...tracks, ...earlier.flatMap((sweep) => sweep.tracks)]
  const widest = Math.max(0, ...walked.map(({ sweepWidth }) => sweepWidth.metres))
  const all = cells.coverage.map((of, at) => of + (before?.[at] ?? 0))
  return {
    area,
    inside,
    coverage: total,
    cells,
    pod,
    podLeft: before ? podOfCells(cells, before) : pod,
    podEven,
    left: holesIn({ ...cells, coverage: all }, widest).map(({ area, pod }) => ({ area, pod })),
  }
}

function insideOf(segment: Ring, tracks: readonly SearchTrack[]): SegmentCoverage['inside'] {
  return tracks.map(({ who, lines, sweepWidth }) => {
    const parts = lines.flatMap((line) => partsInside(segment, line))
    return {
      who,
      lines: parts,
      metres: parts.reduce((sum, part) => sum + polylineLength(part), 0),
      sweepWidth,
    }
  })
}

const painted = (segment: Ring, inside: SegmentCoverage['inside']): Cells =>
  paintCells(
    segment,
    inside.map(({ lines, sweepWidth }) => ({ lines, sweepWidth: sweepWidth.metres })),
  )

/**
 * By cell, the coverage that leaves what these sweeps have left together. Of one that searched only a share s, nobody knows
 * where, each cell has left 1 − s·(1 − e^(−C)) as if it were an average part.
 */
function coverageBefore(segment: Ring, sweeps: readonly EarlierSweep[]): Cells['coverage'] {
  const all = painted(segment, [])
  for (const { tracks, missed, unseen = 0, searched = 1 } of sweeps) {
    const cells = painted(segment, insideOf(segment, tracks))
    spread(cells, unseen, missed)
    for (const [at, of] of cells.coverage.entries())
      all.coverage[at] =
        (all.coverage[at] as number) + (searched === 1 ? of : -Math.log1p(-searched * podFromCoverage(of)))
  }
  return all.coverage
}

/** Clears the cells that were not searched, and gives the rest its share of what has no track. */
function spread(cells: Cells, unseen: number, missed: Ring | undefined): void {
  const { southWest, northEast, columns, rows, inside, coverage, metres } = cells
  const fence = missed && compileGeofence(missed)
  const searched = (at: number) =>
    !fence?.contains(
      southWest.lat + ((Math.floor(at / columns) + 0.5) / rows) * (northEast.lat - southWest.lat),
      southWest.lng + (((at % columns) + 0.5) / columns) * (northEast.lng - southWest.lng),
    )
  let cellsSearched = 0
  for (let at = 0; at < coverage.length; at++) {
    if (searched(at)) cellsSearched += inside[at] as number
    else coverage[at] = 0
  }
  if (unseen === 0 || cellsSearched === 0) return
  const each = unseen / (cellsSearched * metres ** 2)
  for (let at = 0; at < coverage.length; at++)
    if (searched(at)) coverage[at] = (coverage[at] as number) + each
}
