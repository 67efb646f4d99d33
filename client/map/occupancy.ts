/** Which parts of a picture already carry ink that a text must not cover: one bit per square cell. */
export interface Occupancy {
  columns: number
  rows: number
  cell: number
  bits: Uint32Array
}

/** Width, height and cell in the same unit (pixels). */
export function makeOccupancy(width: number, height: number, cell: number): Occupancy {
  const columns = Math.max(1, Math.ceil(width / cell))
  const rows = Math.max(1, Math.ceil(height / cell))
  return {
    columns,
    rows,
    cell,
    bits: new Uint32Array(Math.ceil((columns * rows) / 32)),
  }
}

function visit(of: Occupancy, x0: number, y0: number, x1: number, y1: number, take: boolean): boolean {
  const left = Math.max(0, Math.floor(x0 / of.cell))
  const right = Math.min(of.columns - 1, Math.floor(x1 / of.cell))
  const top = Math.max(0, Math.floor(y0 / of.cell))
  const bottom = Math.min(of.rows - 1, Math.floor(y1 / of.cell))
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const at = row * of.columns + column
      const word = at >> 5
      const bit = 1 << (at & 31)
      if (take) of.bits[word] = (of.bits[word] as number) | bit
      else if ((of.bits[word] as number) & bit) return false
    }
  return true
}

/** What lies outside the picture is free. */
export const isFree = (of: Occupancy, x0: number, y0: number, x1: number, y1: number): boolean =>
  visit(of, x0, y0, x1, y1, false)

export function take(of: Occupancy, x0: number, y0: number, x1: number, y1: number): void {
  visit(of, x0, y0, x1, y1, true)
}

/** Takes the box if it is free and says whether it did. */
export function claim(of: Occupancy, x0: number, y0: number, x1: number, y1: number): boolean {
  if (!isFree(of, x0, y0, x1, y1)) return false
  take(of, x0, y0, x1, y1)
  return true
}

/** The same for a slanted line of text: squares of twice `half` along the way from (x0, y0) to (x1, y1). */
export function claimAlong(
  of: Occupancy,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  half: number,
): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / of.cell))
  for (const taking of [false, true])
    for (let step = 0; step <= steps; step++) {
      const x = x0 + ((x1 - x0) * step) / steps
      const y = y0 + ((y1 - y0) * step) / steps
      if (!visit(of, x - half, y - half, x + half, y + half, taking)) return false
    }
  return true
}
