import type { LatLng } from './lat-lng.ts'

/** Metres: the mean radius of the Earth (IUGG R1). */
export const EARTH_RADIUS = 6_371_008.8
export const RADIANS = Math.PI / 180

/** Great-circle distance in metres (haversine; within 0.6 % of the ellipsoid). */
export function distance(a: LatLng, b: LatLng): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2)
  const sinLng = Math.sin(((b.lng - a.lng) * RADIANS) / 2)
  const h = sinLat ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLng ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Initial course from a to b: degrees clockwise from north, 0 ≤ bearing < 360. */
export function bearing(a: LatLng, b: LatLng): number {
  const lat1 = a.lat * RADIANS
  const lat2 = b.lat * RADIANS
  const lng = (b.lng - a.lng) * RADIANS
  const east = Math.sin(lng) * Math.cos(lat2)
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(lng)
  return (Math.atan2(east, north) / RADIANS + 360) % 360
}

/** Metres along the points in order. */
export function polylineLength(points: LatLng[]): number {
  let metres = 0
  for (let i = 1; i < points.length; i++) metres += distance(points[i - 1] as LatLng, points[i] as LatLng)
  return metres
}
