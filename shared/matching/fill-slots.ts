import type { Solved } from './assign.ts'
import type { Edges } from './edges.ts'
import { makeMinHeap } from './heap.ts'

const NONE = -1

/**
 * The slots look for people: prices by bids first, as long as that is quick (an auction without ε), then successive
 * shortest augmenting paths with potentials (Jonker and Volgenant 1987, sparse form), over rows with a capacity.
 */
export function fillSlots(edges: Edges, capacity: Int32Array, empty: Float64Array, columns: number): Solved {
  const state = makeState(edges, capacity, empty, columns)
  bid(state)
  const search = makeSearch(state)
  for (let row = 0; row < capacity.length; row++) while ((state.missing[row] as number) > 0) search(row)
  return state
}

/** The answer as it grows. Who is held costs exactly the prices of both; nobody else costs less than theirs. */
interface State {
  edges: Edges
  capacity: Int32Array
  empty: Float64Array
  rowDual: Float64Array
  columnDual: Float64Array
  rowOfColumn: Int32Array
  /** What a held column costs its row. */
  costHeld: Float64Array
  /** The columns of row r: `held[first[r]]` up to `first[r] + count[r]`; `placeOf` says where a column stands there. */
  held: Int32Array
  first: Int32Array
  count: Int32Array
  placeOf: Int32Array
  /** Slots that are neither filled nor settled to stay empty. */
  missing: Int32Array
}

function makeState(edges: Edges, capacity: Int32Array, empty: Float64Array, columns: number): State {
  const rows = capacity.length
  const first = new Int32Array(rows)
  for (let row = 1; row < rows; row++) first[row] = (first[row - 1] as number) + (capacity[row - 1] as number)
  const slots = capacity.reduce((sum, many) => sum + many, 0)
  return {
    edges,
    capacity,
    empty,
    rowDual: new Float64Array(rows),
    columnDual: new Float64Array(columns),
    rowOfColumn: new Int32Array(columns).fill(NONE),
    costHeld: new Float64Array(columns),
    held: new Int32Array(slots),
    first,
    count: new Int32Array(rows),
    placeOf: new Int32Array(columns),
    missing: capacity.slice(),
  }
}

function take(state: State, row: number, column: number, cost: number): void {
  const { first, count, held, placeOf, rowOfColumn, costHeld } = state
  const at = (first[row] as number) + (count[row] as number)
  count[row] = (count[row] as number) + 1
  held[at] = column
  placeOf[column] = at
  rowOfColumn[column] = row
  costHeld[column] = cost
}

function giveUp(state: State, column: number): void {
  const { first, count, held, placeOf, rowOfColumn } = state
  const row = rowOfColumn[column] as number
  const left = (count[row] as number) - 1
  count[row] = left
  const last = held[(first[row] as number) + left] as number
  const at = placeOf[column] as number
  held[at] = last
  placeOf[last] = at
  rowOfColumn[column] = NONE
}

/** Bids a slot on average may cost before the searches take over: where many want the same few, prices climb by inches. */
const bidsPerSlot = 1

/**
 * Each row that lacks people takes its cheapest, at the prices of now, and raises theirs as far as the next best allows;
 * who lost somebody bids again. So most rows are settled without a search.
 */
