import type { Places } from './assign.ts'
import { type Holding, NONE, take } from './holding.ts'

/** The answer to a problem much like this one, in the numbers of this one's rows and columns. */
export interface Before {
  /** −1 for who stood nowhere or is new. */
  rowOfColumn: ArrayLike<number>
  /** NaN for a row that is new. */
  certificate: { rowDual: ArrayLike<number> }
  spread: number
}

/**
 * Takes over prices and places that still hold: a column's price is the most that its edges allow at the rows' old
 * prices, and who stood in a row stays when that costs exactly both. Everybody else is left to the searches. Gives
 * the old answer as it would be now, without those of it that are no longer possible.
 */
export function resume(holding: Holding, before: Before, spread: number): Places {
  const { edges, capacity, empty, rowDual, columnDual } = holding
  const { start, columnOf, costOf, from, rowOf, costIn } = edges
  const emptySlots = capacity.slice()
  const rowOfColumn = new Int32Array(columnDual.length).fill(NONE)
  for (let row = 0; row < capacity.length; row++) {
    const price = before.certificate.rowDual[row] as number
    // Prices lie around a multiple of the spread: as many slots of priority 1 as a change there would leave empty.
    const level = Math.round(price / before.spread)
    rowDual[row] = Number.isNaN(price)
      ? -Infinity
      : Math.min(empty[row] as number, price + level * (spread - before.spread))
  }
  let cost = 0
  for (let column = 0; column < columnDual.length; column++) {
    const stoodIn = before.rowOfColumn[column] as number
    let price = 0
    let stays = NONE
    for (let e = from[column] as number; e < (from[column + 1] as number); e++) {
      const row = rowOf[e] as number
      if (row === stoodIn) stays = e
      const value = (costIn[e] as number) - (rowDual[row] as number)
      if (value < price) price = value
    }
    columnDual[column] = price
    if (stays === NONE || (emptySlots[stoodIn] as number) === 0) continue
    emptySlots[stoodIn] = (emptySlots[stoodIn] as number) - 1
    rowOfColumn[column] = stoodIn
    const own = costIn[stays] as number
    cost += own
    if (own - (rowDual[stoodIn] as number) === price) take(holding, stoodIn, column, own)
  }
  for (let row = 0; row < capacity.length; row++) {
    if (rowDual[row] !== -Infinity) continue
    let price = empty[row] as number
    for (let e = start[row] as number; e < (start[row + 1] as number); e++)
      price = Math.min(price, (costOf[e] as number) - (columnDual[columnOf[e] as number] as number))
    rowDual[row] = price
  }
  return { rowOfColumn, emptySlots, cost }
}
