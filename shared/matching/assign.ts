import { bidColumns, bidRows } from './bid.ts'
import { bothWays } from './edges.ts'
import { type Holding, NONE, nobodyHeld } from './holding.ts'
import { levelsOf } from './levels.ts'
import { type Before, resume } from './resume.ts'
import { makeColumnSearch } from './search-columns.ts'
import { makeRowSearch } from './search-rows.ts'

/** Slots that are alike. */
export interface AssignmentRow {
  /** Whom they could take, each once, and what that costs. */
  columns: ArrayLike<number>
  costs: ArrayLike<number>
  /** How many there are; 1 when left out. */
  capacity?: number
  /** A whole number of 1 or more; 1 when left out. */
  priority?: number
}

/**
 * Rows are slots to fill, columns are people or units: each stands in at most one slot. Costs may be negative; whole
 * numbers keep every sum exact, so that the certificate's gap is exactly 0.
 */
export interface AssignmentProblem {
  columns: number
  rows: AssignmentRow[]
  /** More than any two answers' costs can differ; found from the costs when left out. */
  spread?: number
}

/** Prices that prove the answer: see `checkCertificate`. */
export interface Certificate {
  rowDual: Float64Array
  columnDual: Float64Array
  /** Cost of the answer minus what the prices prove that every answer costs; 0 = proven optimal. */
  gap: number
}

/** Who is sent where. */
export interface Places {
  /** −1 for whoever is sent nowhere. */
  rowOfColumn: Int32Array
  /** Per row, how many of its slots stay empty. */
  emptySlots: Int32Array
  /** The sum over the filled slots. */
  cost: number
}

export interface Assignment extends Places {
  certificate: Certificate
  /** What its prices of empty slots were made of. */
  spread: number
}

/**
 * Fills as much priority as can be filled (which is also as many slots as can be), and among those answers takes the one
 * of least cost. Exact. A slot left empty is a private column of its own whose price outweighs every sum of costs. Equal
 * input, equal answer.
 *
 * Begins where people are short with the people looking for slots and elsewhere the other way round (`levelsOf`): the
 * scarcer side looks, for each that finds nobody looks through everything. With `before` it begins at that answer's
 * prices and places instead, which is quick when little has changed; when that answer is still among the best it is the
 * answer, else equal costs may be told apart otherwise than from nothing.
 */
export function assign(problem: AssignmentProblem, before?: Before): Assignment {
  const { rows, columns } = problem
  const edges = bothWays(problem)
  const capacity = new Int32Array(rows.map(({ capacity: many = 1 }) => many))
  const spread = problem.spread ?? edges.spread
  const empty = pricesOfEmptySlots({ ...problem, spread })
  const holding = nobodyHeld(edges, capacity, empty, columns)
  const old = before && resume(holding, before, spread)
  if (!old) begin(holding, problem, spread)
  search(holding)

  const { rowDual, columnDual } = holding
  const found = placesOf(holding)
  const price = priceOf(found, empty)
  let proven = 0
  for (let column = 0; column < columns; column++) proven += columnDual[column] as number
  for (let row = 0; row < rows.length; row++) proven += (capacity[row] as number) * (rowDual[row] as number)
  const best = old && priceOf(old, empty) === price ? old : found
  return { ...best, certificate: { rowDual, columnDual, gap: price - proven }, spread }
}

function begin(holding: Holding, { rows, columns }: AssignmentProblem, spread: number): void {
  const { edges, capacity, rowDual } = holding
  const priority = new Int32Array(rows.map(({ priority: one = 1 }) => one))
  const levels = levelsOf(edges, capacity, priority, columns)
  // Level 0 gets its prices from its bids.
  for (const [row, level] of levels.ofRow.entries()) rowDual[row] = level === 0 ? -Infinity : level * spread
  bidColumns(holding, levels)
  bidRows(holding, levels)
}

function search(holding: Holding): void {
  const { capacity, empty, rowDual, columnDual, rowOfColumn, count } = holding
  const searchColumn = makeColumnSearch(holding)
  for (let column = 0; column < columnDual.length; column++)
    if (rowOfColumn[column] === NONE && (columnDual[column] as number) < 0) searchColumn(column)
  const searchRow = makeRowSearch(holding)
  for (let row = 0; row < capacity.length; row++)
    while (count[row] !== capacity[row] && (rowDual[row] as number) < (empty[row] as number)) searchRow(row)
}

function placesOf({ capacity, count, rowOfColumn, costHeld }: Holding): Places {
  let cost = 0
  for (let column = 0; column < rowOfColumn.length; column++)
    if (rowOfColumn[column] !== NONE) cost += costHeld[column] as number
  return { rowOfColumn, emptySlots: capacity.map((many, row) => many - (count[row] as number)), cost }
}

const priceOf = ({ emptySlots, cost }: Places, empty: Float64Array): number =>
  emptySlots.reduce((sum, many, row) => sum + many * (empty[row] as number), cost)

/**
 * What leaving a slot of each row empty costs: its priority times more than any two answers' costs can differ, so that
 * costs decide only between answers that fill alike.
 */
export function pricesOfEmptySlots(problem: AssignmentProblem): Float64Array {
  const spread = problem.spread ?? bothWays(problem).spread
  return new Float64Array(problem.rows.map(({ priority = 1 }) => spread * priority))
}
