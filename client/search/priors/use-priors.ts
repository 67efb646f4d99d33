import type { Id } from '../../../shared/kernel/ids.ts'
import { newestRelevantClue } from '../../../shared/search/case/clues.ts'
import { consensusesOf, isOlderThan, knownUntil, priorsOf } from '../../../shared/search/priors/priors.ts'
import type { Prior } from '../../../shared/search/priors/probability.ts'
import { sameItems, useBoard } from '../../store/use-store.ts'

/** The priors of a search, oldest first: the last one stands. */
export const usePriors = (operation: Id): readonly Prior[] =>
  useBoard((board) => priorsOf(board, operation), sameItems, 'prior')

/** The consensuses of a search, oldest first. */
export const useConsensuses = (operation: Id) =>
  useBoard((board) => consensusesOf(board, operation), sameItems, 'consensus')

export const useNewestClue = (operation: Id) =>
  useBoard((board) => newestRelevantClue(board, operation), Object.is, 'clue')

/**
 * How old the probabilities are, and whether something was found after that; `fresh` is the consensus that knows of it
 * and is not used yet.
 */
export function useKnownUntil(operation: Id) {
  const prior = usePriors(operation).at(-1)
  const consensuses = useConsensuses(operation)
  const clue = useNewestClue(operation)
  const until = prior ? knownUntil(prior, consensuses) : null
  const fresh = consensuses.findLast(
    ({ result, closedAt }) => result !== null && closedAt !== null && closedAt > (clue ?? 0),
  )
  return { clue, until, older: isOlderThan(clue, until), fresh }
}
