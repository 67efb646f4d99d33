import { byRow } from './edges.ts'
import { fillSlots } from './fill-slots.ts'
import { sendPeople } from './send-people.ts'

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

export interface Assignment {
  /** −1 for whoever is sent nowhere. */
  rowOfColumn: Int32Array
  /** Per row, how many of its slots stay empty. */
  emptySlots: Int32Array
  /** The sum over the filled slots. */
  cost: number
  certificate: Certificate
}

/** What either way of solving finds; who is sent nowhere has price 0. */
export interface Solved {
  rowOfColumn: Int32Array
  rowDual: Float64Array
  columnDual: Float64Array
}

/**
 * Fills as much priority as can be filled (which is also as many slots as can be), and among those answers takes the one
 * of least cost. Exact, whichever side looks for the other: the scarcer one, for each that finds nobody looks through
 * everything. A slot left empty is a private column of its own whose price outweighs every sum of costs. Equal input,
 * equal answer.
 */
export function assign(problem: AssignmentProblem): Assignment {
  const { rows, columns } = problem
  const edges = byRow(problem)
  const capacity = Int32Array.from(rows, ({ capacity: many = 1 }) => many)
  const empty = pricesOfEmptySlots(problem)
  const slots = capacity.reduce((sum, many) => sum + many, 0)
  const solve = slots <= columns ? fillSlots : sendPeople
  const { rowOfColumn, rowDual, columnDual } = solve(edges, capacity, empty, columns)

  const emptySlots = capacity.slice()
  let cost = 0
  let proven = 0
  for (let row = 0; row < rows.length; row++) {
    proven += (capacity[row] as number) * (rowDual[row] as number)
    for (let e = edges.start[row] as number; e < (edges.start[row + 1] as number); e++) {
      if (rowOfColumn[edges.columnOf[e] as number] !== row) continue
      emptySlots[row] = (emptySlots[row] as number) - 1
      cost += edges.costOf[e] as number
    }
  }
  for (const dual of columnDual) proven += dual
  const price = emptySlots.reduce((sum, many, row) => sum + many * (empty[row] as number), cost)
  return { rowOfColumn, emptySlots, cost, certificate: { rowDual, columnDual, gap: price - proven } }
}

/**
 * What leaving a slot of each row empty costs: its priority times more than any two answers' costs can differ, so that
 * costs decide only between answers that fill alike.
 */
export function pricesOfEmptySlots(problem: AssignmentProblem): Float64Array {
  const spread = problem.spread ?? spreadOf(problem)
  return Float64Array.from(problem.rows, ({ priority = 1 }) => spread * priority)
}

function spreadOf({ rows }: AssignmentProblem): number {
  let spread = 1
  for (const { costs, capacity = 1 } of rows) {
    let most = 0
    let least = 0
    for (let i = 0; i < costs.length; i++) {
      most = Math.max(most, costs[i] as number)
      least = Math.min(least, costs[i] as number)
    }
    spread += capacity * (most - least)
  }
  return spread
}
