import type { LatLng } from '../geo/lat-lng.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { IncidentKind } from './types.ts'

export interface IncidentEvents {
  IncidentReported: {
    incident: Id
    number: number
    kind: IncidentKind
    region: string
    at: LatLng
    place: string
    words: SealedText
  }
  IncidentJoined: { incident: Id; operation: Id }
  IncidentClosed: { incident: Id }
}
export type IncidentEvent = Logged<IncidentEvents>
