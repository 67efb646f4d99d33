import type { Grant, StaffRole } from '../../shared/accounts/types.ts'
import type { Id } from '../../shared/kernel/ids.ts'

/** What the server says of an account besides its rights. */
export interface Login {
  account: Id
  login: string
  /** The one-time link has not been used yet. */
  invited: boolean
}

/** A link that sets a password, once. */
export interface PasswordLink {
  account: Id
  expiresAt: number
  path: string
}

/** Roles that work on the whole store need no region. */
export const everywhere: ReadonlySet<StaffRole> = new Set(['administrator'])

/** Roles that only a police officer's account has a use for (an order, a check, an alarm's last step). */
export const policeRoles: ReadonlySet<StaffRole> = new Set(['duty-officer', 'police-reviewer', 'supervisor'])

export type GrantFault = 'none' | 'no-region' | 'twice' | 'checks-and-registers'

/** Why these rights cannot be given as they stand; null when they can. */
export function faultOf(grants: readonly Grant[]): GrantFault | null {
  if (grants.length === 0) return 'none'
  const roles = grants.map(({ role }) => role)
  if (new Set(roles).size < roles.length) return 'twice'
  if (roles.includes('police-reviewer') && roles.includes('registrar')) return 'checks-and-registers'
  const idle = grants.some(
    ({ role, regions, operations }) => !everywhere.has(role) && regions.length + operations.length === 0,
  )
  return idle ? 'no-region' : null
}

/** As the server reads a login: lower case letters, digits, dot, underscore, hyphen. */
export const isLogin = (text: string): boolean => /^[\p{L}\d._-]{2,64}$/u.test(text.trim())

export const sameGrants = (a: readonly Grant[], b: readonly Grant[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
