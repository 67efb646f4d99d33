import { type Refusal, refuse } from '../kernel/refusal.ts'
import { boxCentre, boxOf } from './box.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { type Point, planeAt, toMetres } from './plane.ts'
import { ringArea } from './ring-measure.ts'
import { crossesItself } from './self-crossing.ts'

export interface RingLimits {
  vertices: number
  /** Square metres. */
  minArea: number
  maxArea: number
}

/** Below a square metre nobody can stand; above 100,000 km² is larger than most oblasts and surely a slip. */
const defaultLimits: RingLimits = { vertices: 20_000, minArea: 1, maxArea: 1e11 }

/**
 * A valid ring from drawn or imported points: a repeated last point and points repeated in a row are left out. Refuses
 * with `ring.bad-coordinates`, `ring.too-few-points`, `ring.too-large` (points or area), `ring.too-small` and
 * `ring.self-crossing` (also where it only touches or folds back on itself).
 */
export function makeRing(points: LatLng[], limits: Partial<RingLimits> = {}): Ring | Refusal {
  const { vertices, minArea, maxArea } = { ...defaultLimits, ...limits }
  // A drawn ring may repeat its first point, so one more than the limit is still a ring within it.
  if (points.length > vertices + 1)
    return refuse('ring.too-large', { params: { points: points.length, limit: vertices } })
  if (points.some((at) => !isOnEarth(at))) return refuse('ring.bad-coordinates')
  const ring = points.filter((at, i) => i === 0 || !same(at, points[i - 1] as LatLng))
  while (ring.length > 1 && same(ring[0] as LatLng, ring.at(-1) as LatLng)) ring.pop()
  if (ring.length > vertices)
    return refuse('ring.too-large', { params: { points: ring.length, limit: vertices } })
  const distinct = new Set(ring.map((at) => `${at.lat} ${at.lng}`)).size
  if (distinct < 3) return refuse('ring.too-few-points', { params: { points: distinct } })
  const plane = planeAt(boxCentre(boxOf(ring)))
  const flat: Point[] = ring.map((at) => toMetres(plane, at))
  if (crossesItself(flat)) return refuse('ring.self-crossing')
  const area = ringArea(ring)
  if (area > maxArea)
    return refuse('ring.too-large', { params: { squareMetres: Math.round(area), limit: maxArea } })
  if (area < minArea) return refuse('ring.too-small', { params: { squareMetres: area, limit: minArea } })
  return ring.map(({ lat, lng }) => ({ lat, lng }))
}

function same(a: LatLng, b: LatLng): boolean {
  return a.lat === b.lat && a.lng === b.lng
}

function isOnEarth({ lat, lng }: LatLng): boolean {
  return lat >= -90 && lat <= 90 && lng >= -180 && lng <= 180
}
