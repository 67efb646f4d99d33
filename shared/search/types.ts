import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'

/** Metres, and where the number comes from. */
export interface SweepWidth {
  metres: number
  source: 'rd-test' | 'estimate'
  /** Average detection range in metres, for `rd-test`. */
  rd?: number
  visibility?: 'high' | 'medium' | 'low'
}

/** A search's extra facts. The points are a missing person's: they live in the vault as {lat,lng}. */
export interface SearchPlan {
  ipp: SealedText | null
  lkp: SealedText | null
  lkpAt: Millis | null
  subject: SealedText | null
  sweepWidth: SweepWidth
  clues: Clue[]
  /** Of people without our app, brought as files. */
  tracks?: CreditedTrack[]
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

export interface Clue {
  id: Id
  /** {lat,lng,text} in the vault. */
  sealed: SealedText
  by: Id
  at: Millis
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
  /** Side of the cells whose PODs `pod` is the mean of, and square metres of holes; without it the way counted as even. */
  cells?: { metres: number; holes: number }
  from: Millis
  to: Millis
}
