import { makeCheapestFirst } from './cheapest-first.ts'
import { makeMinHeap } from './heap.ts'
import { giveUp, type Holding, NONE, take } from './holding.ts'

/**
 * Somebody who stands nowhere, at a price below 0, looks for a slot: the cheapest chain of changes leads to an open slot,
 * or to who is sent nowhere (a shortest augmenting path with potentials). Whoever comes to a full row sends somebody of
 * it on.
 */
export function makeColumnSearch(holding: Holding): (from: number) => void {
  const { edges, capacity, rowDual, columnDual, rowOfColumn, held, first, count } = holding
  const { from: start, rowOf, costIn } = edges
  const rows = capacity.length
  const heap = makeMinHeap()
  const lists = makeCheapestFirst(start, rowOf, costIn, rowDual)
  const baseOf = new Float64Array(columnDual.length)
  const distance = new Float64Array(rows).fill(Infinity)
  /** Who would come to a row, and at what cost. */
  const comer = new Int32Array(rows)
  const comerCost = new Float64Array(rows)
  const touched = new Int32Array(rows)
  const closed = new Int32Array(rows)
  /** Rows as near as the one looked at: they need not go through the heap. */
  const ready = new Int32Array(rows)
  let [touches, closings, waiting] = [0, 0, 0]
  let [reached, end, endRow, endColumn] = [0, 0, NONE, NONE]

  return (from) => {
    touches = closings = waiting = reached = 0
    end = -(columnDual[from] as number)
    endRow = NONE
    endColumn = from
    look(from, end)
    while (reached < end) {
      let row: number
      if (waiting > 0) row = ready[--waiting] as number
      else {
        const key = heap.minKey()
        if (key >= end) break
        row = heap.pop()
        if (row >= rows) {
          reached = Math.max(reached, key)
          lookFurther(row - rows)
          continue
        }
        if (key > (distance[row] as number)) continue
        reached = key
      }
      closed[closings++] = row
      const last = (first[row] as number) + (count[row] as number)
      for (let i = first[row] as number; i < last; i++) {
        const column = held[i] as number
        // The person's price, taken back: what staying out costs from here.
        const base = reached - (columnDual[column] as number)
        if (base < end) {
          end = base
          endRow = NONE
          endColumn = column
        }
        look(column, base)
      }
    }
    settlePrices(from)
    walkBack(from)
    for (let i = 0; i < touches; i++) distance[touched[i] as number] = Infinity
    heap.clear()
  }

  function look(column: number, base: number): void {
    const first = start[column] as number
    const last = start[column + 1] as number
    if (lists.endOfFront(column) === 0) {
      lookAt(column, base, first, last)
      return
    }
    if (lists.othersAtLeast[column] === -Infinity) lists.renew(column)
    lookAt(column, base, first, lists.endOfFront(column))
    baseOf[column] = base
    heap.add(rows + column, base + (lists.othersAtLeast[column] as number))
  }

  /** The others of a column could be as near as `reached` by what was known of them. */
  function lookFurther(column: number): void {
    const first = start[column] as number
    const last = start[column + 1] as number
    const base = baseOf[column] as number
    lists.renew(column)
    const others = base + (lists.othersAtLeast[column] as number)
    if (others > reached) {
      lookAt(column, base, first, lists.endOfFront(column))
      heap.add(rows + column, others)
    } else {
      lookAt(column, base, first, last)
      lists.lengthen(column)
    }
  }

  function lookAt(column: number, base: number, first: number, last: number): void {
    let nearest = end
    for (let e = first; e < last; e++) {
      const row = rowOf[e] as number
      const through = base + (costIn[e] as number) - (rowDual[row] as number)
      if (through >= nearest) continue
      const known = distance[row] as number
      if (through >= known || known <= reached) continue
      if (known === Infinity) touched[touches++] = row
      distance[row] = through
      comer[row] = column
      comerCost[row] = costIn[e] as number
      if ((count[row] as number) < (capacity[row] as number)) {
        nearest = through
        endRow = row
      } else if (through === reached) ready[waiting++] = row
      else heap.add(row, through)
    }
    end = nearest
  }

  /** So that the chain costs nothing and no edge falls below its prices. */
  function settlePrices(from: number): void {
    columnDual[from] = (columnDual[from] as number) + end
    for (let i = 0; i < closings; i++) {
      const row = closed[i] as number
      const slack = end - (distance[row] as number)
      if (slack === 0) continue
      rowDual[row] = (rowDual[row] as number) - slack
      const last = (first[row] as number) + (count[row] as number)
      for (let i = first[row] as number; i < last; i++) {
        const column = held[i] as number
        columnDual[column] = (columnDual[column] as number) + slack
      }
    }
  }

  function walkBack(from: number): void {
    let column = endRow === NONE ? endColumn : (comer[endRow] as number)
    for (let row = endRow; ; ) {
      const left = rowOfColumn[column] as number
      if (left !== NONE) giveUp(holding, column)
      if (row !== NONE) take(holding, row, column, comerCost[row] as number)
      if (column === from) break
      row = left
      column = comer[left] as number
    }
  }
}
