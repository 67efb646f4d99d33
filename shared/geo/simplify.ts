import type { LatLng } from './lat-lng.ts'
import { type Point, planeAt, toMetres } from './plane.ts'

/**
 * Ramer, Douglas and Peucker: the points without which the line would stray by more than so many metres. The first and
 * the last stay. Numbers are cut off at a centimetre.
 */
export function simplified(points: readonly LatLng[], metres: number): LatLng[] {
  const [first] = points
  if (!first) return []
  const plane = planeAt(first)
  const flat = points.map((at) => toMetres(plane, at))
  const kept = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let farthest = -1
    let most = metres
    for (let i = from + 1; i < to; i++) {
      const away = offLine(flat[i] as Point, flat[from] as Point, flat[to] as Point)
      if (away > most) [farthest, most] = [i, away]
    }
    if (farthest < 0) continue
    kept.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  return points.filter((_, i) => kept.has(i)).map(({ lat, lng }) => ({ lat: round(lat), lng: round(lng) }))
}

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Metres from a point to the line from a to b. */
export function offLine(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / square
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(a.x + share * dx - at.x, a.y + share * dy - at.y)
}
