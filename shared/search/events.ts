import type { SealedText } from '../kernel/decider.ts'
import type { Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { SegmentSearch, SweepWidth } from './types.ts'

export interface SearchEvents {
  SearchPointSet: { operation: Id; point: 'ipp' | 'lkp'; sealed: SealedText }
  SubjectDescribed: { operation: Id; subject: SealedText }
  SweepWidthSet: { operation: Id; sweepWidth: SweepWidth }
  CluePlaced: { operation: Id; clue: Id; sealed: SealedText }
  /** A track that came as a file: under `track` with the stored tracks; who walked it is sealed. */
  TrackCredited: { operation: Id; place: Id; track: Id; sealed: SealedText; from: Millis; to: Millis }
  TrackDropped: { operation: Id; track: Id }
  SegmentSearched: { place: Id; operation: Id; search: SegmentSearch }
  /** Undone only by a new event: takes the last sweep of the segment back. */
  SegmentSearchUndone: { place: Id; operation: Id; at: number }
}
export type SearchEvent = Logged<SearchEvents>
