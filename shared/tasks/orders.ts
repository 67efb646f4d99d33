import type { DecisionContext } from '../kernel/decider.ts'
import { type Id, key, type Millis } from '../kernel/ids.ts'
import type { Operation } from '../operations/types.ts'
import type { TaskFact } from './events.ts'
import { currentOrder, type Order, offerSeconds, type Task } from './types.ts'

/** The order as the operation stands: a copy of its perimeter, window and briefing. */
export function orderOf(operation: Operation, leader: Id, ctx: DecisionContext): Order {
  const { version, perimeter, window, briefing, kind } = operation
  const basis = { kind, rule: 'D7' as const }
  return { version, perimeter, window, leader, basis, briefing, by: ctx.by.id, at: ctx.now }
}

/** The next version of a running task's order: at least the operation's, so that untouched tasks count alike. */
export function newOrder(task: Task, operation: Operation, leader: Id, ctx: DecisionContext): TaskFact {
  const order = orderOf(operation, leader, ctx)
  order.version = Math.max(operation.version, (currentOrder(task)?.version ?? 0) + 1)
  return { type: 'OrderChanged', keys: [key('task', task.id)], data: { task: task.id, order } }
}

export const offerUntil = (now: Millis): Millis => now + offerSeconds * 1000
