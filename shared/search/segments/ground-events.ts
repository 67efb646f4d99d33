import type { LatLng, Ring } from '../../geo/lat-lng.ts'
import type { SealedText } from '../../kernel/decider.ts'
import type { Logged } from '../../kernel/event.ts'
import type { Id } from '../../kernel/ids.ts'
import type { HazardKind, HazardShape, MapLine, Paper } from './ground-types.ts'

/** What lies on the ground of a search. Their key is the operation's: its teams see all of it. */
export interface GroundEvents {
  SearchLinesAdded: { operation: Id; lines: MapLine[] }
  SearchLineDropped: { operation: Id; line: Id }
  HazardMarked: {
    operation: Id
    hazard: Id
    kind: HazardKind
    shape: HazardShape
    path: LatLng[]
    words: SealedText | null
  }
  HazardCleared: { operation: Id; hazard: Id }
  SegmentLocked: { operation: Id; place: Id; letter: string; ring: Ring; reason: SealedText }
  SegmentUnlocked: { operation: Id; place: Id }
  /** The paper says so itself: copy so and so of the record up to this sequence. */
  PaperPrinted: { operation: Id; paper: Paper; about: Id | null; copy: number; upTo: number }
  /** Stands before the new places and the end of the old one; `share` is of the old one's area. */
  SegmentCut: {
    operation: Id
    place: Id
    letter: string
    parts: { place: Id; letter: string; share: number }[]
  }
}
export type GroundEvent = Logged<GroundEvents>
