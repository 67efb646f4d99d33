import type { Facts, Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'

export interface Carrier {
  kind: 'assistant' | 'unit'
  id: Id
}

export interface ShiftEvents {
  ShiftOpened: { who: Carrier; from: Millis; to: Millis }
  ShiftExtended: { who: Carrier; to: Millis }
  ShiftClosed: { who: Carrier; why: 'self' | 'desk' | 'registry' | 'overrun' }
}
export type ShiftFact = Facts<ShiftEvents>
export type ShiftEvent = Logged<ShiftEvents>
