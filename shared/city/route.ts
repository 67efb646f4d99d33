import { distance, polylineLength } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { City } from './city.ts'
import type { StreetGraph } from './street-graph.ts'
import { junctionAt, nearestJunction } from './street-graph.ts'

export interface Route {
  /** From the start over the streets to the goal. */
  path: LatLng[]
  metres: number
}

/**
 * The shortest way along the streets between two points, each joined to its nearest junction. Null if no street leads
 * there, which a made city does not have.
 */
export function route({ graph }: City, from: LatLng, to: LatLng): Route | null {
  const junctions = shortest(graph, nearestJunction(graph, from), nearestJunction(graph, to))
  if (!junctions) return null
  const way = junctions.map((junction) => junctionAt(graph, junction))
  dropDetour(from, way)
  way.reverse()
  dropDetour(to, way)
  way.reverse()
  const path = [from, ...way, to]
  return { path, metres: polylineLength(path) }
}

/** Who stands on the first piece of the way must not walk back to its beginning. */
function dropDetour(from: LatLng, way: LatLng[]): void {
  const [first, second] = way
  if (!first || !second) return
  const piece = distance(first, second)
  if (distance(from, first) + distance(from, second) < piece * 1.03) way.shift()
}

/** A* with the straight distance as the bound (Hart, Nilsson, Raphael 1968). Junctions in order, both ends included. */
export function shortest(graph: StreetGraph, from: number, to: number): number[] | null {
  const count = graph.lat.length
  const known = new Float64Array(count).fill(Infinity)
  const before = new Int32Array(count).fill(-1)
  const done = new Uint8Array(count)
  const goal = junctionAt(graph, to)
  const queue = makeQueue()
  known[from] = 0
  queue.push(from, 0)
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    if (here === to) return trace(before, to)
    if (done[here]) continue
    done[here] = 1
    for (let edge = graph.starts[here] as number; edge < (graph.starts[here + 1] as number); edge++) {
      const next = graph.to[edge] as number
      const metres = (known[here] as number) + (graph.metres[edge] as number)
      if (metres >= (known[next] as number)) continue
      known[next] = metres
      before[next] = here
      queue.push(next, metres + distance(junctionAt(graph, next), goal))
    }
  }
  return null
}

function trace(before: Int32Array, to: number): number[] {
  const way = [to]
  for (let at = before[to] as number; at >= 0; at = before[at] as number) way.push(at)
  return way.reverse()
}

/** A binary heap of junctions by cost; the cheapest first. */
function makeQueue() {
  const items: number[] = []
  const costs: number[] = []
  const swap = (a: number, b: number) => {
    ;[items[a], items[b]] = [items[b] as number, items[a] as number]
    ;[costs[a], costs[b]] = [costs[b] as number, costs[a] as number]
  }
  return {
    push(item: number, cost: number) {
      let at = items.push(item) - 1
      costs.push(cost)
      while (at > 0 && (costs[(at - 1) >> 1] as number) > (costs[at] as number)) {
        swap(at, (at - 1) >> 1)
        at = (at - 1) >> 1
      }
    },
    pop(): number | undefined {
      if (items.length === 0) return undefined
      swap(0, items.length - 1)
      costs.pop()
      const item = items.pop()
      for (let at = 0; ; ) {
        let least = at
        for (const child of [2 * at + 1, 2 * at + 2])
          if (child < items.length && (costs[child] as number) < (costs[least] as number)) least = child
        if (least === at) return item
        swap(at, least)
        at = least
      }
    },
  }
}
