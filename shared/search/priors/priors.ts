import type { Board } from '../../board/board.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { Place } from '../../operations/types.ts'
import { mixed } from '../../search-theory/scenarios.ts'
import { type SearchState, searchState } from '../state.ts'
import type { Consensus, Prior } from './probability.ts'

/** The priors of a search, oldest first: the last one stands. */
export const priorsOf = (board: Board, operation: Id): Prior[] =>
  [...board.prior.values()].filter((prior) => prior.operation === operation).sort(byTime((prior) => prior.at))

/** The consensuses of a search, oldest first. */
export const consensusesOf = (board: Board, operation: Id): Consensus[] =>
  [...board.consensus.values()]
    .filter((one) => one.operation === operation)
    .sort(byTime((one) => one.openedAt))

/** The one that takes sheets now. */
export const openConsensus = (board: Board, operation: Id): Consensus | undefined =>
  consensusesOf(board, operation).find(({ closedAt }) => closedAt === null)

const byTime =
  <One extends { id: Id }>(at: (one: One) => Millis) =>
  (a: One, b: One): number =>
    at(a) - at(b) || (a.id < b.id ? -1 : 1)

/**
 * A prior replayed: the sweeps that are recorded by now applied to it by their PODs, whatever it was when they were
 * made. What has left the plan since counts to the rest of the world.
 */
export function replayed(prior: Prior, places: readonly Place[]): SearchState {
  const { poa } = mixed(prior.scenarios)
  const of = new Map(prior.places.map((id, i) => [id, poa[i] ?? 0]))
  return searchState(places.map((place) => ({ ...place, poa: of.get(place.id) ?? 0 })))
}

/** When what stands was thought of: a consensus counts from its closing, however late it was used. */
export function knownUntil(prior: Prior, consensuses: readonly Consensus[]): Millis {
  const closed = prior.scenarios.flatMap(
    ({ consensus }) => consensuses.find(({ id }) => id === consensus)?.closedAt ?? [],
  )
  return Math.min(prior.at, ...closed)
}

/** Probabilities older than a clue are not shifted, they are asked for anew. */
export function isOlderThan(clue: Millis | null, made: Millis | null): boolean {
  return clue !== null && made !== null && made < clue
}
