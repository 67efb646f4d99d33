import { boxCentre, boxOf } from '../geo/box.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { type Plane, type Point, planeAt, toLatLng, toMetres } from '../geo/plane.ts'
import { podFromCoverage } from './detection.ts'

/** A segment in square cells, row by row from its south west corner. */
export interface Cells {
  southWest: LatLng
  northEast: LatLng
  /** Side of a cell. */
  metres: number
  columns: number
  rows: number
  /** Share of each cell that lies in the segment. */
  inside: Float32Array
  /** Sweep width × metres walked ÷ area, cell by cell. */
  coverage: Float32Array
}

/** Parts of ways inside a segment with the sweep width, in metres, that they were walked with. */
export interface Strokes {
  lines: readonly (readonly LatLng[])[]
  sweepWidth: number
}

const usualCell = 10
/** A segment beyond this many gets coarser cells: 4 km² in cells of 10 m. */
const mostCells = 40_000
/** Rows of a cell in which the border is looked for. */
const scans = 4

/**
 * Coverage is summed in whole parts of this, so that the same steps give the same cells in whatever order they come, and
 * a step can be taken back without a trace.
 */
const parts = 2 ** 20

/** Cells that steps are painted into one by one. */
export interface Painter {
  /** Its arrays change with each step. */
  cells: Cells
  /** Paints a straight step, or takes it back. */
  step(from: LatLng, to: LatLng, sweepWidth: number, back?: boolean): void
}

/**
 * A way is a band of its sweep width; where the width is more than a cell, the band is a bundle of parallel strokes that
 * share the effort, so that all cells together hold what was walked.
 */
export function paintOver(segment: Ring, cell = usualCell): Painter {
  const box = boxOf(segment)
  const plane = planeAt(boxCentre(box))
  const low = toMetres(plane, { lat: box.south, lng: box.west })
  const high = toMetres(plane, { lat: box.north, lng: box.east })
  const count = (metres: number) => Math.max(1, Math.ceil((high.x - low.x) / metres - 1e-3))
  const countUp = (metres: number) => Math.max(1, Math.ceil((high.y - low.y) / metres - 1e-3))
  let metres = cell
  while (count(metres) * countUp(metres) > mostCells) metres *= 2
  const columns = count(metres)
  const rows = countUp(metres)
  const cells: Cells = {
    southWest: toLatLng(plane, low),
    northEast: toLatLng(plane, { x: low.x + columns * metres, y: low.y + rows * metres }),
    metres,
    columns,
    rows,
    inside: sharesInside(segment, plane, low, { metres, columns, rows }),
    coverage: new Float32Array(columns * rows),
  }
  const sums = new Int32Array(columns * rows)
  return {
    cells,
    step(from, to, sweepWidth, back = false) {
      const strokes = sweepWidth <= metres ? 1 : Math.ceil((2 * sweepWidth) / metres)
      // In units of a cell; the effort of a stroke over the area of a cell is then its width alone.
      const width = sweepWidth / strokes / metres
      const p = inCells(plane, low, metres, from)
      const q = inCells(plane, low, metres, to)
      const length = Math.hypot(q.x - p.x, q.y - p.y)
      if (length === 0) return
      const aside = { x: -(q.y - p.y) / length, y: (q.x - p.x) / length }
      for (let n = 0; n < strokes; n++) {
        const by = (n + 0.5 - strokes / 2) * width
        stroke(
          cells,
          sums,
          { x: p.x + by * aside.x, y: p.y + by * aside.y },
          { x: q.x + by * aside.x, y: q.y + by * aside.y },
          back ? -width : width,
        )
      }
    },
  }
}

/** The cells of a segment with all ways painted. */
export function paintCells(segment: Ring, ways: readonly Strokes[], cell = usualCell): Cells {
  const painter = paintOver(segment, cell)
  for (const { lines, sweepWidth } of ways)
    for (const line of lines)
      for (let i = 1; i < line.length; i++) painter.step(line[i - 1] as LatLng, line[i] as LatLng, sweepWidth)
  return painter.cells
}

