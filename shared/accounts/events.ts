import type { Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { Grant } from './types.ts'

export interface AccountEvents {
  StoreCreated: {
    purpose: 'rehearsal' | 'live'
    /** Of a rehearsal: of its city and people, and how many there are (without: 40 units, 600 assistants). */
    seed?: number
    units?: number
    assistants?: number
  }
  AccountOpened: { account: Id; police: boolean; grants: Grant[] }
  GrantsChanged: { account: Id; grants: Grant[]; police: boolean }
  AccountClosed: { account: Id }
}
export type AccountEvent = Logged<AccountEvents>
