import { EARTH_RADIUS, RADIANS } from './distance.ts'
import type { Ring } from './lat-lng.ts'

/** Metres: who stands this close to the border stands on it, and the border is inside. */
export const BORDER_WIDTH = 0.01
export const METRES_PER_DEGREE = EARTH_RADIUS * RADIANS

/** Latitude and longitude of each corner by turns, the first again at the end: edge `i` is the four numbers from `2 * i`. */
export function cornersOf(ring: Ring): Float64Array<ArrayBuffer> {
  const corners = new Float64Array(2 * ring.length + 2)
  for (const [i, { lat, lng }] of ring.entries()) {
    corners[2 * i] = lat
    corners[2 * i + 1] = lng
  }
  corners.copyWithin(2 * ring.length, 0, 2)
  return corners
}

/**
 * Whether a ray to the east crosses the border an odd number of times. On the border itself it answers so that of two
 * rings which share that border exactly one has the point.
 */
export function oddCrossings(corners: Float64Array, lat: number, lng: number): boolean {
  let inside = false
  for (let at = 0; at + 3 < corners.length; at += 2) if (crosses(corners, at, lat, lng)) inside = !inside
  return inside
}

/** Whether the ray crosses the edge at this offset. */
export function crosses(corners: Float64Array, at: number, lat: number, lng: number): boolean {
  const latA = corners[at] as number
  const latB = corners[at + 2] as number
  if (latA > lat === latB > lat) return false
  const lngA = corners[at + 1] as number
  return lng < (((corners[at + 3] as number) - lngA) * (lat - latA)) / (latB - latA) + lngA
}

/** Squared metres from the point to the edge at this offset, in a flat frame around the point (so it is most precise near the border). */
export function squaredToEdge(
  corners: Float64Array,
  at: number,
  lat: number,
  lng: number,
  perLng: number,
): number {
  const ax = ((corners[at + 1] as number) - lng) * perLng
  const ay = ((corners[at] as number) - lat) * METRES_PER_DEGREE
  const dx = ((corners[at + 3] as number) - lng) * perLng - ax
  const dy = ((corners[at + 2] as number) - lat) * METRES_PER_DEGREE - ay
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared))
  const px = ax + along * dx
  const py = ay + along * dy
  return px * px + py * py
}

/** Metres of a degree of longitude. */
export const metresPerLng = (lat: number) => METRES_PER_DEGREE * Math.cos(lat * RADIANS)

export const isOnEdge = (corners: Float64Array, at: number, lat: number, lng: number) =>
  squaredToEdge(corners, at, lat, lng, metresPerLng(lat)) <= BORDER_WIDTH ** 2

/** Degrees that are more than the border is wide, anywhere between two parallels. */
export function slack(south: number, north: number): { lat: number; lng: number } {
  const lat = (2 * BORDER_WIDTH) / METRES_PER_DEGREE
  const pole = Math.max(Math.abs(south), Math.abs(north))
  return { lat, lng: lat / Math.max(1e-3, Math.cos(pole * RADIANS)) }
}
