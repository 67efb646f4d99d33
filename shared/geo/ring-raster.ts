import { BORDER_WIDTH, crosses, isOnEdge, METRES_PER_DEGREE, slack } from './ring-edges.ts'

/** Equal cells from a corner on, in degrees. */
export interface Frame {
  south: number
  west: number
  latStep: number
  lngStep: number
  rows: number
  columns: number
}

/** A ring over the cells of a frame, which go row by row from the south-west. */
export interface RingRaster {
  /** `INSIDE` or 0 of a cell that is so as a whole; with `EDGE` the border may touch it, and `holdsInCell` tells. */
  kinds: Uint8Array
  /** The edges that may touch cell `c`, by number: those from `starts[c]` to below `starts[c + 1]`. */
  starts: Uint32Array
  edges: Int32Array
}

/** Of a cell with edges: what `holdsInCell` starts from. */
export const INSIDE = 1
export const EDGE = 2

/** `corners` as of `cornersOf`. The frame holds all of the ring that is asked for. */
export function rasterOf(corners: Float64Array, frame: Frame): RingRaster {
  const { south, west, latStep, lngStep, rows, columns } = frame
  const kinds = new Uint8Array(rows * columns)
  const starts = new Uint32Array(rows * columns + 1)
  /** Edge, first and last cell, by row. */
  const runs: number[] = []
  const rowAt = (lat: number) => Math.min(rows - 1, Math.max(0, Math.floor((lat - south) / latStep)))
  const columnAt = (lng: number) => Math.min(columns - 1, Math.max(0, Math.floor((lng - west) / lngStep)))
  const more = slack(south, south + rows * latStep)
  for (let at = 0; at + 3 < corners.length; at += 2) {
    const latA = corners[at] as number
    const lngA = corners[at + 1] as number
    const latB = corners[at + 2] as number
    const lngB = corners[at + 3] as number
    const top = rowAt(Math.max(latA, latB) + more.lat)
    for (let row = rowAt(Math.min(latA, latB) - more.lat); row <= top; row++) {
      // The part of the edge within this row, and what the border adds to it.
      const low = south + row * latStep
      const from = latA === latB ? lngA : lngA + along(latA, latB, low - more.lat) * (lngB - lngA)
      const to = latA === latB ? lngB : lngA + along(latA, latB, low + latStep + more.lat) * (lngB - lngA)
      const first = row * columns + columnAt(Math.min(from, to) - more.lng)
      const last = row * columns + columnAt(Math.max(from, to) + more.lng)
      runs.push(at >> 1, first, last)
      for (let cell = first; cell <= last; cell++) starts[cell] = (starts[cell] as number) + 1
    }
  }
  // From how many each cell has to where they end, and by filling in from the last one down to where they start.
  for (let cell = 1; cell < starts.length; cell++)
    starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number)
  const edges = new Int32Array(starts[rows * columns] as number)
  for (let i = runs.length - 3; i >= 0; i -= 3)
    for (let cell = runs[i + 1] as number; cell <= (runs[i + 2] as number); cell++) {
      starts[cell] = (starts[cell] as number) - 1
      edges[starts[cell] as number] = runs[i] as number
    }

  const crossed: number[] = []
  for (let row = 0; row < rows; row++) {
    const lat = south + (row + 0.5) * latStep
    crossed.length = 0
    for (let at = 0; at + 3 < corners.length; at += 2)
      if ((corners[at] as number) > lat !== (corners[at + 2] as number) > lat) crossed.push(at)
    // Between two cells of the border nothing changes.
    let known = -1
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      const lng = west + (column + 0.5) * lngStep
      const east = west + (column + 1) * lngStep
      const from = starts[cell] as number
      const to = starts[cell + 1] as number
      if (from === to && known >= 0) {
        kinds[cell] = known
        continue
      }
      let odd = 0
      for (const at of crossed) if (crosses(corners, at, lat, lng)) odd ^= INSIDE
      for (let i = from; i < to; i++) {
        const at = 2 * (edges[i] as number)
        if (crosses(corners, at, lat, lng)) odd ^= INSIDE
        if (turns(corners, at, lat, east)) odd ^= INSIDE
      }
      kinds[cell] = from < to ? EDGE | odd : odd
      known = from < to ? -1 : odd
    }
  }
  return { kinds, starts, edges }
}

/** How far along the way from a to b a parallel is crossed, 0 to 1. */
const along = (latA: number, latB: number, lat: number) =>
  Math.max(0, Math.min(1, (lat - latA) / (latB - latA)))

/** Whether one end of the edge only lies south-east of the point. */
const turns = (corners: Float64Array, at: number, lat: number, lng: number) =>
  ((corners[at] as number) <= lat && (corners[at + 1] as number) > lng) !==
  ((corners[at + 2] as number) <= lat && (corners[at + 3] as number) > lng)

/**
 * Whether the ring holds a point of the cell, told from the edges that touch it: `edges` from `from` to below `to`, `odd`
 * the cell's kind, `east` its eastern meridian.
 *
 * All ends of a ring's edges that turn into the quarter south-east of (lat, east) turn out of it again, so counting these
 * turns with the crossings of the ray changes nothing. An edge that does not touch the cell then counts the same for each
 * point of it (once if it crosses that meridian south of the cell), which `odd` has in it.
 */
export function holdsInCell(
  corners: Float64Array,
  edges: Int32Array,
  from: number,
  to: number,
  odd: number,
  east: number,
  lat: number,
  lng: number,
): boolean {
  let inside = odd & INSIDE
  for (let i = from; i < to; i++) {
    const at = 2 * (edges[i] as number)
    const latA = corners[at] as number
    const lngA = corners[at + 1] as number
    const latB = corners[at + 2] as number
    const lngB = corners[at + 3] as number
    const dLat = latB - latA
    const dLng = lngB - lngA
    const across = (lngA - lng) * dLat - (latA - lat) * dLng
    // Farther than that from the edge's line, so not on it; else the sure way tells.
    const far = across * across > BORDER_DEGREES_SQUARED * (dLng * dLng + WIDEST * dLat * dLat)
    if (!(far && lat < MOST_LAT && lat > -MOST_LAT) && isOnEdge(corners, at, lat, lng)) return true
    // In numbers, for a processor guesses wrong where such a thing branches. No rounding changes the side of the line here.
    const above = Number(latB > lat)
    const crossed = (Number(latA > lat) ^ above) & (Number(across > 0) ^ above ^ 1)
    const turned = (Number(latA <= lat) & Number(lngA > east)) ^ ((above ^ 1) & Number(lngB > east))
    inside ^= crossed ^ turned
  }
  return inside === 1
}

const BORDER_DEGREES_SQUARED = (1.01 * BORDER_WIDTH) ** 2 / METRES_PER_DEGREE ** 2
/** A degree of latitude, squared, in those of longitude, up to `MOST_LAT`. */
const WIDEST = 16
const MOST_LAT = 75
