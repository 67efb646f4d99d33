import type { Board } from '../../board/board.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { Operation, OperationKind } from '../../operations/types.ts'
import { isBound, isLive, linkOf } from '../../tasks/links.ts'
import type { WatchRule } from './rule.ts'

/** Scenes that nobody enters without an order. An event's grounds and a search's area are full of people. */
const closedKinds: ReadonlySet<OperationKind> = new Set(['scene-hold', 'site-guard'])

/** Metres: a vaguer fix neither begins a stay nor ends one. */
export const vaguest = 100

const delaySeconds = 120
/** Milliseconds in which somebody whose task has ended may still be where it was: he hands over, packs up and walks. */
export const timeToLeave = 10 * 60_000
/** Milliseconds: an older fix says nothing of now. */
export const oldest = delaySeconds * 1000

/** Somebody on duty stands in a closed scene and is on no task there (the field says: self-deployed). */
export const uninvited: WatchRule<{
  /** Since when he has been inside by more than the accuracy of his fixes; null when he is not. */
  since: Millis | null
  /** The scene is closed, and he has no business there. */
  amiss: boolean
  number: number
  now: Millis
}> = {
  kind: 'uninvited',
  delaySeconds,
  deadBand: { metres: 0, fixes: 1 },
  judge({ since, amiss, number, now }) {
    if (since === null || !amiss) return 'clear'
    return now - since >= delaySeconds * 1000 ? { raise: { number, since } } : null
  },
}

/** To be closed off now: open and in its window. It is once somebody holds it. */
export const isShut = ({ kind, closedAt, window }: Operation, now: Millis): boolean =>
  closedKinds.has(kind) && closedAt === null && now >= window.from && now < window.to

/** Where somebody took the order. */
export function heldOperations(board: Board): Set<Id> {
  const operations = new Set<Id>()
  for (const { operation, endedAt, orders, unitLink, members } of board.task.values())
    if (endedAt === null && orders.length > 0 && (isBound(unitLink) || members.some(isBound)))
      operations.add(operation)
  return operations
}

export const isClosedScene = (board: Board, operation: Operation, now: Millis): boolean =>
  isShut(operation, now) && heldOperations(board).has(operation.id)

/** May become one without its ring changing. */
export const mayBeClosed = ({ kind, closedAt }: Operation): boolean =>
  closedKinds.has(kind) && closedAt === null

/** Works there, or was asked to. */
export function isInvited(board: Board, assistant: Id, operation: Id): boolean {
  const task = board.task.get(board.assistant.get(assistant)?.task ?? '')
  const link = task && linkOf(task, { assistant })
  return task?.operation === operation && task.endedAt === null && !!link && isLive(link)
}
