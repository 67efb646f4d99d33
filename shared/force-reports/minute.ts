import type { Ring } from '../geo/lat-lng.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { OperationKind, Window } from '../operations/types.ts'

export interface MinutePoint {
  at: Millis
  lat: number
  lng: number
  /** Metres. */
  accuracy: number
}

/** The minute around an event, as it stood in the record when it was copied: nothing changes it later. */
export interface FrozenMinute {
  from: Millis
  happenedAt: Millis
  to: Millis
  /** Who reported, the team and its unit; in the order of the task. */
  carriers: { kind: 'assistant' | 'unit'; id: Id; callSign: string; points: MinutePoint[] }[]
  /** The order that was valid then; null when the person was in no task. */
  order: {
    version: number
    perimeter: Ring
    window: Window
    kind: OperationKind
    leader: Id
    by: Id
    at: Millis
    briefing: string | null
  } | null
  messages: { at: Millis; by: Id; words: string | null }[]
}

/** What the server gathers for the decider. */
export interface MeasuredMinute {
  text: string
  from: Millis
  to: Millis
}
