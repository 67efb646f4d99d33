import type { Board } from '../board/board.ts'
import { type Id, key, type Millis } from '../kernel/ids.ts'
import type { TaskFact } from './events.ts'
import { isLive, liveMembers } from './links.ts'
import { offerUntil } from './orders.ts'
import { offerRefusal } from './team.ts'
import type { Task } from './types.ts'

/** How often this person has been offered something in the operation, plus one: a timer names its offer by it. */
export function nextOffer(board: Board, operation: Id, assistant: Id): number {
  let made = 0
  for (const task of board.task.values()) {
    if (task.operation !== operation) continue
    for (const member of task.members)
      if (member.assistant === assistant) made = Math.max(made, member.offer.n)
  }
  return made + 1
}

export const slotIsFree = (task: Task, slot: number): boolean =>
  liveMembers(task).every((member) => member.slot !== slot)

export function offer(board: Board, task: Task, assistant: Id, slot: number, now: Millis): TaskFact {
  const n = nextOffer(board, task.operation, assistant)
  return {
    type: 'MemberOffered',
    keys: [key('task', task.id), key('assistant', assistant)],
    data: { task: task.id, assistant, slot, n, expiresAt: offerUntil(now) },
  }
}

/**
 * A slot fell free by a decline or a time-out: with `autoRefill` the officer's order also covers the reserve, so the
 * first of it who may go, and was not asked here before, is offered the slot.
 */
export function refill(board: Board, task: Task, slot: number, now: Millis): TaskFact[] {
  if (!board.operation.get(task.operation)?.autoRefill || !isLive(task.unitLink)) return []
  const asked = new Set(task.members.map(({ assistant }) => assistant))
  const next = task.reserve.find(
    (assistant) => !asked.has(assistant) && offerRefusal(board, task, { assistant, slot }, now) === null,
  )
  return next === undefined ? [] : [offer(board, task, next, slot, now)]
}
