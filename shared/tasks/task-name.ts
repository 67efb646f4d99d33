import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'

/** 1187-3, as people call it; empty when nothing is known of it. */
export function taskName(board: Board, id: Id): string {
  const task = board.task.get(id)
  const operation = task && board.operation.get(task.operation)
  return task && operation ? `${operation.number}-${task.number}` : ''
}
