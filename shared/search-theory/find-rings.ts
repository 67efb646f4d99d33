import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { type Point, planeAt, toMetres } from '../geo/plane.ts'

/** `share` of such subjects were found within so many metres of the IPP; nearest first. */
export interface FoundWithin {
  share: number
  metres: number
}

/** Probability per square metre of each annulus, from the innermost disc out: the same everywhere in one. */
export function annulusDensities(within: readonly FoundWithin[]): number[] {
  return within.map(({ share, metres }, i) => {
    const inner = within[i - 1]
    const area = Math.PI * (metres ** 2 - (inner?.metres ?? 0) ** 2)
    return (share - (inner?.share ?? 0)) / area
  })
}

/**
 * The share that was found within a distance, read off in a straight line between two rings: for the eye, no probability
 * rests on it. Beyond the last ring it is that ring's.
 */
export function shareWithin(within: readonly FoundWithin[], metres: number): number {
  let inner: FoundWithin = { share: 0, metres: 0 }
  for (const ring of within) {
    if (metres < ring.metres)
      return (
        inner.share + ((ring.share - inner.share) * (metres - inner.metres)) / (ring.metres - inner.metres)
      )
    inner = ring
  }
  return inner.share
}

/** POA of a segment by the rings; what lies beyond the last is in no segment's. */
export function poaByRings(ipp: LatLng, segment: Ring, within: readonly FoundWithin[]): number {
  const plane = planeAt(ipp)
  const ring = segment.map((at) => toMetres(plane, at))
  const areas = within.map(({ metres }) => areaInCircle(ring, metres))
  return annulusDensities(within).reduce(
    (sum, density, i) => sum + density * ((areas[i] ?? 0) - (areas[i - 1] ?? 0)),
    0,
  )
}

/** Area that a polygon shares with a circle around the origin: for each edge a triangle or a sector, with its sign. */
function areaInCircle(ring: readonly Point[], radius: number): number {
  return Math.abs(ring.reduce((sum, p, i) => sum + edgeArea(p, ring[(i + 1) % ring.length] ?? p, radius), 0))
}

function edgeArea(p: Point, q: Point, radius: number): number {
  const d = { x: q.x - p.x, y: q.y - p.y }
  const a = d.x ** 2 + d.y ** 2
  if (a === 0) return 0
  const b = p.x * d.x + p.y * d.y
  const root = b ** 2 - a * (p.x ** 2 + p.y ** 2 - radius ** 2)
  const ends = root <= 0 ? [] : [(-b - Math.sqrt(root)) / a, (-b + Math.sqrt(root)) / a]
  const cuts = [0, ...ends.filter((t) => t > 0 && t < 1), 1]
  let area = 0
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1] as number, cuts[i] as number]
    const u = { x: p.x + from * d.x, y: p.y + from * d.y }
    const v = { x: p.x + to * d.x, y: p.y + to * d.y }
    const cross = u.x * v.y - u.y * v.x
    const middle = (from + to) / 2
    const within = Math.hypot(p.x + middle * d.x, p.y + middle * d.y) <= radius
    area += within ? cross / 2 : (radius ** 2 * Math.atan2(cross, u.x * v.x + u.y * v.y)) / 2
  }
  return area
}
