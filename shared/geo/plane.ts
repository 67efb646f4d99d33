import { EARTH_RADIUS, RADIANS } from './distance.ts'
import type { LatLng } from './lat-lng.ts'

/** Metres east and north of a plane's origin. */
export interface Point {
  x: number
  y: number
}

/**
 * A flat local frame: equirectangular around an origin. Lengths and areas are off by less than 0.1 % within 5 km of the
 * origin's latitude and by about 1 % within 50 km (Kazakhstan's latitudes).
 */
export interface Plane {
  origin: LatLng
  metresPerLat: number
  metresPerLng: number
}

export function planeAt(origin: LatLng): Plane {
  const metresPerLat = EARTH_RADIUS * RADIANS
  return { origin, metresPerLat, metresPerLng: metresPerLat * Math.cos(origin.lat * RADIANS) }
}

export function toMetres(plane: Plane, at: LatLng): Point {
  return {
    x: (at.lng - plane.origin.lng) * plane.metresPerLng,
    y: (at.lat - plane.origin.lat) * plane.metresPerLat,
  }
}

export function toLatLng(plane: Plane, { x, y }: Point): LatLng {
  return { lat: plane.origin.lat + y / plane.metresPerLat, lng: plane.origin.lng + x / plane.metresPerLng }
}
