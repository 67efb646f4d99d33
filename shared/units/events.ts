import type { Facts, Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'

export interface UnitEvents {
  UnitRegistered: { unit: Id; callSign: string; region: string; mobility: 'car' | 'foot' }
  UnitLeaving: { unit: Id }
  UnitBack: { unit: Id }
  UnitClosed: { unit: Id }
}
export type UnitFact = Facts<UnitEvents>
export type UnitEvent = Logged<UnitEvents>
