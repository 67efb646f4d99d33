import type { Board } from '../../board/board.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { priorsOf } from './priors.ts'

/** A place's form shows tenths of a per cent: what comes back rounded has not been changed. */
const rounding = 0.0005 + 1e-9

/**
 * A segment's probability as its plan may say it. Once the probabilities of a search were set as a whole they are changed
 * only so: one segment's by itself would leave its scenarios behind.
 */
export function poaToKeep(
  board: Board,
  operation: Id,
  wanted: number | null,
  old: number | null,
): number | null | Refusal {
  if (priorsOf(board, operation).length === 0) return wanted
  return Math.abs((wanted ?? 0) - (old ?? 0)) <= rounding ? old : refuse('search.poa-by-priors')
}
