import { giveUp, type Holding, NONE, take } from './holding.ts'
import type { Levels } from './levels.ts'

/** Bids per slot or person before the searches take over: where many want the same few, prices move by inches. */
const bidsEach = 2

/**
 * The columns of the levels where people are short bid for slots: each takes the cheapest at the prices of now and
 * lowers its row's as far as its next best allows; who loses the slot bids again (an auction without ε). A row of
 * several slots has one price for all, so it is only taken as long as it has room. Sets these columns' prices.
 */
export function bidColumns(holding: Holding, { ofColumn }: Levels): void {
  const { edges, capacity, rowDual, columnDual, held, first, count } = holding
  const { from, rowOf, costIn } = edges
  const columns = columnDual.length
  const queue = new Int32Array(columns)
  let waiting = 0
  for (let column = 0; column < columns; column++) if (ofColumn[column] !== 0) queue[waiting++] = column
  let next = 0
  for (let left = bidsEach * waiting; waiting > 0 && left > 0; left--) {
    const column = queue[next] as number
    next = next + 1 === columns ? 0 : next + 1
    waiting--
    let best = Infinity
    // To be sent nowhere costs nothing.
    let second = 0
    let at = NONE
    for (let e = from[column] as number; e < (from[column + 1] as number); e++) {
      const value = (costIn[e] as number) - (rowDual[rowOf[e] as number] as number)
      if (value < best) {
        second = Math.min(second, best)
        best = value
        at = e
      } else if (value < second) second = value
    }
    columnDual[column] = Math.min(best, 0)
    if (best >= 0) continue
    const row = rowOf[at] as number
    const room = (count[row] as number) < (capacity[row] as number)
    if ((capacity[row] as number) > 1) {
      if (room) take(holding, row, column, costIn[at] as number)
      continue
    }
    columnDual[column] = second
    rowDual[row] = (rowDual[row] as number) - (second - best)
    if (!room) {
      const out = held[first[row] as number] as number
      giveUp(holding, out)
      const last = next + waiting
      queue[last < columns ? last : last - columns] = out
      waiting++
    }
    take(holding, row, column, costIn[at] as number)
  }
}

/**
 * The rows of level 0 bid for people: each that lacks some takes its cheapest and raises their prices as far as the next
 * best allows; who loses somebody bids again. Sets these rows' prices.
 */
export function bidRows(holding: Holding, { ofRow }: Levels): void {
  const { edges, capacity, empty, rowDual, columnDual, rowOfColumn, costHeld } = holding
  const { held, first, count } = holding
  const { start, columnOf, costOf } = edges
  const rows = capacity.length
  const missing = capacity.map((many, row) => many - (count[row] as number))
  const queue = new Int32Array(rows)
  const queued = new Uint8Array(rows)
  let waiting = 0
  let left = 0
  for (let row = 0; row < rows; row++) {
    if (ofRow[row] !== 0) continue
    queue[waiting++] = row
    queued[row] = 1
    left += bidsEach * (capacity[row] as number)
  }
  const most = capacity.reduce((a, b) => Math.max(a, b), 0) + 1
  const values = new Float64Array(most)
  const chosen = new Int32Array(most)
  let next = 0
  while (waiting > 0 && left > 0) {
    const row = queue[next] as number
    next = next + 1 === rows ? 0 : next + 1
    waiting--
    queued[row] = 0
    const wanted = missing[row] as number
    left -= wanted
    // The cheapest `wanted` and the one after them, in order.
    let found = 0
    const limit = empty[row] as number
    for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
      const column = columnOf[e] as number
      const value = (costOf[e] as number) - (columnDual[column] as number)
      if (value >= limit || (found > wanted && value >= (values[wanted] as number))) continue
      if (rowOfColumn[column] === row) continue
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
        giveUp(holding, column)
        missing[holder] = (missing[holder] as number) + 1
        if (!queued[holder]) {
          queued[holder] = 1
          const last = next + waiting
          queue[last < rows ? last : last - rows] = holder
          waiting++
        }
      }
      take(holding, row, column, costOf[e] as number)
      columnDual[column] = (costOf[e] as number) - price
    }
    // What nobody takes below the price of an empty slot stays empty: prices of people never fall again.
    missing[row] = 0
  }
}
