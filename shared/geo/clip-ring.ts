import { cutRing } from './cut-ring.ts'
import { compileGeofence } from './geofence.ts'
import type { Ring } from './lat-lng.ts'
import { ringArea } from './ring-measure.ts'
import { pointInside } from './ring-shapes.ts'
import { withoutSpikes } from './without-spikes.ts'

/** Square metres: less in a corner is nothing to search. */
const usualLeast = 1_000
/** Metres: a corner is typed to a metre. */
const thin = 2

/** The parts of a ring inside another: itself where it does not reach beyond, none where it lies outside. */
export function clipRing(ring: Ring, to: Ring, least = usualLeast): Ring[] {
  const parts = partsAt(ring, to)
  if (parts) return parts.filter((part) => reaches(part, to) && ringArea(part) >= least)
  if (lies(to, ring) && !lies(ring, to)) return [to]
  return reaches(ring, to) ? [ring] : []
}

/** The parts of a ring outside another. None where it lies inside, or all around the other: a ring has no holes. */
export function cutOff(ring: Ring, from: Ring, least = usualLeast): Ring[] {
  const parts = partsAt(ring, from)
  if (parts) return parts.filter((part) => !reaches(part, from) && ringArea(part) >= least)
  return reaches(ring, from) || lies(from, ring) ? [] : [ring]
}

/** What a ring falls into along the border of another: null where that does not cross it, none where it is too tangled. */
function partsAt(ring: Ring, other: Ring): Ring[] | null {
  const parts = cutRing(ring, [[...other, ...other.slice(0, 1)]], { minArea: 1, reach: 0 }) ?? []
  return parts.length === 1
    ? null
    : parts.map((part) => withoutSpikes(part, thin)).filter(({ length }) => length > 0)
}

/** Whether a ring that the border of another does not cross has its middle in that. */
function reaches(ring: Ring, into: Ring): boolean {
  const at = pointInside(ring)
  return compileGeofence(into).contains(at.lat, at.lng)
}

/** Whether a ring lies in another that it does not cross. */
function lies(ring: Ring, inside: Ring): boolean {
  const fence = compileGeofence(inside)
  return ring.every(({ lat, lng }) => fence.contains(lat, lng))
}
