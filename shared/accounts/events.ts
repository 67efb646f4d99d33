import type { Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { Grant } from './types.ts'

export interface AccountEvents {
  StoreCreated: { purpose: 'rehearsal' | 'live'; seed?: number }
  AccountOpened: { account: Id; police: boolean; grants: Grant[] }
  GrantsChanged: { account: Id; grants: Grant[]; police: boolean }
  AccountClosed: { account: Id }
}
export type AccountEvent = Logged<AccountEvents>
