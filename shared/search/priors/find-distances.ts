import { type Refusal, refuse } from '../../kernel/refusal.ts'
import shipped from './find-distances.json' with { type: 'json' }
import type { DistanceTable, FindDistances } from './probability.ts'

/** Terrains that have a word in every language; a source may name another. */
export const terrains = [
  'any',
  'temperate-flat',
  'temperate-mountain',
  'dry-flat',
  'dry-mountain',
  'urban',
] as const

const farthest = 500_000

/** The table as the store has it; before anybody changed it, the rows that were published for everybody's use. */
export const rowsOf = (table: DistanceTable | undefined): readonly FindDistances[] =>
  table?.rows ?? (shipped as FindDistances[])

export const sameRow = (
  a: Pick<FindDistances, 'category' | 'terrain'>,
  b: Pick<FindDistances, 'category' | 'terrain'>,
): boolean => a.category === b.category && a.terrain === b.terrain

/** The first thing that is wrong with a row: a ring must lie around the one before it, and somebody must have counted. */
export function rowProblem({ category, terrain, source, within }: FindDistances): Refusal | null {
  if (category.trim() === '') return refuse('search.distances-category')
  if (terrain.trim() === '') return refuse('search.distances-terrain')
  if (source.trim() === '') return refuse('search.distances-source')
  if (within.length < 2) return refuse('search.distances-few')
  for (const [i, { share, metres }] of within.entries()) {
    const before = within[i - 1]
    if (!(share > 0 && share < 1)) return refuse('search.distances-share')
    if (!(metres > 0 && metres <= farthest)) return refuse('search.distances-positive')
    if (before && share <= before.share) return refuse('search.distances-shares-ascend')
    if (before && metres <= before.metres) return refuse('search.distances-ascend')
  }
  return null
}

/** The first row that is wrong, with its place in the list from 1; or the pair that stands there twice. */
export function tableProblem(rows: readonly FindDistances[]): Refusal | null {
  for (const [i, row] of rows.entries()) {
    const problem = rowProblem(row)
    if (problem) return { ...problem, params: { ...problem.params, row: i + 1 } }
    const first = rows.findIndex((other) => sameRow(other, row))
    if (first < i) return refuse('search.distances-twice', { params: { row: i + 1 } })
  }
  return null
}
