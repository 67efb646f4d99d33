import { makeMinHeap } from './heap.ts'

/** `cost` may be negative; whole numbers keep every sum exact, so that the certificate's gap is exactly 0. */
export interface Edge {
  row: number
  column: number
  cost: number
}

/** Rows are slots to fill, columns are people or units: each stands in at most one row. At most one edge per pair. */
export interface AssignmentProblem {
  rows: number
  columns: number
  edges: Edge[]
  /** Whole numbers of 1 or more, one per row; without them all rows are alike. */
  priority?: number[]
  /**
   * More than any two answers' costs can differ; found from the edges when left out.
   */
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
  /** −1 where the row stays empty. */
  columnOfRow: Int32Array
  /** The sum over the filled rows. */
  cost: number
  unfilled: number[]
  certificate: Certificate
}

const NONE = -1

/**
 * Fills as much priority as can be filled (which is also as many rows as can be), and among those answers takes the one
 * of least cost. Exact: successive shortest augmenting paths with potentials (Jonker and Volgenant 1987, sparse form).
 * An empty row is a private column of its own whose price outweighs every sum of costs. Equal input, equal answer.
 */
export function assign(problem: AssignmentProblem): Assignment {
  const { rows, columns } = problem
  const { start, columnOf, costOf } = byRow(problem)
  const empty = pricesOfEmptyRows(problem)
  const columnOfRow = new Int32Array(rows).fill(NONE)
  const rowOfColumn = new Int32Array(columns).fill(NONE)
  const rowDual = new Float64Array(rows)
  const columnDual = new Float64Array(columns)
  const settled = new Uint8Array(rows)

  // Each row's cheapest column, where nobody has it yet, is already a shortest path.
  for (let row = 0; row < rows; row++) {
    let least = empty[row] as number
    let best = NONE
    for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
      const cost = costOf[e] as number
      const free = rowOfColumn[columnOf[e] as number] === NONE
      if (cost < least || (cost === least && free && (best === NONE || rowOfColumn[best] !== NONE))) {
        least = cost
        best = columnOf[e] as number
      }
    }
    rowDual[row] = least
    if (best === NONE) settled[row] = 1
    else if (rowOfColumn[best] === NONE) match(row, best)
  }

  const heap = makeMinHeap(columns)
  const distance = new Float64Array(columns).fill(Infinity)
  const cameFrom = new Int32Array(columns)
  for (let row = 0; row < rows; row++) if (!settled[row]) augment(row)

  function match(row: number, column: number): void {
    columnOfRow[row] = column
    rowOfColumn[column] = row
    settled[row] = 1
  }

  /** Dijkstra over reduced costs from an unsettled row to the nearest free column or row that is cheaper left empty. */
  function augment(from: number): void {
    const touched: number[] = []
    const closed: number[] = []
    let end = Infinity
    let endColumn = NONE
    let endRow = NONE
    let row = from
    let reached = 0
    for (;;) {
      const base = reached - (rowDual[row] as number)
      if (base + (empty[row] as number) < end) {
        end = base + (empty[row] as number)
        endRow = row
        endColumn = NONE
      }
      for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
        const column = columnOf[e] as number
        const through = base + (costOf[e] as number) - (columnDual[column] as number)
        const known = distance[column] as number
        if (through >= known || through >= end) continue
        // The nearest free column so far ends the path unless something nearer is found; nobody looks on from it.
        if (rowOfColumn[column] === NONE) {
          end = through
          endColumn = column
          endRow = NONE
          cameFrom[column] = row
          continue
        }
        if (known === Infinity) touched.push(column)
        distance[column] = through
        cameFrom[column] = row
        heap.lower(column, through)
      }
      if (heap.size === 0 || heap.minKey() >= end) break
      const column = heap.pop()
      reached = distance[column] as number
      closed.push(column)
      row = rowOfColumn[column] as number
    }

    // Raise the prices so that the path costs nothing and no edge falls below zero.
    rowDual[from] = (rowDual[from] as number) + end
    for (const column of closed) {
      const slack = end - (distance[column] as number)
      columnDual[column] = (columnDual[column] as number) - slack
      const holder = rowOfColumn[column] as number
      rowDual[holder] = (rowDual[holder] as number) + slack
    }
    // Walk the path back: each row on it hands its column to the row before.
    let column = endColumn
    if (column === NONE) {
      column = columnOfRow[endRow] as number
      columnOfRow[endRow] = NONE
      settled[endRow] = 1
    }
    if (endColumn !== NONE || endRow !== from) {
      for (;;) {
        const holder = cameFrom[column] as number
        const next = columnOfRow[holder] as number
        match(holder, column)
        if (holder === from) break
        column = next
      }
    }
    for (const c of touched) distance[c] = Infinity
    heap.clear()
  }

  const unfilled: number[] = []
  let cost = 0
  for (let row = 0; row < rows; row++) {
    const column = columnOfRow[row] as number
    if (column === NONE) unfilled.push(row)
    for (let e = start[row] as number; e < (start[row + 1] as number); e++)
      if (columnOf[e] === column) cost += costOf[e] as number
  }
  const proven = sum(rowDual) + sum(columnDual)
  const price = unfilled.reduce((total, row) => total + (empty[row] as number), cost)
  return { columnOfRow, cost, unfilled, certificate: { rowDual, columnDual, gap: price - proven } }
}

