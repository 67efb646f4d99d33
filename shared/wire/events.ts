import type { AlarmKind } from '../alarms/types.ts'
import type { Entities } from '../board/board.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import type { EntityKind, Id, Millis } from '../kernel/ids.ts'

/** An entity as it stands at `upTo`: replaces whatever the client had. */
export type EntitySnapshot = { [Kind in EntityKind]: { kind: Kind; entity: Entities[Kind] } }[EntityKind]

/**
 * The log as one viewer may see it, from `after` (exclusive) to `upTo`. Gaps in the events' sequences are normal.
 * Order of application: events, then `vanish`, then `appear`.
 */
export interface EventsEnvelope {
  after: number
  upTo: number
  events: LoggedEvent[]
  appear: EntitySnapshot[]
  vanish: { kind: EntityKind; id: Id }[]
  /** Calls for help at receipt, before they are stored; the stored alarm has the same id. */
  received?: {
    alarm: Id
    kind: AlarmKind
    subject: { kind: 'assistant' | 'unit'; id: Id }
    region: string
    at: Millis
  }[]
}
