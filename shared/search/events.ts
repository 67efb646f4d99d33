import type { SealedText } from '../kernel/decider.ts'
import type { Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { SweepLine } from '../search-theory/lanes.ts'
import type { CaseEvents, ClueEvents } from './case/case-events.ts'
import type { SegmentSearch, SweepWidth } from './types.ts'

export interface SearchEvents extends CaseEvents, ClueEvents {
  SearchPointSet: { operation: Id; point: 'ipp' | 'lkp'; sealed: SealedText }
  SweepWidthSet: { operation: Id; sweepWidth: SweepWidth }
  /** A track that came as a file: under `track` with the stored tracks; who walked it is sealed. */
  TrackCredited: { operation: Id; place: Id; track: Id; sealed: SealedText; from: Millis; to: Millis }
  TrackDropped: { operation: Id; track: Id }
  /** The newest order of the sweep; null takes it back. */
  SweepLineSet: { place: Id; operation: Id; line: SweepLine | null }
  SegmentSearched: { place: Id; operation: Id; search: SegmentSearch }
  /** Undone only by a new event: takes the last sweep of the segment back. */
  SegmentSearchUndone: { place: Id; operation: Id; at: number }
}
export type SearchEvent = Logged<SearchEvents>
