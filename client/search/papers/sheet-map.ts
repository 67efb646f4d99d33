import { boxCentre, boxOf } from '../../../shared/geo/box.ts'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'
import { type Point, planeAt, toMetres } from '../../../shared/geo/plane.ts'

export interface SheetMap {
  outline: Point[]
  marks: Point[]
  /** Where a point comes to stand; it may be beyond the paper. */
  on(at: LatLng): Point
  /** Metres of the scale bar, and its length in the map's units. */
  scale: { metres: number; length: number }
}

const round = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/** A segment on paper, north up, in a box of these units with a margin; marks outside the box are left out. */
export function sheetMap(
  ring: Ring,
  marks: readonly LatLng[],
  { width, height, margin }: { width: number; height: number; margin: number },
): SheetMap {
  const box = boxOf(ring)
  const plane = planeAt(boxCentre(box))
  const corners = ring.map((at) => toMetres(plane, at))
  const [wide, tall] = (['x', 'y'] as const).map((axis) => {
    const values = corners.map((corner) => corner[axis])
    return Math.max(...values) - Math.min(...values)
  })
  const perMetre = Math.min((width - 2 * margin) / (wide || 1), (height - 2 * margin) / (tall || 1))
  const onPaper = ({ x, y }: Point): Point => ({ x: width / 2 + x * perMetre, y: height / 2 - y * perMetre })
  const on = (at: LatLng) => onPaper(toMetres(plane, at))
  const metres = round.filter((one) => one * perMetre <= width / 3).at(-1) ?? 20
  return {
    outline: corners.map(onPaper),
    marks: marks.map(on).filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height),
    on,
    scale: { metres, length: metres * perMetre },
  }
}
