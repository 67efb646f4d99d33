import type { Id } from '../kernel/ids.ts'

/** The roles of staff. Assistants and units are no accounts: they sign in with an enrolled device. */
export const staffRoles = [
  'duty-officer',
  'event-coordinator',
  'search-coordinator',
  'police-reviewer',
  'registrar',
  'supervisor',
  'auditor',
  'administrator',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** A role within regions (path prefixes) and/or single operations. */
export interface Grant {
  role: StaffRole
  regions: string[]
  operations: Id[]
}

export interface Account {
  id: Id
  grants: Grant[]
  /** A police officer's account: may give an order (D4). */
  police: boolean
  open: boolean
}