/**
 * What leaving a row empty costs: its priority times more than any two answers' costs can differ, so that costs decide
 * only between answers that fill alike.
 */
export function pricesOfEmptyRows(problem: AssignmentProblem): Float64Array {
  const spread = problem.spread ?? spreadOf(problem)
  return Float64Array.from({ length: problem.rows }, (_, row) => spread * (problem.priority?.[row] ?? 1))
}

function spreadOf({ rows, edges }: AssignmentProblem): number {
  const most = new Float64Array(rows)
  const least = new Float64Array(rows)
  for (const { row, cost } of edges) {
    most[row] = Math.max(most[row] as number, cost)
    least[row] = Math.min(least[row] as number, cost)
  }
  return 1 + sum(most) - sum(least)
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** The edges grouped by row, each row's in order of column. Throws a RangeError on an edge or priority that cannot be. */
function byRow({ rows, columns, edges, priority }: AssignmentProblem) {
  if (priority?.some((p) => !Number.isInteger(p) || p < 1)) throw new RangeError('priorities start at 1')
  const start = new Int32Array(rows + 1)
  for (const { row, column, cost } of edges) {
    if (!(row >= 0 && row < rows && column >= 0 && column < columns) || !Number.isFinite(cost))
      throw new RangeError(`no edge: row ${row}, column ${column}, cost ${cost}`)
    start[row + 1] = (start[row + 1] as number) + 1
  }
  for (let row = 0; row < rows; row++) start[row + 1] = (start[row + 1] as number) + (start[row] as number)
  const fill = start.slice()
  const columnOf = new Int32Array(edges.length)
  const costOf = new Float64Array(edges.length)
  // In order of column by counting: a comparing sort of the edges takes longer than the rest.
  const of = new Int32Array(columns + 1)
  for (const { column } of edges) of[column + 1] = (of[column + 1] as number) + 1
  for (let column = 0; column < columns; column++)
    of[column + 1] = (of[column + 1] as number) + (of[column] as number)
  const byColumn = new Int32Array(edges.length)
  for (let e = 0; e < edges.length; e++) {
    const { column } = edges[e] as Edge
    const at = of[column] as number
    of[column] = at + 1
    byColumn[at] = e
  }
  for (const e of byColumn) {
    const { row, column, cost } = edges[e] as Edge
    const at = fill[row] as number
    if (at > (start[row] as number) && columnOf[at - 1] === column)
      throw new RangeError(`two edges of row ${row} and column ${column}`)
    fill[row] = at + 1
    columnOf[at] = column
    costOf[at] = cost
  }
  return { start, columnOf, costOf }
}
