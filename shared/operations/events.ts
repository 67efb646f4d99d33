import type { Ring } from '../geo/lat-lng.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Facts, Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { Hand, OperationKind, Place, Window } from './types.ts'

export interface OperationEvents {
  OperationOpened: {
    operation: Id
    number: number
    kind: OperationKind
    title: string
    region: string
    window: Window
    perimeter: Ring
    briefing: SealedText | null
    reliefMinutes: number | null
    autoRefill: boolean
  }
  /** What changed; the version goes up by one. */
  OperationChanged: {
    operation: Id
    title?: string
    window?: Window
    perimeter?: Ring
    briefing?: SealedText
    reliefMinutes?: number | null
    autoRefill?: boolean
  }
  PlacePlanned: { place: Omit<Place, 'searches' | 'changedAt' | 'line'> }
  PlaceChanged: { place: Omit<Place, 'searches' | 'changedAt' | 'line'> }
  PlaceRemoved: { place: Id; operation: Id }
  HandSet: { operation: Id; hand: Hand }
  HandCleared: { operation: Id; hand: Hand }
  OperationClosed: { operation: Id; outcome: 'done' | 'aborted' | 'located' }
  NoteAdded: { note: Id; operation: Id | null; region: string; body: SealedText }
}
export type OperationFact = Facts<OperationEvents>
export type OperationEvent = Logged<OperationEvents>
