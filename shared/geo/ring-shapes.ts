import { isRefusal } from '../kernel/refusal.ts'
import { boxCentre, boxOf } from './box.ts'
import { inRing } from './geofence.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { makeRing } from './make-ring.ts'
import { type Point, planeAt, toLatLng, toMetres } from './plane.ts'
import { centroid, ringArea } from './ring-measure.ts'

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

/** Slivers of a grid's cell under this share of it are left out. */
const leastShare = 0.15

/**
 * A grid of `columns` × `rows` over the ring's box, from the north west row by row, each cell cut to the ring. A cell
 * that a bent ring would leave in pieces stays whole.
 */
export function gridOver(ring: Ring, columns: number, rows: number): Ring[] {
  const box = boxOf(ring)
  const plane = planeAt(boxCentre(box))
  const outer = ring.map((at) => toMetres(plane, at))
  const [west, north] = [box.west, box.north]
  const cells: Ring[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const edge = (share: number, from: number, to: number) => from + (to - from) * share
      const corner = (c: number, r: number): LatLng => ({
        lat: edge(r / rows, north, box.south),
        lng: edge(c / columns, west, box.east),
      })
      const cell = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ]
      const cut = cutTo(
        outer,
        cell.map((at) => toMetres(plane, at)),
      )
      if (cut.length < 3) continue
      const part = makeRing(cut.map((point) => toLatLng(plane, point)))
      const kept = isRefusal(part) ? cell : part
      if (ringArea(kept) >= leastShare * ringArea(cell)) cells.push(kept)
    }
  return cells
}

/** Sutherland–Hodgman: a polygon cut to a box whose corners run clockwise. */
function cutTo(polygon: Point[], box: Point[]): Point[] {
  let points = polygon
  box.forEach((b, i) => {
    const a = box.at(i - 1) as Point
    const inside = (p: Point) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) <= 1e-9
    const next: Point[] = []
    points.forEach((p, j) => {
      const q = points.at(j - 1) as Point
      if (inside(p) !== inside(q)) next.push(crossing(q, p, a, b))
      if (inside(p)) next.push(p)
    })
    points = next
  })
  return points
}

function crossing(p: Point, q: Point, a: Point, b: Point): Point {
  const side = (at: Point) => (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x)
  const share = side(p) / (side(p) - side(q))
  return { x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y) }
}
