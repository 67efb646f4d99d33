import type { DecisionContext } from '../kernel/decider.ts'
import type { Id } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'

/**
 * The order was given or approved by a police officer. Asked of who gives it and not of who goes, so it is no `Gate`: a
 * coordinator who is not police makes a request (tasks/decide-sending.ts).
 */
export const d04 = { rule: 'D4', basis: 'S' } as const

/** An order, and each new version of it, is given by police: by an officer's account, or the unit that leads. */
export function policeRefusal(ctx: DecisionContext, leader: Id | null): Refusal | null {
  const isLeader = ctx.by.kind === 'unit' && ctx.by.id === leader
  return ctx.police || isLeader ? null : refuse('gate.NO_POLICE_ORDER', { rule: d04.rule })
}
