import type { AssignmentProblem, AssignmentRow } from './assign.ts'

/**
 * The same edges twice, each side in the other's order, so that the order in which they were given changes nothing. The
 * lists may be longer than what stands in them.
 */
export interface Edges {
  /** Those of row r are numbers `start[r]` up to `start[r + 1]`. */
  start: Int32Array
  columnOf: Int32Array
  costOf: Float64Array
  /** Those of column c are numbers `from[c]` up to `from[c + 1]` of these. */
  from: Int32Array
  rowOf: Int32Array
  costIn: Float64Array
  /** More than any two answers' costs can differ. */
  spread: number
}

/**
 * They are good until the next call, which writes over them. Throws a RangeError on a column, cost, capacity or priority
 * that cannot be, and on a column twice in a row.
 */
export function bothWays({ rows, columns }: AssignmentProblem): Edges {
  const start = new Int32Array(rows.length + 1)
  for (let row = 0; row < rows.length; row++)
    start[row + 1] = (start[row] as number) + (rows[row] as AssignmentRow).columns.length
  const { columnOf, costOf, rowOf, costIn, ...grouped } = roomFor(start[rows.length] as number)
  const from = new Int32Array(columns + 1)
  let inOrder = true
  let spread = 1
  for (let row = 0; row < rows.length; row++) {
    const { columns: all, costs, capacity = 1, priority = 1 } = rows[row] as AssignmentRow
    if (!Number.isInteger(priority) || priority < 1) throw new RangeError('priorities start at 1')
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('capacities start at 1')
    const first = start[row] as number
    let [last, most, least] = [-1, 0, 0]
    for (let i = 0; i < all.length; i++) {
      const column = all[i] as number
      const cost = costs[i] as number
      // A number less itself is 0, unless it is infinite or none.
      if (!(column >= 0 && column < columns) || cost - cost !== 0)
        throw new RangeError(`no edge: row ${row}, column ${column}, cost ${cost}`)
      if (column <= last) inOrder = false
      last = column
      if (cost > most) most = cost
      else if (cost < least) least = cost
      columnOf[first + i] = column
      costOf[first + i] = cost
      from[column + 1] = (from[column + 1] as number) + 1
    }
    spread += capacity * (most - least)
  }
  for (let column = 0; column < columns; column++)
    from[column + 1] = (from[column + 1] as number) + (from[column] as number)

  const edges = { start, columnOf, costOf, from, rowOf, costIn, spread }
  byColumn(edges, grouped)
  if (!inOrder) byRow(edges)
  return edges
}

/** In order by counting: a comparing sort takes longer than the rest. */
function byColumn({ start, columnOf, costOf, from, rowOf, costIn }: Edges, { keyOf, costAt }: Grouped): void {
  const [rows, columns] = [start.length - 1, from.length - 1]
  const next = from.slice()
  const place = (row: number, column: number, cost: number) => {
    const at = next[column] as number
    if (at > (from[column] as number) && rowOf[at - 1] === row)
      throw new RangeError(`two edges of row ${row} and column ${column}`)
    next[column] = at + 1
    rowOf[at] = row
    costIn[at] = cost
  }
  if (columns <= 16 * together || rows > mostRows) {
    for (let row = 0; row < rows; row++)
      for (let e = start[row] as number; e < (start[row + 1] as number); e++)
        place(row, columnOf[e] as number, costOf[e] as number)
    return
  }
  // Those of the first 1024 columns first, and so on: writing all over long lists takes several times as long.
  const group = from.filter((_, column) => column % together === 0)
  for (let row = 0; row < rows; row++)
    for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
      const column = columnOf[e] as number
      const of = Math.floor(column / together)
      const at = group[of] as number
      group[of] = at + 1
      keyOf[at] = row * together + (column % together)
      costAt[at] = costOf[e] as number
    }
  for (let first = 0; first < columns; first += together) {
    const end = from[Math.min(first + together, columns)] as number
    for (let e = from[first] as number; e < end; e++) {
      const key = keyOf[e] as number
      place(Math.floor(key / together), first + (key % together), costAt[e] as number)
    }
  }
}

/** Each row's in the order of the columns, from what `byColumn` has put in order. */
function byRow({ start, columnOf, costOf, from, rowOf, costIn }: Edges): void {
  const next = start.slice()
  for (let column = 0; column < from.length - 1; column++)
    for (let e = from[column] as number; e < (from[column + 1] as number); e++) {
      const row = rowOf[e] as number
      const at = next[row] as number
      next[row] = at + 1
      columnOf[at] = column
      costOf[at] = costIn[e] as number
    }
}

/** Columns whose edges the processor's cache holds at once. */
const together = 1024
/** So that row and column, of those that stand together, go into 31 bits. */
const mostRows = 2 ** 21

interface Grouped {
  keyOf: Int32Array
  costAt: Float64Array
}

/** Kept from one problem to the next: room made anew each time costs a large problem as much as its answer. */
let room = listsOf(0)

function roomFor(count: number) {
  if (room.columnOf.length < count) room = listsOf(count + (count >> 2))
  return room
}

function listsOf(size: number) {
  return {
    ...{ columnOf: new Int32Array(size), costOf: new Float64Array(size) },
    ...{ rowOf: new Int32Array(size), costIn: new Float64Array(size) },
    ...{ keyOf: new Int32Array(size), costAt: new Float64Array(size) },
  }
}
