import type { Board } from '../../board/board.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { Clue } from './case-types.ts'

/** A search's clues by number. */
export function cluesOf(board: Board, operation: Id): Clue[] {
  return [...board.clue.values()]
    .filter((clue) => clue.operation === operation)
    .sort((a, b) => a.number - b.number)
}

/** When the newest clue was found relevant: what was agreed on before it no longer knows everything. */
export function newestRelevantClue(board: Board, operation: Id): Millis | null {
  const times = cluesOf(board, operation).flatMap(({ assessed }) =>
    assessed && assessed.verdict !== 'discounted' ? [assessed.at] : [],
  )
  return times.length > 0 ? Math.max(...times) : null
}
