import { boxOf } from './box.ts'
import { inRing } from './geofence.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { planeAt, toLatLng } from './plane.ts'
import { centroid } from './ring-measure.ts'

/** A regular polygon that reads as a circle, from the north clockwise. Metres. */
export function circleRing(at: LatLng, radius: number, corners = 24): Ring {
  const plane = planeAt(at)
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners
    return toLatLng(plane, { x: radius * Math.sin(angle), y: radius * Math.cos(angle) })
  })
}

/** A square around a point, `side` metres. */
export function squareRing(at: LatLng, side: number): Ring {
  const plane = planeAt(at)
  const half = side / 2
  return [
    { x: -half, y: half },
    { x: half, y: half },
    { x: half, y: -half },
    { x: -half, y: -half },
  ].map((corner) => toLatLng(plane, corner))
}

/** A point of the ring's inside: its centre of area, or where a ring is bent around that, a point well inside. */
export function pointInside(ring: Ring): LatLng {
  const centre = centroid(ring)
  if (inRing(ring, centre)) return centre
  const box = boxOf(ring)
  let best = ring[0] as LatLng
  let widest = 0
  for (let i = 1; i < 24; i++) {
    const lat = box.south + ((box.north - box.south) * i) / 24
    const cuts = cutsAt(ring, lat)
    for (let k = 0; k + 1 < cuts.length; k += 2) {
      const [from, to] = [cuts[k] as number, cuts[k + 1] as number]
      if (to - from > widest) [best, widest] = [{ lat, lng: (from + to) / 2 }, to - from]
    }
  }
  return best
}

function cutsAt(ring: Ring, lat: number): number[] {
  const cuts: number[] = []
  ring.forEach((b, i) => {
    const a = ring.at(i - 1) as LatLng
    if (a.lat > lat !== b.lat > lat) cuts.push(a.lng + ((lat - a.lat) / (b.lat - a.lat)) * (b.lng - a.lng))
  })
  return cuts.sort((a, b) => a - b)
}
