import type { StaffRole } from '../accounts/types.ts'

/** Who may see how the servers do. Apart from may-see.ts, so that the desk's first load does without that. */
export const systemRoles: readonly StaffRole[] = ['duty-officer', 'supervisor', 'administrator']
