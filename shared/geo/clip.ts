import { boxOf } from './box.ts'
import { distance } from './distance.ts'
import { oddCrossings } from './geofence.ts'
import type { LatLng, Ring } from './lat-lng.ts'

/**
 * Metres of a polyline that lie inside a ring. Along a border that two rings share, exactly one of them counts it, so the
 * lengths in the parts of a divided area add up to the length in the whole.
 */
export function lengthInside(ring: Ring, points: LatLng[]): number {
  const lats = Float64Array.from(ring, (at) => at.lat)
  const lngs = Float64Array.from(ring, (at) => at.lng)
  const box = boxOf(ring)
  let metres = 0
  for (let i = 1; i < points.length; i++) {
    const p = points[i - 1] as LatLng
    const q = points[i] as LatLng
    const apart =
      Math.max(p.lat, q.lat) < box.south ||
      Math.min(p.lat, q.lat) > box.north ||
      Math.max(p.lng, q.lng) < box.west ||
      Math.min(p.lng, q.lng) > box.east
    if (!apart) metres += distance(p, q) * shareInside(lats, lngs, p, q)
  }
  return metres
}

/** The share 0…1 of the segment p→q inside: cut at every crossing, each piece judged by its middle. */
function shareInside(lats: Float64Array, lngs: Float64Array, p: LatLng, q: LatLng): number {
  const dLat = q.lat - p.lat
  const dLng = q.lng - p.lng
  const n = lats.length
  const cuts = [0, 1]
  for (let i = 0; i < n; i++) {
    const lat = lats[i] as number
    const lng = lngs[i] as number
    const eLat = (lats[(i + 1) % n] as number) - lat
    const eLng = (lngs[(i + 1) % n] as number) - lng
    const across = dLng * eLat - dLat * eLng
    if (across === 0) continue
    const onSegment = ((lng - p.lng) * eLat - (lat - p.lat) * eLng) / across
    const onEdge = ((lng - p.lng) * dLat - (lat - p.lat) * dLng) / across
    if (onSegment > 0 && onSegment < 1 && onEdge > -1e-9 && onEdge < 1 + 1e-9) cuts.push(onSegment)
  }
  cuts.sort((a, b) => a - b)
  let share = 0
  for (let i = 1; i < cuts.length; i++) {
    const from = cuts[i - 1] as number
    const to = cuts[i] as number
    const middle = (from + to) / 2
    if (oddCrossings(lats, lngs, p.lat + middle * dLat, p.lng + middle * dLng)) share += to - from
  }
  return share
}
