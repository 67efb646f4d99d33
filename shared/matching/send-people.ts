import type { Solved } from './assign.ts'
import type { Edges } from './edges.ts'
import { makeMinHeap } from './heap.ts'

const NONE = -1

/**
 * The people look for slots, one after the other: successive shortest augmenting paths with potentials. Whoever comes to
 * a full row sends somebody of it on, as long as that is cheaper. A row's price is one for all its slots; whoever a row
 * holds has the price that makes both together their cost, so it need not be kept.
 */
export function sendPeople(edges: Edges, capacity: Int32Array, empty: Float64Array, columns: number): Solved {
  const rows = capacity.length
  const { start, rowOf, gainOf } = byColumn(edges, empty, columns)
  /** How far a row's price lies under that of an empty slot: 0 while it has one. */
  const under = new Float64Array(rows)
  const rowOfColumn = new Int32Array(columns).fill(NONE)
  /** What a held column gains its row: its cost less the price of the slot that it fills. */
  const gainHeld = new Float64Array(columns)
  const first = new Int32Array(rows)
  for (let row = 1; row < rows; row++) first[row] = (first[row - 1] as number) + (capacity[row - 1] as number)
  const held = new Int32Array(capacity.reduce((sum, many) => sum + many, 0))
  const count = new Int32Array(rows)
  const placeOf = new Int32Array(columns)

  const heap = makeMinHeap(rows)
  const distance = new Float64Array(rows).fill(Infinity)
  /** Who would come to a row, and what that would gain it. */
  const comer = new Int32Array(rows)
  const comerGain = new Float64Array(rows)
  const touched: number[] = []
  const closed: number[] = []
  for (let column = 0; column < columns; column++) search(column)

  const rowDual = Float64Array.from(under, (price, row) => (empty[row] as number) + price)
  const columnDual = Float64Array.from(rowOfColumn, (row, column) =>
    row === NONE ? 0 : (gainHeld[column] as number) - (under[row] as number),
  )
  return { rowOfColumn, rowDual, columnDual }

  function search(from: number): void {
    touched.length = 0
    closed.length = 0
    // To be sent nowhere costs nothing.
    let end = 0
    let endRow = NONE
    let endColumn = from
    look(from, 0)
    while (heap.size > 0 && heap.minKey() < end) {
      const row = heap.pop()
      const reached = distance[row] as number
      if ((count[row] as number) < (capacity[row] as number)) {
        end = reached
        endRow = row
        break
      }
      closed.push(row)
      for (let i = 0; i < (count[row] as number); i++) {
        const column = held[(first[row] as number) + i] as number
        // The person's price, taken back: what staying out costs from here.
        const base = reached - ((gainHeld[column] as number) - (under[row] as number))
        if (base < end) {
          end = base
          endRow = NONE
          endColumn = column
        }
        look(column, base)
      }
    }

    for (const row of closed) under[row] = (under[row] as number) - (end - (distance[row] as number))
    let column = endRow === NONE ? endColumn : (comer[endRow] as number)
    let row = endRow
    for (;;) {
      const left = rowOfColumn[column] as number
      if (left !== NONE) leave(column, left)
      if (row !== NONE) enter(column, row, comerGain[row] as number)
      if (column === from) break
      row = left
      column = comer[left] as number
    }
    for (const one of touched) distance[one] = Infinity
    heap.clear()

    function look(column: number, base: number): void {
      for (let e = start[column] as number; e < (start[column + 1] as number); e++) {
        const row = rowOf[e] as number
        const through = base + (gainOf[e] as number) - (under[row] as number)
        const known = distance[row] as number
        if (through >= end || through >= known) continue
        if (known === Infinity) touched.push(row)
        distance[row] = through
        comer[row] = column
        comerGain[row] = gainOf[e] as number
        heap.lower(row, through)
      }
    }
  }

  function enter(column: number, row: number, gain: number): void {
    const at = (first[row] as number) + (count[row] as number)
    count[row] = (count[row] as number) + 1
    held[at] = column
    placeOf[column] = at
    rowOfColumn[column] = row
    gainHeld[column] = gain
  }

  function leave(column: number, row: number): void {
    const left = (count[row] as number) - 1
    count[row] = left
    const last = held[(first[row] as number) + left] as number
    held[placeOf[column] as number] = last
    placeOf[last] = placeOf[column] as number
    rowOfColumn[column] = NONE
  }
}

/** The same edges by column, with what each gains: its cost less the price of the empty slot that it fills. */
function byColumn({ start, columnOf, costOf }: Edges, empty: Float64Array, columns: number) {
  const from = new Int32Array(columns + 1)
  for (const column of columnOf) from[column + 1] = (from[column + 1] as number) + 1
  for (let column = 0; column < columns; column++)
    from[column + 1] = (from[column + 1] as number) + (from[column] as number)
  const fill = from.slice()
  const rowOf = new Int32Array(columnOf.length)
  const gainOf = new Float64Array(columnOf.length)
  for (let row = 0; row + 1 < start.length; row++)
    for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
      const column = columnOf[e] as number
      const at = fill[column] as number
      fill[column] = at + 1
      rowOf[at] = row
      gainOf[at] = (costOf[e] as number) - (empty[row] as number)
    }
  return { start: from, rowOf, gainOf }
}
