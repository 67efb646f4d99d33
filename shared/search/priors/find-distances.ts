import type { Id } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import shipped from './find-distances.json' with { type: 'json' }
import { type DistanceTable, type FindDistances, tableId } from './probability.ts'

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

/** A region's path and those above it, the nearest first. */
export function regionsUp(region: string): string[] {
  const parts = region.split('/')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'))
}

/** Who can have a table that a region goes by; the store's own, of older logs, is the last. */
export const tableIds = (region: string): Id[] => [...regionsUp(region), tableId]

/** The table that a region goes by: its own, else the nearest above it. */
export const tableOf = (tables: ReadonlyMap<Id, DistanceTable>, region: string): DistanceTable | undefined =>
  tableIds(region).flatMap((id) => tables.get(id) ?? [])[0]

/** The rows of a table; without one those that were published for everybody's use. */
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
