import type { LatLng, Ring } from '../../geo/lat-lng.ts'
import type { SealedText } from '../../kernel/decider.ts'
import type { Id, Millis } from '../../kernel/ids.ts'

export const lineKinds = ['road', 'stream', 'other'] as const
export type LineKind = (typeof lineKinds)[number]

/** A road or stream that came as a file: segments are cut along it. */
export interface MapLine {
  id: Id
  kind: LineKind
  name: string
  path: LatLng[]
}

export const hazardKinds = ['cliff', 'water', 'ice', 'avalanche', 'dogs', 'traffic', 'mine', 'other'] as const
export type HazardKind = (typeof hazardKinds)[number]

export const hazardShapes = ['point', 'line', 'area'] as const
export type HazardShape = (typeof hazardShapes)[number]

/** What a team must know before it goes. */
export interface Hazard {
  id: Id
  kind: HazardKind
  shape: HazardShape
  path: LatLng[]
  words: SealedText | null
  by: Id
  at: Millis
}

/** Nobody may be sent here. Letter and outline are a copy: a team's phone does not see the places of others. */
export interface LockedSegment {
  place: Id
  letter: string
  ring: Ring
  reason: SealedText
  by: Id
  at: Millis
}

/** What leaves on paper: SAR 104, SAR 110, SAR 134, SAR 135, ICS-214. */
export const papers = ['team', 'debrief', 'clue', 'clue-log', 'activity'] as const
export type Paper = (typeof papers)[number]

/** Copies of one paper are counted together; a paper about a segment or a team by itself. */
export const paperKey = (paper: Paper, about: Id | null): string => `${paper}:${about ?? ''}`

export function lockOf(
  operation: { search?: { locked?: LockedSegment[] } | null } | undefined,
  place: Id,
): LockedSegment | undefined {
  return operation?.search?.locked?.find((lock) => lock.place === place)
}
