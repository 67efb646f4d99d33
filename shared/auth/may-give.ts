import type { Board } from '../board/board.ts'
import type { Body, CommandType } from '../board/commands.ts'
import type { Carrier } from '../shifts/events.ts'
import { mayDo, type Rule } from './may-do.ts'
import { hasRole, holds, type Viewer } from './viewer.ts'

/**
 * Whether this viewer may give the command now. A rule without a scope asks only for the role; a scope that covers
 * nothing denies, also for an entity that is not there, so that a refusal does not tell what exists.
 */
export function mayGive<Type extends CommandType>(
  board: Board,
  viewer: Viewer,
  type: Type,
  body: Body<Type>,
): boolean {
  const rule: Rule<Type> = mayDo[type]
  if (viewer.kind !== 'staff') {
    const self = rule.self?.(board, body) ?? []
    return self.includes('*') || self.includes(viewer.id)
  }
  if (rule.everywhere && hasRole(viewer, rule.everywhere)) return true
  if (!rule.scope) return hasRole(viewer, rule.roles)
  const scopes = [rule.scope(board, body)].flat()
  return (
    scopes.length > 0 && scopes.every(({ region, operation }) => holds(viewer, rule.roles, region, operation))
  )
}

/** Who hands out a code or token that makes a device this person's or unit's: whoever may also take it away. */
export function mayEnrol(board: Board, viewer: Viewer, { kind, id }: Carrier): boolean {
  const { roles, everywhere } = mayDo.RevokeDevice
  const carrier = board[kind].get(id)
  if (!carrier) return false
  return hasRole(viewer, everywhere ?? []) || holds(viewer, roles, carrier.region, null)
}
