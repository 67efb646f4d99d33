import type { LatLng } from './lat-lng.ts'

/** Degrees; south ≤ north, west ≤ east. */
export interface Box {
  south: number
  west: number
  north: number
  east: number
}

/** The smallest box around the points; of no points an inverted, infinite one that contains nothing. */
export function boxOf(points: LatLng[]): Box {
  const box = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity }
  for (const { lat, lng } of points) {
    if (lat < box.south) box.south = lat
    if (lat > box.north) box.north = lat
    if (lng < box.west) box.west = lng
    if (lng > box.east) box.east = lng
  }
  return box
}

export function boxCentre(box: Box): LatLng {
  return { lat: (box.south + box.north) / 2, lng: (box.west + box.east) / 2 }
}

export function inBox(box: Box, lat: number, lng: number): boolean {
  return lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east
}