/** Share of a segment that bands of the sweep width lie over, however often: how far they came, and never a POD. */
export function sharePainted({ inside, coverage }: Pick<Cells, 'inside' | 'coverage'>): number {
  let area = 0
  let painted = 0
  for (let at = 0; at < inside.length; at++) {
    const share = inside[at] as number
    area += share
    painted += share * Math.min(1, coverage[at] as number)
  }
  return area === 0 ? 0 : painted / area
}

/**
 * POD of a segment: the mean of its cells' PODs. The POD of a mean coverage is never less, and hides the holes. With the
 * coverage of earlier sweeps, which found nothing, each cell weighs what they left of it: who walks where others were
 * finds less, who walks a hole more.
 */
export function podOfCells(
  { inside, coverage }: Pick<Cells, 'inside' | 'coverage'>,
  earlier?: Float32Array,
): number {
  let area = 0
  let found = 0
  for (let at = 0; at < inside.length; at++) {
    const share = (inside[at] as number) * (earlier ? Math.exp(-(earlier[at] as number)) : 1)
    area += share
    found += share * podFromCoverage(coverage[at] as number)
  }
  return area === 0 ? 0 : found / area
}

function inCells(plane: Plane, low: Point, metres: number, at: LatLng): Point {
  const { x, y } = toMetres(plane, at)
  return { x: (x - low.x) / metres, y: (y - low.y) / metres }
}

/** Adds a stroke from p to q: each cell that it crosses gets width × the length inside. */
function stroke(
  { columns, rows, coverage }: Cells,
  sums: Int32Array,
  p: Point,
  q: Point,
  width: number,
): void {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const length = Math.hypot(dx, dy)
  let column = Math.floor(p.x)
  let row = Math.floor(p.y)
  const nextX = dx === 0 ? Infinity : (dx > 0 ? column + 1 - p.x : column - p.x) / dx
  const nextY = dy === 0 ? Infinity : (dy > 0 ? row + 1 - p.y : row - p.y) / dy
  let crossX = nextX
  let crossY = nextY
  let done = 0
  while (done < 1) {
    const until = Math.min(1, crossX, crossY)
    if (column >= 0 && column < columns && row >= 0 && row < rows) {
      const at = row * columns + column
      // Never a half up: what is added and what is taken back must be the same whole number.
      const part = Math.round(Math.abs(width) * length * (until - done) * parts)
      const sum = (sums[at] as number) + (width < 0 ? -part : part)
      sums[at] = sum
      coverage[at] = sum / parts
    }
    done = until
    if (crossX <= crossY) {
      column += Math.sign(dx)
      crossX += Math.abs(1 / dx)
    } else {
      row += Math.sign(dy)
      crossY += Math.abs(1 / dy)
    }
  }
}

/** Exact along each scanned row, a few rows to a cell. */
function sharesInside(
  segment: Ring,
  plane: Plane,
  low: Point,
  { metres, columns, rows }: Pick<Cells, 'metres' | 'columns' | 'rows'>,
): Float32Array {
  const ring = segment.map((at) => inCells(plane, low, metres, at))
  const inside = new Float32Array(columns * rows)
  for (let scan = 0; scan < rows * scans; scan++) {
    const y = (scan + 0.5) / scans
    const cuts: number[] = []
    ring.forEach((b, i) => {
      const a = ring.at(i - 1) as Point
      if (a.y > y !== b.y > y) cuts.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
    })
    cuts.sort((a, b) => a - b)
    const first = Math.floor(scan / scans) * columns
    for (let k = 0; k + 1 < cuts.length; k += 2) {
      const from = Math.max(0, cuts[k] as number)
      const to = Math.min(columns, cuts[k + 1] as number)
      for (let column = Math.floor(from); column < to; column++) {
        const part = Math.min(to, column + 1) - Math.max(from, column)
        inside[first + column] = (inside[first + column] as number) + part / scans
      }
    }
  }
  return inside
}
