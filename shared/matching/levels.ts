import type { Edges } from './edges.ts'
import { NONE } from './holding.ts'

export interface Levels {
  ofRow: Int32Array
  ofColumn: Int32Array
}

/**
 * Where people are short: level 0 has enough of them for all its slots; at level p a slot of priority p stays empty for
 * each more that is filled, and everybody is wanted (Dulmage and Mendelsohn's parts, with priorities). Found from a
 * greatest matching that ignores costs; no slot is better filled from another level.
 */
export function levelsOf(edges: Edges, capacity: Int32Array, priority: Int32Array, columns: number): Levels {
  const order = Int32Array.from(capacity.keys())
  if (priority.some((one) => one !== priority[0]))
    order.sort((a, b) => (priority[b] as number) - (priority[a] as number) || a - b)
  return spread(edges, greatest(edges, capacity, priority, order, columns), priority, order)
}

/** Who stands in which row in an answer that fills the most priority: phases of depth-first searches (Pothen and Fan). */
function greatest(
  { start, columnOf }: Edges,
  capacity: Int32Array,
  priority: Int32Array,
  order: Int32Array,
  columns: number,
): Int32Array {
  const rows = capacity.length
  const holder = new Int32Array(columns).fill(NONE)
  const missing = capacity.slice()
  /** Before this edge nobody of the row's is free, and never will be again. */
  const free = start.slice(0, rows)
  const scan = new Int32Array(rows)
  /** The phase that saw a row last; for good where nobody free can be reached. */
  const seen = new Int32Array(rows)
  const forGood = 2 ** 31 - 1
  const chain = new Int32Array(rows + 1)
  const handed = new Int32Array(rows + 1)
  let phase = 0

  function nextFree(row: number): number {
    const end = start[row + 1] as number
    let e = free[row] as number
    while (e < end && holder[columnOf[e] as number] !== NONE) e++
    free[row] = e
    return e < end ? (columnOf[e] as number) : NONE
  }

  function fill(root: number): boolean {
    let depth = 0
    chain[0] = root
    seen[root] = phase
    scan[root] = start[root] as number
    while (depth >= 0) {
      const row = chain[depth] as number
      let column = nextFree(row)
      if (column !== NONE) {
        for (; depth > 0; depth--) {
          holder[column] = chain[depth] as number
          column = handed[depth] as number
        }
        holder[column] = root
        missing[root] = (missing[root] as number) - 1
        return true
      }
      const end = start[row + 1] as number
      let e = scan[row] as number
      while (e < end && (seen[holder[columnOf[e] as number] as number] as number) >= phase) e++
      scan[row] = e + 1
      if (e >= end) {
        depth--
        continue
      }
      const to = holder[columnOf[e] as number] as number
      seen[to] = phase
      scan[to] = start[to] as number
      depth++
      chain[depth] = to
      handed[depth] = columnOf[e] as number
    }
    return false
  }

  for (const row of order)
    for (
      let column = nextFree(row);
      column !== NONE && (missing[row] as number) > 0;
      column = nextFree(row)
    ) {
      holder[column] = row
      missing[row] = (missing[row] as number) - 1
    }
  for (let begin = 0, end = 0; begin < rows; begin = end) {
    while (end < rows && priority[order[end] as number] === priority[order[begin] as number]) end++
    for (let found = true; found; ) {
      found = false
      phase++
      for (let i = begin; i < end; i++) {
        const row = order[i] as number
        while ((missing[row] as number) > 0 && (seen[row] as number) < phase && fill(row)) {
          found = true
          seen[row] = phase - 1
        }
      }
    }
    for (let row = 0; row < rows; row++) if (seen[row] === phase) seen[row] = forGood
  }
  return holder
}

/** A row's level is the least that any chain of changes from it would leave empty: 0 where it comes to somebody free. */
function spread({ from, rowOf }: Edges, holder: Int32Array, priority: Int32Array, order: Int32Array): Levels {
  const rows = priority.length
  const columns = holder.length
  const ofRow = new Int32Array(rows).fill(NONE)
  const ofColumn = new Int32Array(columns)
  const first = new Int32Array(rows + 1)
  for (const row of holder) if (row !== NONE) first[row + 1] = (first[row + 1] as number) + 1
  for (let row = 0; row < rows; row++) first[row + 1] = (first[row + 1] as number) + (first[row] as number)
  const held = new Int32Array(columns)
  const fill = first.slice()
  const queue = new Int32Array(columns)
  let head = 0
  let tail = 0
  for (let column = 0; column < columns; column++) {
    const row = holder[column] as number
    if (row === NONE) queue[tail++] = column
    else {
      held[fill[row] as number] = column
      fill[row] = (fill[row] as number) + 1
    }
  }
  function give(row: number, level: number): void {
    ofRow[row] = level
    for (let i = first[row] as number; i < (first[row + 1] as number); i++) {
      ofColumn[held[i] as number] = level
      queue[tail++] = held[i] as number
    }
  }
  function reach(level: number): void {
    while (head < tail) {
      const column = queue[head++] as number
      for (let e = from[column] as number; e < (from[column + 1] as number); e++)
        if (ofRow[rowOf[e] as number] === NONE) give(rowOf[e] as number, level)
    }
  }
  reach(0)
  const highest = priority[order[0] as number] as number
  for (let i = rows - 1; i >= 0; i--) {
    const row = order[i] as number
    const level = priority[row] as number
    if (ofRow[row] !== NONE) continue
    give(row, level)
    // At the highest everybody left is of one level, whoever reaches whom.
    if (level < highest) reach(level)
  }
  return { ofRow, ofColumn }
}
