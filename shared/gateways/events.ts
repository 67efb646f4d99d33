import type { Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'

export interface GatewayEvents {
  GatewayOpened: { gateway: Id; name: string; regions: string[] }
  GatewayClosed: { gateway: Id; name: string }
}
export type GatewayEvent = Logged<GatewayEvents>
