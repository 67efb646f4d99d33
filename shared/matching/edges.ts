import type { AssignmentProblem, AssignmentRow } from './assign.ts'

/** The same edges twice, each side in the other's order, so that the order in which they were given changes nothing. */
export interface Edges {
  /** Those of row r are numbers `start[r]` up to `start[r + 1]`. */
  start: Int32Array
  columnOf: Int32Array
  costOf: Float64Array
  /** Those of column c are numbers `from[c]` up to `from[c + 1]` of these. */
  from: Int32Array
  rowOf: Int32Array
  costIn: Float64Array
}

/** Throws a RangeError on a column, cost, capacity or priority that cannot be, and on a column twice in a row. */
export function bothWays({ rows, columns }: AssignmentProblem): Edges {
  const start = new Int32Array(rows.length + 1)
  for (let row = 0; row < rows.length; row++)
    start[row + 1] = (start[row] as number) + (rows[row] as AssignmentRow).columns.length
  const count = start[rows.length] as number
  const rowAt = new Int32Array(count)
  const columnOf = new Int32Array(count)
  const costOf = new Float64Array(count)
  const from = new Int32Array(columns + 1)
  let inOrder = true
  for (let row = 0; row < rows.length; row++) {
    const { columns: all, costs, capacity = 1, priority = 1 } = rows[row] as AssignmentRow
    if (!Number.isInteger(priority) || priority < 1) throw new RangeError('priorities start at 1')
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('capacities start at 1')
    const first = start[row] as number
    let last = -1
    for (let i = 0; i < all.length; i++) {
      const column = all[i] as number
      const cost = costs[i] as number
      // A number less itself is 0, unless it is infinite or none.
      if (!(column >= 0 && column < columns) || cost - cost !== 0)
        throw new RangeError(`no edge: row ${row}, column ${column}, cost ${cost}`)
      if (column <= last) inOrder = false
      last = column
      rowAt[first + i] = row
      columnOf[first + i] = column
      costOf[first + i] = cost
      from[column + 1] = (from[column + 1] as number) + 1
    }
  }
  for (let column = 0; column < columns; column++)
    from[column + 1] = (from[column + 1] as number) + (from[column] as number)

  // In order by counting: a comparing sort takes longer than the rest.
  const rowOf = new Int32Array(count)
  const costIn = new Float64Array(count)
  const next = from.slice()
  const given = { rowAt, columnOf, costOf }
  const listed = columns > 16 * together ? inGroups(given, from) : given
  for (let i = 0; i < count; i++) {
    const row = listed.rowAt[i] as number
    const column = listed.columnOf[i] as number
    const at = next[column] as number
    if (at > (from[column] as number) && rowOf[at - 1] === row)
      throw new RangeError(`two edges of row ${row} and column ${column}`)
    next[column] = at + 1
    rowOf[at] = row
    costIn[at] = listed.costOf[i] as number
  }
  if (inOrder) return { start, columnOf, costOf, from, rowOf, costIn }
  const fill = start.slice()
  for (let column = 0; column < columns; column++)
    for (let e = from[column] as number; e < (from[column + 1] as number); e++) {
      const row = rowOf[e] as number
      const at = fill[row] as number
      fill[row] = at + 1
      columnOf[at] = column
      costOf[at] = costIn[e] as number
    }
  return { start, columnOf, costOf, from, rowOf, costIn }
}

interface Listed {
  rowAt: Int32Array
  columnOf: Int32Array
  costOf: Float64Array
}

/** Columns whose edges the processor's cache holds at once. */
const together = 1024

/** Those of the first 1024 columns first, and so on: writing all over long lists takes several times as long. */
function inGroups({ rowAt, columnOf, costOf }: Listed, from: Int32Array): Listed {
  const count = columnOf.length
  const next = from.filter((_, column) => column % together === 0)
  const grouped = {
    rowAt: new Int32Array(count),
    columnOf: new Int32Array(count),
    costOf: new Float64Array(count),
  }
  for (let e = 0; e < count; e++) {
    const column = columnOf[e] as number
    const group = Math.floor(column / together)
    const at = next[group] as number
    next[group] = at + 1
    grouped.rowAt[at] = rowAt[e] as number
    grouped.columnOf[at] = column
    grouped.costOf[at] = costOf[e] as number
  }
  return grouped
}
