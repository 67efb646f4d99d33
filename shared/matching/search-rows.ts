import { makeCheapestFirst } from './cheapest-first.ts'
import { makeMinHeap } from './heap.ts'
import { giveUp, type Holding, NONE, take } from './holding.ts'

/**
 * A row with an open slot, at a price below that of an empty one, looks for people: fills the slot by the cheapest chain
 * of changes, or settles that it or another's stays empty.
 */
export function makeRowSearch(holding: Holding): (from: number) => void {
  const { edges, empty, rowDual, columnDual, rowOfColumn, held, first, count } = holding
  const { start, columnOf, costOf } = edges
  const rows = rowDual.length
  const heap = makeMinHeap()
  const lists = makeCheapestFirst(start, columnOf, costOf, columnDual)
  const baseOf = new Float64Array(rows)
  const distance = new Float64Array(rows).fill(Infinity)
  /** By whom a row was reached, which of its columns that one wants, and at what cost. */
  const reachedFrom = new Int32Array(rows)
  const wanted = new Int32Array(rows)
  const wantedCost = new Float64Array(rows)
  const touched = new Int32Array(rows)
  const closed = new Int32Array(rows)
  /** Rows as near as the one looked at: they need not go through the heap. */
  const ready = new Int32Array(rows)
  let [touches, closings, waiting] = [0, 0, 0]
  let [reached, end, endRow, endColumn, endCost] = [0, 0, NONE, NONE, 0]

  return (from) => {
    touches = closings = reached = 0
    end = Infinity
    distance[from] = 0
    touched[touches++] = from
    ready[0] = from
    waiting = 1
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
      const base = reached - (rowDual[row] as number)
      if (base + (empty[row] as number) < end) {
        end = base + (empty[row] as number)
        endRow = row
        endColumn = NONE
      }
      look(row, base)
    }
    settlePrices()
    walkBack(from)
    for (let i = 0; i < touches; i++) distance[touched[i] as number] = Infinity
    heap.clear()
  }

  function look(row: number, base: number): void {
    const first = start[row] as number
    const last = start[row + 1] as number
    if (lists.endOfFront(row) === 0) {
      lookAt(row, base, first, last)
      return
    }
    if (lists.othersAtLeast[row] === -Infinity) lists.renew(row)
    lookAt(row, base, first, lists.endOfFront(row))
    baseOf[row] = base
    heap.add(rows + row, base + (lists.othersAtLeast[row] as number))
  }

  /** The others of a row could be as near as `reached` by what was known of them. */
  function lookFurther(row: number): void {
    const first = start[row] as number
    const last = start[row + 1] as number
    const base = baseOf[row] as number
    lists.renew(row)
    const others = base + (lists.othersAtLeast[row] as number)
    if (others > reached) {
      lookAt(row, base, first, lists.endOfFront(row))
      heap.add(rows + row, others)
    } else {
      lookAt(row, base, first, last)
      lists.lengthen(row)
    }
  }

  function lookAt(row: number, base: number, first: number, last: number): void {
    let nearest = end
    for (let e = first; e < last; e++) {
      const column = columnOf[e] as number
      const through = base + (costOf[e] as number) - (columnDual[column] as number)
      if (through >= nearest) continue
      const holder = rowOfColumn[column] as number
      // The nearest free column so far ends the chain unless something nearer is found; nobody looks on from it.
      if (holder === NONE) {
        nearest = through
        endRow = row
        endColumn = column
        endCost = costOf[e] as number
        continue
      }
      const known = distance[holder] as number
      if (through >= known || known <= reached) continue
      if (known === Infinity) touched[touches++] = holder
      distance[holder] = through
      reachedFrom[holder] = row
      wanted[holder] = column
      wantedCost[holder] = costOf[e] as number
      if (through === reached) ready[waiting++] = holder
      else heap.add(holder, through)
    }
    end = nearest
  }

  /** So that the chain costs nothing and no edge falls below its prices. */
  function settlePrices(): void {
    for (let i = 0; i < closings; i++) {
      const row = closed[i] as number
      const slack = end - (distance[row] as number)
      if (slack === 0) continue
      rowDual[row] = (rowDual[row] as number) + slack
      const last = (first[row] as number) + (count[row] as number)
      for (let i = first[row] as number; i < last; i++) {
        const column = held[i] as number
        columnDual[column] = (columnDual[column] as number) - slack
      }
    }
  }

  /** Each row on the chain hands the wanted column to the row before, and takes the next. */
  function walkBack(from: number): void {
    let [column, cost] = [endColumn, endCost]
    for (let row = endRow; ; row = reachedFrom[row] as number) {
      const gone = row === from ? NONE : (wanted[row] as number)
      if (gone !== NONE) giveUp(holding, gone)
      if (column !== NONE) take(holding, row, column, cost)
      if (row === from) break
      column = gone
      cost = wantedCost[row] as number
    }
  }
}
