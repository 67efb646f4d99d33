import type { LatLng, Ring } from './lat-lng.ts'
import { planeAt, toMetres } from './plane.ts'
import { offLine } from './simplify.ts'

/**
 * A ring without what is thinner than so many metres at its corners: where two outlines were drawn along the same line
 * and one is cut at the other, a strip of a few centimetres is left. Fewer than three points are nothing.
 */
export function withoutSpikes(ring: Ring, metres: number): Ring {
  const plane = planeAt(ring[0] ?? { lat: 0, lng: 0 })
  const flat = (at: LatLng) => toMetres(plane, at)
  const apart = (a: LatLng, b: LatLng) => Math.hypot(flat(a).x - flat(b).x, flat(a).y - flat(b).y)
  const corners = ring.filter((at, i) => i === 0 || apart(at, ring[i - 1] as LatLng) >= metres)
  for (let i = 0; i < corners.length && corners.length >= 3; ) {
    const at = (n: number) => corners[(n + corners.length) % corners.length] as LatLng
    const [before, tip, after] = [at(i - 1), at(i), at(i + 1)]
    const [near, far] = apart(before, tip) < apart(tip, after) ? [before, after] : [after, before]
    if (apart(near, tip) >= metres && offLine(flat(near), flat(tip), flat(far)) >= metres) i++
    else {
      corners.splice(i, 1)
      // The corner before has another neighbour now.
      i = Math.max(0, i - 1)
    }
  }
  return corners.length < 3 ? [] : corners
}
