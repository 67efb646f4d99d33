import type { Edges } from './edges.ts'

export const NONE = -1

/**
 * The answer as it grows: who stands where, and prices of which no edge costs less than its two. Whoever is held costs
 * exactly the prices of both. It is the best answer once a row with an open slot has the price of an empty one, and who
 * stands nowhere has price 0.
 */
export interface Holding {
  edges: Edges
  capacity: Int32Array
  /** Per row, what a slot left empty costs: no row's price is above it, no column's above 0. */
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
}

export function nobodyHeld(
  edges: Edges,
  capacity: Int32Array,
  empty: Float64Array,
  columns: number,
): Holding {
  const rows = capacity.length
  const first = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row++) first[row + 1] = (first[row] as number) + (capacity[row] as number)
  return {
    edges,
    capacity,
    empty,
    rowDual: new Float64Array(rows),
    columnDual: new Float64Array(columns),
    rowOfColumn: new Int32Array(columns).fill(NONE),
    costHeld: new Float64Array(columns),
    held: new Int32Array(first[rows] as number),
    first,
    count: new Int32Array(rows),
    placeOf: new Int32Array(columns),
  }
}

/** `column` stands nowhere, and the row has an open slot. */
export function take(holding: Holding, row: number, column: number, cost: number): void {
  const { first, count, held, placeOf, rowOfColumn, costHeld } = holding
  const at = (first[row] as number) + (count[row] as number)
  count[row] = (count[row] as number) + 1
  held[at] = column
  placeOf[column] = at
  rowOfColumn[column] = row
  costHeld[column] = cost
}

export function giveUp(holding: Holding, column: number): void {
  const { first, count, held, placeOf, rowOfColumn } = holding
  const row = rowOfColumn[column] as number
  const left = (count[row] as number) - 1
  count[row] = left
  const last = held[(first[row] as number) + left] as number
  const at = placeOf[column] as number
  held[at] = last
  placeOf[last] = at
  rowOfColumn[column] = NONE
}
