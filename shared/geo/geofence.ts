import { type Box, boxOf } from './box.ts'
import { EARTH_RADIUS, RADIANS } from './distance.ts'
import type { LatLng, Ring } from './lat-lng.ts'

/** Metres: who stands this close to the border stands on it, and the border is inside. */
export const BORDER_WIDTH = 0.01

/** A ring compiled for being asked often. */
export interface Geofence {
  box: Box
  /** Inside or on the border. */
  contains(lat: number, lng: number): boolean
  /** Metres to the nearest point of the border: positive inside, negative outside. */
  margin(lat: number, lng: number): number
}

const METRES_PER_DEGREE = EARTH_RADIUS * RADIANS

/** Compiles a valid ring (see `makeRing`); the ring must not change afterwards. */
export function compileGeofence(ring: Ring): Geofence {
  const n = ring.length
  const lats = Float64Array.from(ring, (at) => at.lat)
  const lngs = Float64Array.from(ring, (at) => at.lng)
  const box = boxOf(ring)

  /** Squared metres to the border, in a flat frame around the asked point (so it is most precise near the border). */
  function squaredToBorder(lat: number, lng: number): number {
    const perLng = METRES_PER_DEGREE * Math.cos(lat * RADIANS)
    let nearest = Infinity
    let ax = ((lngs[n - 1] as number) - lng) * perLng
    let ay = ((lats[n - 1] as number) - lat) * METRES_PER_DEGREE
    for (let i = 0; i < n; i++) {
      const bx = ((lngs[i] as number) - lng) * perLng
      const by = ((lats[i] as number) - lat) * METRES_PER_DEGREE
      const dx = bx - ax
      const dy = by - ay
      const squared = dx * dx + dy * dy
      const along = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared))
      const px = ax + along * dx
      const py = ay + along * dy
      const d = px * px + py * py
      if (d < nearest) nearest = d
      ax = bx
      ay = by
    }
    return nearest
  }

  const slackLat = BORDER_WIDTH / METRES_PER_DEGREE
  const slackLng = slackLat / Math.cos(Math.max(Math.abs(box.south), Math.abs(box.north)) * RADIANS)
  return {
    box,
    contains(lat, lng) {
      if (
        !(lat >= box.south - slackLat && lat <= box.north + slackLat) ||
        !(lng >= box.west - slackLng && lng <= box.east + slackLng)
      )
        return false
      return oddCrossings(lats, lngs, lat, lng) || squaredToBorder(lat, lng) <= BORDER_WIDTH ** 2
    },
    margin(lat, lng) {
      const metres = Math.sqrt(squaredToBorder(lat, lng))
      return oddCrossings(lats, lngs, lat, lng) ? metres : -metres
    },
  }
}

/**
 * Whether a ray from the point crosses the border an odd number of times. On the border itself it answers so that of
 * two rings which share that border exactly one has the point.
 */
export function oddCrossings(lats: Float64Array, lngs: Float64Array, lat: number, lng: number): boolean {
  let inside = false
  const n = lats.length
  let lat1 = lats[n - 1] as number
  let lng1 = lngs[n - 1] as number
  for (let i = 0; i < n; i++) {
    const lat2 = lats[i] as number
    const lng2 = lngs[i] as number
    if (lat1 > lat !== lat2 > lat && lng < ((lng2 - lng1) * (lat - lat1)) / (lat2 - lat1) + lng1)
      inside = !inside
    lat1 = lat2
    lng1 = lng2
  }
  return inside
}

/** One question to a ring; compile the ring where many are asked. The border is inside. */
export function inRing(ring: Ring, at: LatLng): boolean {
  return compileGeofence(ring).contains(at.lat, at.lng)
}

/** Metres from a point to a ring's border: positive inside, negative outside. */
export function marginTo(ring: Ring, at: LatLng): number {
  return compileGeofence(ring).margin(at.lat, at.lng)
}
