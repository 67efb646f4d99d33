import { boxOf } from './box.ts'
import { clipRing } from './clip-ring.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { ringArea } from './ring-measure.ts'

/** Pieces of a grid's cell under this share of it are left out. */
const leastShare = 0.15

/**
 * A grid of `columns` × `rows` over the ring's box, from the north west row by row, each cell cut to the ring: in several
 * pieces where the ring is bent.
 */
export function gridOver(ring: Ring, columns: number, rows: number): Ring[] {
  const { south, west, north, east } = boxOf(ring)
  const cells: Ring[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const corner = (c: number, r: number): LatLng => ({
        lat: north + ((south - north) * r) / rows,
        lng: west + ((east - west) * c) / columns,
      })
      const cell = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ]
      cells.push(...clipRing(cell, ring, leastShare * ringArea(cell)))
    }
  return cells
}
