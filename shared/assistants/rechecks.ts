import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'
import { policeRules } from '../law/eligibility/rule.ts'

/** Of E5 to E9 all that is not answered CLEAR anew since the suspension; an answer that is missing is none. */
export function rechecksOpen(board: Board, id: Id) {
  const checks = board.recheck.get(id)?.checks
  return policeRules.filter((rule) => checks?.[rule]?.result !== 'CLEAR')
}
