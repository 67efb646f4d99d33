import { type Box, boxOf } from './box.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { BORDER_WIDTH, cornersOf, metresPerLng, oddCrossings, slack, squaredToEdge } from './ring-edges.ts'
import { EDGE, type Frame, holdsInCell, INSIDE, type RingRaster, rasterOf } from './ring-raster.ts'

/** A ring compiled for being asked often. */
export interface Geofence {
  box: Box
  /** Inside or on the border. */
  contains(lat: number, lng: number): boolean
  /** Metres to the nearest point of the border: positive inside, negative outside. */
  margin(lat: number, lng: number): number
}

/** A ring asked this often is worth a raster of `SIDE` × `SIDE` cells over its box. */
const WORTH_A_RASTER = 64
const SIDE = 32

/** Compiles a valid ring (see `makeRing`); the ring must not change afterwards. */
export function compileGeofence(ring: Ring): Geofence {
  const corners = cornersOf(ring)
  const box = boxOf(ring)
  const more = slack(box.south, box.north)
  const south = box.south - more.lat
  const west = box.west - more.lng
  const latStep = (box.north + more.lat - south) / SIDE
  const lngStep = (box.east + more.lng - west) / SIDE
  /** Beside each other: of thousands of rings each is asked with little of it in the processor's cache. */
  const frame = Float64Array.of(south, west, 1 / latStep, 1 / lngStep, lngStep)
  let asked = 0
  let raster: RingRaster | null = null

  function squaredToBorder(lat: number, lng: number): number {
    const perLng = metresPerLng(lat)
    let nearest = Infinity
    for (let at = 0; at + 3 < corners.length; at += 2) {
      const squared = squaredToEdge(corners, at, lat, lng, perLng)
      if (squared < nearest) nearest = squared
    }
    return nearest
  }

  return {
    box,
    contains(lat, lng) {
      const rows = (lat - (frame[0] as number)) * (frame[2] as number)
      const columns = (lng - (frame[1] as number)) * (frame[3] as number)
      if (!(rows >= 0 && rows < SIDE && columns >= 0 && columns < SIDE)) return false
      if (raster === null) {
        if (++asked <= WORTH_A_RASTER)
          return oddCrossings(corners, lat, lng) || squaredToBorder(lat, lng) <= BORDER_WIDTH ** 2
        const over: Frame = { south, west, latStep, lngStep, rows: SIDE, columns: SIDE }
        raster = rasterOf(corners, over)
      }
      const { kinds, starts, edges } = raster
      const column = columns | 0
      const cell = (rows | 0) * SIDE + column
      const kind = kinds[cell] as number
      if (!(kind & EDGE)) return kind === INSIDE
      const east = (frame[1] as number) + (column + 1) * (frame[4] as number)
      return holdsInCell(
        corners,
        edges,
        starts[cell] as number,
        starts[cell + 1] as number,
        kind,
        east,
        lat,
        lng,
      )
    },
    margin(lat, lng) {
      const metres = Math.sqrt(squaredToBorder(lat, lng))
      return oddCrossings(corners, lat, lng) ? metres : -metres
    },
  }
}

/** One question to a ring; compile the ring where many are asked. The border is inside. */
export function inRing(ring: Ring, at: LatLng): boolean {
  return compileGeofence(ring).contains(at.lat, at.lng)
}

/** Metres from a point to a ring's border: positive inside, negative outside. */
export function marginTo(ring: Ring, at: LatLng): number {
  return compileGeofence(ring).margin(at.lat, at.lng)
}
