import type { Grant, StaffRole } from '../accounts/types.ts'
import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'

/** Who asks or looks. Staff come with what their grants say now; a device with its holder. */
export type Viewer =
  | { kind: 'staff'; account: Id; grants: Grant[]; police: boolean }
  | { kind: 'assistant' | 'unit'; id: Id; device: Id }

/** The account as it stands on the board now; null when closed or unknown. */
export function staffViewer(board: Board, account: Id): Viewer | null {
  const found = board.account.get(account)
  return found?.open ? { kind: 'staff', account, grants: found.grants, police: found.police } : null
}

export function deviceViewer(board: Board, device: Id): Viewer | null {
  const found = board.device.get(device)
  return found && !found.revoked ? { ...found.holder, device } : null
}

/** `almaty` covers `almaty` and `almaty/bostandyq`. */
export function coversRegion(prefix: string, region: string): boolean {
  return region === prefix || region.startsWith(`${prefix}/`)
}

function grantCovers(grant: Grant, region: string | null, operation: Id | null): boolean {
  return (
    (operation !== null && grant.operations.includes(operation)) ||
    (region !== null && grant.regions.some((prefix) => coversRegion(prefix, region)))
  )
}

/** Whether any grant with one of `roles` covers the region or the operation. */
export function holds(
  viewer: Viewer,
  roles: readonly StaffRole[],
  region: string | null,
  operation: Id | null,
): boolean {
  if (viewer.kind !== 'staff') return false
  return viewer.grants.some((grant) => roles.includes(grant.role) && grantCovers(grant, region, operation))
}

export function hasRole(viewer: Viewer, roles: readonly StaffRole[]): boolean {
  return viewer.kind === 'staff' && viewer.grants.some((grant) => roles.includes(grant.role))
}
