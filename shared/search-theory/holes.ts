import type { LatLng } from '../geo/lat-lng.ts'
import type { Cells } from './cells.ts'
import { podFromCoverage } from './detection.ts'

/** A part of a swept segment that nearly nobody has seen. */
export interface Hole {
  /** Places in the cells' arrays. */
  cells: number[]
  /** Square metres. */
  area: number
  pod: number
  /** The middle of one of its cells, near its centre. */
  at: LatLng
}

/** Below this a cell counts as not seen. */
const unseen = 0.2
/** Square metres: smaller ones are told by nobody on the ground. */
const leastArea = 2_500

/**
 * The holes of a sweep, largest first: cells of a low POD that touch each other. The strip between two tracks is none:
 * a hole is at least a sweep width wide both ways.
 */
export function holesIn(cells: Cells, sweepWidth: number): Hole[] {
  const { columns, rows, inside, coverage, metres } = cells
  const low = new Uint8Array(inside.length)
  for (let at = 0; at < low.length; at++)
    low[at] = (inside[at] as number) > 0 && podFromCoverage(coverage[at] as number) < unseen ? 1 : 0
  const side = Math.max(2, Math.ceil(sweepWidth / metres))
  const wide = opened(low, columns, rows, side)
  const holes: Hole[] = []
  for (let start = 0; start < wide.length; start++) {
    if (!wide[start]) continue
    const hole = holeOf(cells, flood(wide, columns, rows, start))
    if (hole.area >= leastArea) holes.push(hole)
  }
  return holes.sort((a, b) => b.area - a.area)
}

/** Only cells that lie in a square of `side` cells with nothing seen. */
function opened(low: Uint8Array, columns: number, rows: number, side: number): Uint8Array {
  const sums = new Int32Array((columns + 1) * (rows + 1))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      sums[(row + 1) * (columns + 1) + column + 1] =
        (low[row * columns + column] as number) +
        (sums[row * (columns + 1) + column + 1] as number) +
        (sums[(row + 1) * (columns + 1) + column] as number) -
        (sums[row * (columns + 1) + column] as number)
  const sum = (row: number, column: number) => sums[row * (columns + 1) + column] as number
  const wide = new Uint8Array(low.length)
  for (let row = 0; row + side <= rows; row++)
    for (let column = 0; column + side <= columns; column++) {
      const seen =
        side * side -
        (sum(row + side, column + side) -
          sum(row, column + side) -
          sum(row + side, column) +
          sum(row, column))
      if (seen > 0) continue
      for (let up = row; up < row + side; up++)
        wide.fill(1, up * columns + column, up * columns + column + side)
    }
  return wide
}

/** Takes the cells that touch `start` out of `wide`. */
function flood(wide: Uint8Array, columns: number, rows: number, start: number): number[] {
  const found = [start]
  wide[start] = 0
  const take = (at: number) => {
    if (!wide[at]) return
    wide[at] = 0
    found.push(at)
  }
  for (const at of found) {
    const column = at % columns
    const row = (at - column) / columns
    if (column > 0) take(at - 1)
    if (column + 1 < columns) take(at + 1)
    if (row > 0) take(at - columns)
    if (row + 1 < rows) take(at + columns)
  }
  return found
}

function holeOf(
  { columns, rows, southWest, northEast, inside, coverage, metres }: Cells,
  cells: number[],
): Hole {
  let area = 0
  let found = 0
  let x = 0
  let y = 0
  for (const at of cells) {
    const share = inside[at] as number
    area += share
    found += share * podFromCoverage(coverage[at] as number)
    x += share * (at % columns)
    y += share * Math.floor(at / columns)
  }
  const far = (at: number) => Math.hypot((at % columns) - x / area, Math.floor(at / columns) - y / area)
  const middle = cells.reduce((best, at) => (far(at) < far(best) ? at : best))
  return {
    cells,
    area: area * metres ** 2,
    pod: found / area,
    at: {
      lat: southWest.lat + ((Math.floor(middle / columns) + 0.5) / rows) * (northEast.lat - southWest.lat),
      lng: southWest.lng + (((middle % columns) + 0.5) / columns) * (northEast.lng - southWest.lng),
    },
  }
}
