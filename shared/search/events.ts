import type { SealedText } from '../kernel/decider.ts'
import type { Facts, Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { SegmentSearch, SweepWidth } from './types.ts'

export interface SearchEvents {
  SearchPointSet: { operation: Id; point: 'ipp' | 'lkp'; sealed: SealedText }
  SubjectDescribed: { operation: Id; subject: SealedText }
  SweepWidthSet: { operation: Id; sweepWidth: SweepWidth }
  CluePlaced: { operation: Id; clue: Id; sealed: SealedText }
  SegmentSearched: { place: Id; operation: Id; search: SegmentSearch }
  /** Undone only by a new event: takes the last sweep of the segment back. */
  SegmentSearchUndone: { place: Id; operation: Id; at: number }
}
export type SearchFact = Facts<SearchEvents>
export type SearchEvent = Logged<SearchEvents>