function bid(state: State): void {
  const { edges, capacity, empty, rowDual, columnDual, rowOfColumn, missing, costHeld } = state
  const { start, columnOf, costOf } = edges
  const rows = capacity.length
  const queue = new Int32Array(rows)
  const queued = new Uint8Array(rows).fill(1)
  for (let row = 0; row < rows; row++) queue[row] = row
  let waiting = rows
  let next = 0
  let left = bidsPerSlot * capacity.reduce((sum, many) => sum + many, rows)
  const most = capacity.reduce((a, b) => Math.max(a, b), 0) + 1
  const values = new Float64Array(most)
  const chosen = new Int32Array(most)
  while (waiting > 0 && left > 0) {
    const row = queue[next] as number
    next = (next + 1) % rows
    waiting--
    queued[row] = 0
    const wanted = missing[row] as number
    if (wanted === 0) continue
    left -= wanted
    // The cheapest `wanted` and the one after them, in order.
    let found = 0
    const limit = empty[row] as number
    for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
      const column = columnOf[e] as number
      if (rowOfColumn[column] === row) continue
      const value = (costOf[e] as number) - (columnDual[column] as number)
      if (value >= limit || (found > wanted && value >= (values[wanted] as number))) continue
      let at = Math.min(found, wanted)
      for (; at > 0 && value < (values[at - 1] as number); at--) {
        values[at] = values[at - 1] as number
        chosen[at] = chosen[at - 1] as number
      }
      values[at] = value
      chosen[at] = e
      if (found <= wanted) found++
    }
    const price = found > wanted ? (values[wanted] as number) : limit
    rowDual[row] = price
    const { held, first, count } = state
    for (let i = 0; i < (count[row] as number); i++) {
      const column = held[(first[row] as number) + i] as number
      columnDual[column] = (costHeld[column] as number) - price
    }
    const taken = Math.min(found, wanted)
    for (let i = 0; i < taken; i++) {
      const e = chosen[i] as number
      const column = columnOf[e] as number
      const holder = rowOfColumn[column] as number
      if (holder !== NONE) {
        giveUp(state, column)
        missing[holder] = (missing[holder] as number) + 1
        if (!queued[holder]) {
          queued[holder] = 1
          queue[(next + waiting) % rows] = holder
          waiting++
        }
      }
      take(state, row, column, costOf[e] as number)
      columnDual[column] = (costOf[e] as number) - price
    }
    // What nobody takes below the price of an empty slot stays empty: prices of people never fall again.
    missing[row] = 0
  }
}

/** Fills one slot of a row, or settles that it stays empty, by the cheapest chain of changes. */
function makeSearch(state: State): (from: number) => void {
  const { edges, empty, rowDual, columnDual, rowOfColumn, missing } = state
  const { start, columnOf, costOf } = edges
  const { held, first, count } = state
  const rows = rowDual.length
  const heap = makeMinHeap(rows)
  const distance = new Float64Array(rows).fill(Infinity)
  /** By whom a row was reached, which of its columns that one wants, and at what cost. */
  const reachedFrom = new Int32Array(rows)
  const wanted = new Int32Array(rows)
  const wantedCost = new Float64Array(rows)
  const touched: number[] = []
  const closed: number[] = []

  return (from) => {
    touched.length = 0
    closed.length = 0
    let end = Infinity
    let endRow = from
    let endColumn = NONE
    let endCost = 0
    distance[from] = 0
    touched.push(from)
    for (let row = from; ; ) {
      closed.push(row)
      const base = (distance[row] as number) - (rowDual[row] as number)
      if (base + (empty[row] as number) < end) {
        end = base + (empty[row] as number)
        endRow = row
        endColumn = NONE
      }
      for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
        const column = columnOf[e] as number
        const through = base + (costOf[e] as number) - (columnDual[column] as number)
        if (through >= end) continue
        const holder = rowOfColumn[column] as number
        // The nearest free column so far ends the chain unless something nearer is found; nobody looks on from it.
        if (holder === NONE) {
          end = through
          endRow = row
          endColumn = column
          endCost = costOf[e] as number
          continue
        }
        const known = distance[holder] as number
        if (through >= known) continue
        if (known === Infinity) touched.push(holder)
        distance[holder] = through
        reachedFrom[holder] = row
        wanted[holder] = column
        wantedCost[holder] = costOf[e] as number
        heap.lower(holder, through)
      }
      if (heap.size === 0 || heap.minKey() >= end) break
      row = heap.pop()
    }

    // Raise the prices so that the chain costs nothing and no edge falls below zero.
    for (const row of closed) {
      const slack = end - (distance[row] as number)
      rowDual[row] = (rowDual[row] as number) + slack
      for (let i = 0; i < (count[row] as number); i++) {
        const column = held[(first[row] as number) + i] as number
        columnDual[column] = (columnDual[column] as number) - slack
      }
    }
    // Walk the chain back: each row on it hands the wanted column to the row before, and takes the next.
    let [column, cost] = [endColumn, endCost]
    for (let row = endRow; ; row = reachedFrom[row] as number) {
      const gone = row === from ? NONE : (wanted[row] as number)
      if (gone !== NONE) giveUp(state, gone)
      if (column !== NONE) take(state, row, column, cost)
      if (row === from) break
      column = gone
      cost = wantedCost[row] as number
    }
    missing[from] = (missing[from] as number) - 1
    for (const row of touched) distance[row] = Infinity
    heap.clear()
  }
}
