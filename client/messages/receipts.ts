import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Message } from '../../shared/messages/types.ts'
import type { Carrier } from '../../shared/shifts/events.ts'

export interface Tally {
  of: number
  delivered: number
  read: number
  understood: number
  /** Who has not said "understood" yet. */
  silent: readonly Carrier[]
}

/** How far a message has come, in people. */
export function tally({ receipts }: Message): Tally {
  const count = (state: 'delivered' | 'read' | 'understood') =>
    receipts.filter((receipt) => receipt[state] !== null).length
  return {
    of: receipts.length,
    delivered: count('delivered'),
    read: count('read'),
    understood: count('understood'),
    silent: receipts.filter(({ understood }) => understood === null).map(({ who }) => who),
  }
}

/** What was said in an operation, newest first; of a task also what went to everybody. */
export function messagesOf(board: Board, operation: Id, task: Id | null): Message[] {
  return [...board.message.values()]
    .filter((message) => message.operation === operation)
    .filter((message) => task === null || message.task === task || message.task === null)
    .sort((a, b) => b.at - a.at)
}

/** The running tasks in which the silent ones stand: asking again goes there and disturbs nobody else. */
export function tasksToAsk(board: Board, { operation }: Message, silent: readonly Carrier[]): Id[] {
  const tasks = silent.map(({ kind, id }) => board.task.get(board[kind].get(id)?.task ?? ''))
  const running = tasks.filter((task) => task?.operation === operation && task.endedAt === null)
  return [...new Set(running.map((task) => task?.id ?? ''))]
}
