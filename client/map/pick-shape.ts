import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { extentOf, plateSpot } from './draw-ground-shapes.ts'
import { encloses } from './encloses.ts'
import type { Shape } from './shapes.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

const reach = 13
const lineReach = 5

/** The shape at a point in canvas pixels: symbols, then plates, then lines, then the smallest area around it. */
export function pickShape(view: View, shapes: readonly Shape[], x: number, y: number): Shape | null {
  let best: Shape | null = null
  let near = reach
  for (const shape of shapes) {
    if (!('at' in shape) || shape.kind === 'circle') continue
    // A clue or a flag stands above its point.
    const lift = shape.kind === 'clue' || shape.kind === 'meeting' ? 10 : 0
    const away = Math.hypot(viewX(view, shape.at.lng) - x, viewY(view, shape.at.lat) - lift - y)
    if (away < near) [best, near] = [shape, away]
  }
  if (best) return best
  for (const shape of shapes) {
    if (shape.kind !== 'area') continue
    const plate = plateSpot(view, shape.ring)
    if (Math.abs(plate.x - x) < 28 && Math.abs(plate.y - y) < 17) return shape
  }
  for (const shape of shapes) {
    const path = pathOf(shape)
    if (path && awayFrom(view, path, x, y, shape.kind === 'area' || shape.kind === 'perimeter') < lineReach)
      return shape
  }
  let smallest = Infinity
  for (const shape of shapes) {
    if (shape.kind !== 'area' || !contains(view, shape.ring, x, y)) continue
    const size = extentOf(view, shape.ring)
    if (size < smallest) [best, smallest] = [shape, size]
  }
  return best
}

function pathOf(shape: Shape): readonly LatLng[] | null {
  if (shape.kind === 'perimeter' || shape.kind === 'area') return shape.ring
  if (shape.kind === 'beat' || shape.kind === 'track') return shape.path
  return shape.kind === 'ghost' ? (shape.route ?? null) : null
}

function awayFrom(where: View, path: readonly LatLng[], x: number, y: number, closed: boolean): number {
  let least = Infinity
  path.forEach((to, i) => {
    const from = path[i - 1] ?? (closed ? path.at(-1) : undefined)
    if (!from) return
    const [ax, ay] = [viewX(where, from.lng), viewY(where, from.lat)]
    const [bx, by] = [viewX(where, to.lng) - ax, viewY(where, to.lat) - ay]
    const square = bx * bx + by * by
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * bx + (y - ay) * by) / square))
    least = Math.min(least, Math.hypot(ax + bx * share - x, ay + by * share - y))
  })
  return least
}

function contains(where: View, ring: readonly LatLng[], x: number, y: number): boolean {
  return encloses(
    ring.map(({ lat, lng }) => ({ x: viewX(where, lng), y: viewY(where, lat) })),
    x,
    y,
  )
}
