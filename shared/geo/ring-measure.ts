import { boxCentre, boxOf } from './box.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { type Point, planeAt, toLatLng, toMetres } from './plane.ts'

/** Square metres, never negative. */
export function ringArea(ring: Ring): number {
  return Math.abs(moments(ring).area)
}

/** The centre of area; it lies outside a ring that is bent enough. A ring without area gives its box's centre. */
export function centroid(ring: Ring): LatLng {
  const { area, momentX, momentY, plane } = moments(ring)
  if (area === 0) return plane.origin
  return toLatLng(plane, { x: momentX / (6 * area), y: momentY / (6 * area) })
}

/** The shoelace sums around the box's centre: small numbers, so that they stay precise. */
function moments(ring: Ring) {
  const plane = planeAt(boxCentre(boxOf(ring)))
  const points = ring.map((at) => toMetres(plane, at))
  let area = 0
  let momentX = 0
  let momentY = 0
  for (let i = 0; i < points.length; i++) {
    const a = points[i] as Point
    const b = points[(i + 1) % points.length] as Point
    const cross = a.x * b.y - b.x * a.y
    area += cross / 2
    momentX += (a.x + b.x) * cross
    momentY += (a.y + b.y) * cross
  }
  return { plane, area, momentX, momentY }
}
