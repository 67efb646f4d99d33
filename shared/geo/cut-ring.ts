import { isRefusal } from '../kernel/refusal.ts'
import { boxCentre, boxOf } from './box.ts'
import { compileGeofence } from './geofence.ts'
import type { LatLng, Ring } from './lat-lng.ts'
import { makeRing } from './make-ring.ts'
import {
  addEdge,
  dropEdge,
  type Face,
  faceArea,
  numbering,
  type PlanarGraph,
  pruned,
} from './planar-graph.ts'
import { type Point, planeAt, toLatLng, toMetres } from './plane.ts'
import { centroid, ringArea } from './ring-measure.ts'
import { type Edge, joinedEnds, splitAtMeetings } from './split-edges.ts'

interface CutLimits {
  /** Square metres: a smaller part goes to the neighbour with which it shares the longest border. */
  minArea: number
  /** Metres: a line that ends so close to the border or to another line is taken to reach it. */
  reach: number
}

/**
 * The parts into which lines divide a ring, from the north to the south; the ring alone when they do not. Parts share
 * their borders point for point, so that nothing is lost or twice. What ends inside, or runs round inside without
 * touching anything, divides nothing: there are no holes. Null where lines run so closely along one another that the
 * parts would touch themselves.
 */
export function cutRing(ring: Ring, lines: readonly LatLng[][], limits: CutLimits): Ring[] | null {
  const plane = planeAt(boxCentre(boxOf(ring)))
  const flat = (at: LatLng): Point => toMetres(plane, at)
  const points: Point[] = []
  const numberOf = numbering(points)
  const border = ring.map((at) => numberOf(flat(at)))
  // Only a corner keeps its own numbers to the last digit; what is new is reckoned.
  const corners = new Map(border.map((number, i) => [number, ring[i] as LatLng]))
  const edges: Edge[] = border.map((from, i) => ({
    ...{ from, to: border[(i + 1) % border.length] as number },
    border: true,
  }))
  for (const line of joinedEnds(
    ring.map(flat),
    lines.map((one) => one.map(flat)),
    limits.reach,
  )) {
    const numbers = line.map(numberOf)
    for (let i = 1; i < numbers.length; i++)
      edges.push({ from: numbers[i - 1] as number, to: numbers[i] as number, border: false })
  }
  const graph: PlanarGraph = { points, edges: new Map() }
  const fence = compileGeofence(ring)
  for (const { from, to, border: kept } of splitAtMeetings(edges, points, numberOf)) {
    const [a, b] = [points[from] as Point, points[to] as Point]
    const middle = toLatLng(plane, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
    if (kept || fence.contains(middle.lat, middle.lng)) addEdge(graph, from, to, kept)
  }
  const faces = withoutSlivers(graph, limits.minArea)
  if (faces.length < 2) return [ring]
  const parts: Ring[] = []
  for (const face of faces) {
    const part = makeRing(face.map((at) => corners.get(at) ?? toLatLng(plane, points[at] as Point)))
    if (isRefusal(part)) return null
    parts.push(part)
  }
  const whole = ringArea(ring)
  const sum = parts.reduce((total, part) => total + ringArea(part), 0)
  // Parts around different centres measure a little differently; more than that, and something was lost.
  if (Math.abs(sum - whole) > 0.002 * whole) return null
  return parts
    .map((part) => ({ part, at: centroid(part) }))
    .sort((a, b) => b.at.lat - a.at.lat || a.at.lng - b.at.lng)
    .map(({ part }) => part)
}

function withoutSlivers(graph: PlanarGraph, minArea: number): Face[] {
  for (;;) {
    const faces = pruned(graph).filter((face) => faceArea(graph, face) > 0)
    const sliver = faces.find((face) => faceArea(graph, face) < minArea)
    if (!sliver || faces.length < 2) return faces
    const shared = faces
      .filter((face) => face !== sliver)
      .map((face) => sharedEdges(graph, sliver, face))
      .sort((a, b) => b.metres - a.metres)[0]
    if (!shared || shared.edges.length === 0) return faces
    for (const [a, b] of shared.edges) dropEdge(graph, a, b)
  }
}

function sharedEdges({ points }: PlanarGraph, one: Face, other: Face) {
  const back = new Set(other.map((a, i) => `${other[(i + 1) % other.length]} ${a}`))
  const edges = one.flatMap((a, i): [number, number][] => {
    const b = one[(i + 1) % one.length] as number
    return back.has(`${a} ${b}`) ? [[a, b]] : []
  })
  const metres = edges.reduce((sum, [a, b]) => {
    const [p, q] = [points[a] as Point, points[b] as Point]
    return sum + Math.hypot(q.x - p.x, q.y - p.y)
  }, 0)
  return { edges, metres }
}
