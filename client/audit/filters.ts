import type { Id } from '../../shared/kernel/ids.ts'
import type { ReadQuestion } from '../../shared/wire/read.ts'

type Question = ReadQuestion & { kind: 'audit' }

export type Filters = Pick<Question, 'chain' | 'from' | 'to' | 'what' | 'actor' | 'about' | 'operation'>

export const everything: Filters = {
  ...{ chain: 'log', from: null, to: null, what: null },
  ...{ actor: null, about: null, operation: null },
}

/** Kinds of entity and of reading are different lists: another chain starts without one. */
export function ofChain(filters: Filters, chain: Filters['chain']): Filters {
  return { ...filters, chain, what: null }
}

/** What an export of these filters would hold: an operation, or the time between two instants. */
export function exportBody(
  { operation, from, to }: Filters,
  now: number,
): { operation: Id } | { from: number; to: number } {
  return operation === null ? { from: from ?? 0, to: to ?? now } : { operation }
}
