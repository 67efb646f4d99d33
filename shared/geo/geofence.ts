import { type Box, boxOf } from './box.ts'
import { EARTH_RADIUS, RADIANS } from './distance.ts'
import type { LatLng, Ring } from './lat-lng.ts'

/** Metres: who stands this close to the border stands on it, and the border is inside. */
const BORDER_WIDTH = 0.01

/** A ring compiled for being asked often. */
export interface Geofence {
  box: Box
  /** Inside or on the border. */
  contains(lat: number, lng: number): boolean
  /** Metres to the nearest point of the border: positive inside, negative outside. */
  margin(lat: number, lng: number): number
}

const METRES_PER_DEGREE = EARTH_RADIUS * RADIANS

/** A ring asked this often is worth a raster of `SIDE` × `SIDE` cells over its box. */
const WORTH_A_RASTER = 64
const SIDE = 32
const EDGE = 2

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
  const south = box.south - slackLat
  const north = box.north + slackLat
  const west = box.west - slackLng
  const east = box.east + slackLng
  const perLat = SIDE / (north - south)
  const perLng = SIDE / (east - west)
  const cellAt = (degrees: number, from: number, per: number) =>
    Math.max(0, Math.min(SIDE - 1, Math.floor((degrees - from) * per)))

  /** Most edges are too far for the point to be on them, which their ends tell. */
  function onBorder(lat: number, lng: number): boolean {
    for (let i = 0, j = n - 1; i < n; j = i++) {
      const latA = (lats[i] as number) - lat
      const latB = (lats[j] as number) - lat
      if ((latA > slackLat && latB > slackLat) || (latA < -slackLat && latB < -slackLat)) continue
      const lngA = (lngs[i] as number) - lng
      const lngB = (lngs[j] as number) - lng
      if ((lngA > slackLng && lngB > slackLng) || (lngA < -slackLng && lngB < -slackLng)) continue
      return squaredToBorder(lat, lng) <= BORDER_WIDTH ** 2
    }
    return false
  }

  let asked = 0
  let raster: Uint8Array | null = null

  /** Cells that the border may touch are EDGE, all others wholly inside (1) or outside (0). */
  function makeRaster(): Uint8Array {
    const cells = new Uint8Array(SIDE * SIDE)
    for (let i = 0; i < n; i++) {
      const j = i === 0 ? n - 1 : i - 1
      const [latA, latB, lngA, lngB] = [lats[i], lats[j], lngs[i], lngs[j]] as [
        number,
        number,
        number,
        number,
      ]
      // The border's width to every side is far more than what rounding may do.
      const top = cellAt(Math.max(latA, latB) + slackLat, south, perLat)
      const right = cellAt(Math.max(lngA, lngB) + slackLng, west, perLng)
      const left = cellAt(Math.min(lngA, lngB) - slackLng, west, perLng)
      for (let row = cellAt(Math.min(latA, latB) - slackLat, south, perLat); row <= top; row++)
        cells.fill(EDGE, row * SIDE + left, row * SIDE + right + 1)
    }
    for (let cell = 0; cell < cells.length; cell++) {
      if (cells[cell] === EDGE) continue
      const lat = south + (Math.floor(cell / SIDE) + 0.5) / perLat
      const lng = west + ((cell % SIDE) + 0.5) / perLng
      cells[cell] = oddCrossings(lats, lngs, lat, lng) ? 1 : 0
    }
    return cells
  }

  return {
    box,
    contains(lat, lng) {
      if (!(lat >= south && lat <= north) || !(lng >= west && lng <= east)) return false
      if (raster === null && ++asked > WORTH_A_RASTER) raster = makeRaster()
      if (raster !== null) {
        const cell = raster[cellAt(lat, south, perLat) * SIDE + cellAt(lng, west, perLng)] as number
        if (cell !== EDGE) return cell === 1
      }
      return oddCrossings(lats, lngs, lat, lng) || onBorder(lat, lng)
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
