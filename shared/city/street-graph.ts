import { distance } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'

/** Junctions and the pieces of street between them; both directions of a piece are edges. */
export interface StreetGraph {
  /** Degrees, one per junction. */
  lat: Float64Array
  lng: Float64Array
  /** The edges of junction j are `starts[j]` up to `starts[j + 1]`. */
  starts: Uint32Array
  to: Uint32Array
  metres: Float64Array
  /** Index of the street that an edge is part of. */
  street: Uint32Array
}

export const junctionAt = (graph: StreetGraph, junction: number): LatLng => ({
  lat: graph.lat[junction] as number,
  lng: graph.lng[junction] as number,
})

/** `chains` holds the junctions of each street in order. */
export function makeStreetGraph(points: LatLng[], chains: number[][]): StreetGraph {
  const edges: Array<Array<{ to: number; street: number }>> = points.map(() => [])
  chains.forEach((chain, street) => {
    for (let i = 1; i < chain.length; i++) {
      const a = chain[i - 1] as number
      const b = chain[i] as number
      edges[a]?.push({ to: b, street })
      edges[b]?.push({ to: a, street })
    }
  })
  const count = edges.reduce((sum, of) => sum + of.length, 0)
  const graph: StreetGraph = {
    lat: Float64Array.from(points, (point) => point.lat),
    lng: Float64Array.from(points, (point) => point.lng),
    starts: new Uint32Array(points.length + 1),
    to: new Uint32Array(count),
    metres: new Float64Array(count),
    street: new Uint32Array(count),
  }
  let edge = 0
  edges.forEach((of, junction) => {
    graph.starts[junction] = edge
    for (const { to, street } of of) {
      graph.to[edge] = to
      graph.street[edge] = street
      graph.metres[edge] = distance(points[junction] as LatLng, points[to] as LatLng)
      edge++
    }
  })
  graph.starts[points.length] = edge
  return graph
}

/** Index of the junction next to a point (a scan: some 10 µs for a city). */
export function nearestJunction(graph: StreetGraph, at: LatLng): number {
  const narrow = Math.cos((at.lat * Math.PI) / 180)
  let best = 0
  let bestSquare = Infinity
  for (let i = 0; i < graph.lat.length; i++) {
    const dy = (graph.lat[i] as number) - at.lat
    const dx = ((graph.lng[i] as number) - at.lng) * narrow
    const square = dx * dx + dy * dy
    if (square < bestSquare) {
      best = i
      bestSquare = square
    }
  }
  return best
}
