import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Passed } from '../search-theory/lateral-range.ts'
import type { HoleLeft } from '../search-theory/segment-coverage.ts'
import type { Period } from './case/case-types.ts'
import type { Hazard, LockedSegment, MapLine } from './segments/ground-types.ts'
import type { Debrief } from './sweep/debrief-types.ts'
import type { KindTable } from './teams/team-kinds.ts'

/** Metres, and where the number comes from. */
export interface SweepWidth {
  metres: number
  source: 'rd-test' | 'lateral-range' | 'estimate'
  /** Average detection range in metres, for `rd-test`. */
  rd?: number
  visibility?: 'high' | 'medium' | 'low'
  /** The distances that `rd` is the mean of, where they were measured one by one. */
  ranges?: number[]
  /** What was seen and missed at which distance, for `lateral-range`. */
  passed?: Passed[]
}

/** A search's extra facts. The points are a missing person's: they live in the vault as {lat,lng}. */
export interface SearchPlan {
  ipp: SealedText | null
  lkp: SealedText | null
  lkpAt: Millis | null
  sweepWidth: SweepWidth
  /** Operational periods, oldest first; at most the last one runs. */
  periods?: Period[]
  /** The find distances that its rings go by, a FindDistances. */
  rings?: SealedText
  /** How the kinds of teams search, where the coordinator has said so. */
  kinds?: KindTable
  /** Of people without our app, brought as files. */
  tracks?: CreditedTrack[]
  /** Roads and streams that segments are cut along. */
  lines?: MapLine[]
  hazards?: Hazard[]
  /** Segments to which nobody may be sent. */
  locked?: LockedSegment[]
  /** Copies of each paper so far, by `paperKey`. */
  printed?: Record<string, number>
}

export interface CreditedTrack {
  /** Names it among the stored tracks; made of its points, so that the same walk is the same. */
  id: Id
  place: Id
  /** Who walked it. */
  sealed: SealedText
  from: Millis
  to: Millis
}

/** Those of a sweep who searched as one kind of team does. Metres. */
export interface SweptByKind {
  kind: 'foot' | 'dog'
  sweepWidth: number
  trackMetres: number
  searchers: Id[]
}

/** One finished sweep of a segment: the inputs stand beside the result, so that it can be checked. */
export interface SegmentSearch {
  at: Millis
  pod: number
  coverage: number
  sweepWidth: SweepWidth
  /** Filtered metres inside the segment, all searchers together. */
  trackMetres: number
  /** Square metres. */
  area: number
  searchers: Id[]
  /** Who searched otherwise than on foot with `sweepWidth`; the rest of `trackMetres` and `searchers` did. */
  byKind?: SweptByKind[]
  /** Side of the cells whose PODs `pod` is the mean of, and square metres of holes; without it the way counted as even. */
  cells?: { metres: number; holes: number }
  /** The mean over the area alone, where `pod` is weighed by what the earlier sweeps had left of each cell. */
  podOfArea?: number
  /** Holes of all sweeps so far together. */
  left?: HoleLeft[]
  from: Millis
  to: Millis
  /** What the team said afterwards, and the numbers that follow from it. */
  debrief?: Debrief
}
