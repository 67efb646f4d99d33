import { boxOf } from './box.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { cornersOf, oddCrossings } from './ring-edges.ts'

/**
 * The parts of a polyline inside a ring, cut where it crosses the border. Along a border that two rings share, exactly one
 * of them has it, so the lengths in the parts of a divided area add up to the length in the whole.
 */
export function partsInside(ring: Ring, points: readonly LatLng[]): LatLng[][] {
  const corners = cornersOf(ring)
  const box = boxOf(ring)
  const parts: LatLng[][] = []
  let part: LatLng[] = []
  const end = () => {
    if (part.length > 1) parts.push(part)
    part = []
  }
  for (let i = 1; i < points.length; i++) {
    const p = points[i - 1] as LatLng
    const q = points[i] as LatLng
    const apart =
      Math.max(p.lat, q.lat) < box.south ||
      Math.min(p.lat, q.lat) > box.north ||
      Math.max(p.lng, q.lng) < box.west ||
      Math.min(p.lng, q.lng) > box.east
    const pieces = apart ? [] : piecesInside(corners, p, q)
    if (pieces[0]?.[0] !== 0) end()
    for (const [from, to] of pieces) {
      if (part.length === 0) part.push(between(p, q, from))
      part.push(between(p, q, to))
      if (to !== 1) end()
    }
  }
  end()
  return parts
}

function between(p: LatLng, q: LatLng, share: number): LatLng {
  if (share === 0) return { lat: p.lat, lng: p.lng }
  if (share === 1) return { lat: q.lat, lng: q.lng }
  return { lat: p.lat + share * (q.lat - p.lat), lng: p.lng + share * (q.lng - p.lng) }
}

/** The pieces of p→q inside, as shares of it: cut at every crossing, each judged by its middle; neighbours are joined. */
function piecesInside(corners: Float64Array, p: LatLng, q: LatLng): [number, number][] {
  const dLat = q.lat - p.lat
  const dLng = q.lng - p.lng
  const cuts = [0, 1]
  for (let at = 0; at + 3 < corners.length; at += 2) {
    const lat = corners[at] as number
    const lng = corners[at + 1] as number
    const eLat = (corners[at + 2] as number) - lat
    const eLng = (corners[at + 3] as number) - lng
    const across = dLng * eLat - dLat * eLng
    if (across === 0) continue
    const onSegment = ((lng - p.lng) * eLat - (lat - p.lat) * eLng) / across
    const onEdge = ((lng - p.lng) * dLat - (lat - p.lat) * dLng) / across
    if (onSegment > 0 && onSegment < 1 && onEdge > -1e-9 && onEdge < 1 + 1e-9) cuts.push(onSegment)
  }
  cuts.sort((a, b) => a - b)
  const pieces: [number, number][] = []
  for (let i = 1; i < cuts.length; i++) {
    const from = cuts[i - 1] as number
    const to = cuts[i] as number
    const middle = (from + to) / 2
    if (to === from || !oddCrossings(corners, p.lat + middle * dLat, p.lng + middle * dLng)) continue
    const last = pieces.at(-1)
    if (last?.[1] === from) last[1] = to
    else pieces.push([from, to])
  }
  return pieces
}
