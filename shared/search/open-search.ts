import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Operation } from '../operations/types.ts'

export function openSearch(board: Board, id: Id): Operation | Refusal {
  const operation = board.operation.get(id)
  if (!operation) return refuse('operation.unknown')
  if (operation.closedAt !== null) return refuse('operation.closed')
  return operation.search ? operation : refuse('search.not-a-search')
}
