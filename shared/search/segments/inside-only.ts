import { partsInside } from '../../geo/clip.ts'
import type { LatLng, Ring } from '../../geo/lat-lng.ts'

/** The parts of ways that lie inside a segment: how somebody came there is no matter of the search. */
export function insideOnly(ring: Ring, lines: readonly (readonly LatLng[])[]): LatLng[][] {
  return lines.flatMap((line) => partsInside(ring, line))
}
