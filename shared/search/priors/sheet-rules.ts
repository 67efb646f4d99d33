import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { ConsensusMethod } from '../../search-theory/consensus.ts'
import { sumTolerance } from '../../search-theory/scenarios.ts'
import type { Consensus, SheetValues } from './probability.ts'

/** What an evaluator divides in Mattson's way. */
export const mattsonPoints = 100
/** O'Connor's letters, the likeliest first. */
export const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const

/** Whether the rest of the world has a line of its own on a sheet. */
export const rowOnSheet = (method: ConsensusMethod): boolean => method !== 'proportional'

const linesOf = ({ method, places }: Pick<Consensus, 'method' | 'places'>): number =>
  places.length + (rowOnSheet(method) ? 1 : 0)

/** The first thing that is wrong with a sheet; the same on the form and on the server. */
export function sheetProblem(
  consensus: Pick<Consensus, 'method' | 'places'>,
  values: SheetValues,
): Refusal | null {
  const { method } = consensus
  if (values.length !== linesOf(consensus)) return refuse('search.sheet-lines')
  if (method === 'o-connor')
    return values.every((value) => letters.some((letter) => letter === value))
      ? null
      : refuse('search.sheet-letters', { params: { first: letters[0], last: letters[8] } })
  const numbers = values as number[]
  if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value)))
    return refuse('search.sheet-numbers')
  if (numbers.some((value) => value <= 0)) return refuse('search.sheet-positive')
  if (method === 'proportional') return null
  const sum = numbers.reduce((total, value) => total + value, 0)
  return Math.abs(sum - mattsonPoints) <= sumTolerance
    ? null
    : refuse('search.sheet-points', { params: { sum: Math.round(sum * 100) / 100 } })
}
