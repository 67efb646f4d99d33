import type { AssignmentProblem } from './assign.ts'

/** Those of row r are numbers `start[r]` up to `start[r + 1]`, in order of column. */
export interface Edges {
  start: Int32Array
  columnOf: Int32Array
  costOf: Float64Array
}

/** Throws a RangeError on a column, cost, capacity or priority that cannot be, and on a column twice in a row. */
export function byRow({ rows, columns }: AssignmentProblem): Edges {
  const start = new Int32Array(rows.length + 1)
  const of = new Int32Array(columns + 1)
  for (const [row, { columns: all, costs, capacity = 1, priority = 1 }] of rows.entries()) {
    if (!Number.isInteger(priority) || priority < 1) throw new RangeError('priorities start at 1')
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('capacities start at 1')
    start[row + 1] = (start[row] as number) + all.length
    for (let i = 0; i < all.length; i++) {
      const column = all[i] as number
      if (!(column >= 0 && column < columns) || !Number.isFinite(costs[i]))
        throw new RangeError(`no edge: row ${row}, column ${column}, cost ${costs[i]}`)
      of[column + 1] = (of[column + 1] as number) + 1
    }
  }
  // In order of column by counting, twice: a comparing sort takes longer than the rest.
  const count = start[rows.length] as number
  for (let column = 0; column < columns; column++)
    of[column + 1] = (of[column + 1] as number) + (of[column] as number)
  const rowAt = new Int32Array(count)
  const costAt = new Float64Array(count)
  const columnAt = new Int32Array(count)
  for (const [row, { columns: all, costs }] of rows.entries())
    for (let i = 0; i < all.length; i++) {
      const column = all[i] as number
      const at = of[column] as number
      of[column] = at + 1
      rowAt[at] = row
      costAt[at] = costs[i] as number
      columnAt[at] = column
    }
  const fill = start.slice()
  const columnOf = new Int32Array(count)
  const costOf = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const row = rowAt[i] as number
    const at = fill[row] as number
    if (at > (start[row] as number) && columnOf[at - 1] === columnAt[i])
      throw new RangeError(`two edges of row ${row} and column ${columnAt[i]}`)
    fill[row] = at + 1
    columnOf[at] = columnAt[i] as number
    costOf[at] = costAt[i] as number
  }
  return { start, columnOf, costOf }
}
