import type { Skill } from '../assistants/types.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { SearchPlan, SegmentSearch } from '../search/types.ts'
import type { SweepLine } from '../search-theory/lanes.ts'

export const operationKinds = ['patrol', 'event-security', 'search', 'site-guard', 'scene-hold'] as const
export type OperationKind = (typeof operationKinds)[number]

export const placeKinds = ['beat', 'post', 'guard-point', 'segment'] as const
export type PlaceKind = (typeof placeKinds)[number]

export interface Window {
  from: Millis
  to: Millis
}

/** One needed assistant; with a skill only who has it fits. */
export interface Slot {
  skill?: Skill
}

/** A change by hand: an edge the pairing must use or must not use. */
export interface Hand {
  kind: 'pin' | 'forbid'
  assistant?: Id
  unit?: Id
  place?: Id
}

export interface Operation {
  id: Id
  /** 1187: what people call it. */
  number: number
  kind: OperationKind
  title: string
  region: string
  window: Window
  perimeter: Ring
  /** Goes up with each change of window, perimeter or briefing: the version an order is a copy of. */
  version: number
  briefing: SealedText | null
  /** Minutes a person stays on a post before relief is due; null = none. */
  reliefMinutes: number | null
  /** Offers a declined slot to `reserve` in order without asking again. */
  autoRefill: boolean
  hands: Hand[]
  search: SearchPlan | null
  openedBy: Id
  openedAt: Millis
  closedAt: Millis | null
  /** How many tasks it has had: 1187-3 is the third. */
  taskCount: number
}

export interface Place {
  id: Id
  operation: Id
  kind: PlaceKind
  /** А, Б, 1, 2: on the map's plate. */
  letter: string
  name: string
  /** Where assistants join the unit, and when ("en route" is to it). */
  meeting: { at: LatLng; time: Millis | null }
  /** A beat's or segment's outline; null for a point. */
  ring: Ring | null
  slots: Slot[]
  /** Assistants that must be there; below it the post's alarm rises. */
  minimum: number
  /** Segments only: the probability that the subject is here (0..1), at the start. */
  poa: number | null
  searches: SegmentSearch[]
  /** Segments only: how the line of searchers goes through it. */
  line?: SweepLine | undefined
  /** When it was planned or its plan last changed: the delay of its minimum counts from here. */
  changedAt: Millis
}

/** A line an officer wrote into the journal. */
export interface Note {
  id: Id
  operation: Id | null
  region: string
  body: SealedText
  by: Id
  at: Millis
}
