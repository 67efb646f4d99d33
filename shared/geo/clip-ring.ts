import { cutRing } from './cut-ring.ts'
import { compileGeofence } from './geofence.ts'
import type { Ring } from './lat-lng.ts'
import { ringArea } from './ring-measure.ts'
import { pointInside } from './ring-shapes.ts'

/** Square metres: less in a corner is nothing to search. */
const usualLeast = 1_000

/** The parts of a ring inside another: itself where it does not reach beyond, none where it lies outside. */
export function clipRing(ring: Ring, to: Ring, least = usualLeast): Ring[] {
  const border = [...to, ...to.slice(0, 1)]
  const parts = cutRing(ring, [border], { minArea: 1, reach: 0 })
  if (!parts) return []
  const fence = compileGeofence(to)
  const inside = (part: Ring) => {
    const at = pointInside(part)
    return fence.contains(at.lat, at.lng)
  }
  if (parts.length > 1) return parts.filter((part) => inside(part) && ringArea(part) >= least)
  // Their borders do not cross: one lies in the other, or they are apart.
  const corner = to[0]
  const around = corner && compileGeofence(ring).contains(corner.lat, corner.lng)
  if (around && !ring.every(({ lat, lng }) => fence.contains(lat, lng))) return [to]
  return inside(ring) ? [ring] : []
}
