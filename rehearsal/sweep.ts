import type { Random } from '../shared/city/random.ts'
import { inRing } from '../shared/geo/geofence.ts'
import type { LatLng, Ring } from '../shared/geo/lat-lng.ts'
import { offset } from './walker.ts'

/**
 * One searcher's way over a segment: parallel lanes `spacing` metres apart, of which this one walks every `of`th,
 * starting at `first`. Walked as people do: they drift, and now and then leave out a piece.
 */
export function lanes(ring: Ring, spacing: number, first: number, of: number, random: Random): LatLng[] {
  const south = Math.min(...ring.map(({ lat }) => lat))
  const north = Math.max(...ring.map(({ lat }) => lat))
  const west = Math.min(...ring.map(({ lng }) => lng))
  const east = Math.max(...ring.map(({ lng }) => lng))
  const origin = { lat: south, lng: west }
  const { lat: latOne, lng: lngOne } = offset(origin, 1, 1)
  const height = (north - south) / (latOne - south)
  const width = (east - west) / (lngOne - west)
  const step = 15
  const path: LatLng[] = []
  for (let lane = first, n = 0; lane * spacing < width; lane += of, n++) {
    const leftOut = random() < 0.12 ? random() * height : -1
    const points: LatLng[] = []
    for (let along = step / 2; along < height; along += step) {
      if (leftOut >= 0 && Math.abs(along - leftOut) < 60) continue
      const at = offset(origin, along, (lane + 0.5) * spacing + (random() - 0.5) * 6)
      if (inRing(ring, at)) points.push(at)
    }
    path.push(...(n % 2 === 0 ? points : points.reverse()))
  }
  return path
}
