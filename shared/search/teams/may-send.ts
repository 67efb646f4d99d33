import type { Board } from '../../board/board.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Operation } from '../../operations/types.ts'

/**
 * Why a search may not send teams now; null = it may. It acts only after the police have registered the statement, or
 * with the duty officer's leave and reason; and not when the subject is found.
 */
export function searchRefusal(board: Board, { id, kind }: Operation): Refusal | null {
  if (kind !== 'search') return null
  const file = board.case.get(id)
  if (file?.located) return refuse('search.located')
  return file?.statement || file?.hasty ? null : refuse('search.no-statement')
}
