import { together } from './planar-graph.ts'
import type { Point } from './plane.ts'

export interface Edge {
  from: number
  to: number
  border: boolean
}

/** The same edges, divided wherever two of them meet, so that they meet at their ends only. */
export function splitAtMeetings(
  edges: readonly Edge[],
  points: readonly Point[],
  numberOf: (at: Point) => number,
): Edge[] {
  const cuts = edges.map((): { share: number; at: number }[] => [])
  const ends = edges.map(({ from, to }) => [points[from] as Point, points[to] as Point] as const)
  const left = ends.map(([a, b]) => Math.min(a.x, b.x) - together)
  const right = ends.map(([a, b]) => Math.max(a.x, b.x) + together)
  const order = edges.map((_, i) => i).sort((i, j) => (left[i] as number) - (left[j] as number))
  order.forEach((i, s) => {
    for (let t = s + 1; t < order.length; t++) {
      const j = order[t] as number
      if ((left[j] as number) > (right[i] as number)) break
      // A ring does not cross itself.
      if (edges[i]?.border && edges[j]?.border) continue
      meet(i, j)
    }
  })
  function meet(i: number, j: number) {
    const [a, b] = ends[i] as readonly [Point, Point]
    const [c, d] = ends[j] as readonly [Point, Point]
    if (Math.max(a.y, b.y) + together < Math.min(c.y, d.y)) return
    if (Math.max(c.y, d.y) + together < Math.min(a.y, b.y)) return
    let touched = false
    for (const [edge, p, q, of] of [
      [i, a, b, j],
      [j, c, d, i],
    ] as const)
      for (const at of [edges[of]?.from as number, edges[of]?.to as number]) {
        const near = nearestOn(p, q, points[at] as Point)
        if (near.away >= together) continue
        touched = true
        cuts[edge]?.push({ share: near.share, at })
      }
    if (touched) return
    const across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
    if (across === 0) return
    const first = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across
    const second = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / across
    if (first <= 0 || first >= 1 || second <= 0 || second >= 1) return
    const at = numberOf({ x: a.x + first * (b.x - a.x), y: a.y + first * (b.y - a.y) })
    cuts[i]?.push({ share: first, at })
    cuts[j]?.push({ share: second, at })
  }
  return edges.flatMap(({ from, to, border }, i) => {
    const stops = (cuts[i] ?? []).sort((a, b) => a.share - b.share).map(({ at }) => at)
    const way = [from, ...stops, to]
    return way.slice(1).map((next, k): Edge => ({ from: way[k] as number, to: next, border }))
  })
}

/** Lines led on to what they nearly reach: the border, or another line. Maps of two sources never fit to the metre. */
export function joinedEnds(border: readonly Point[], lines: readonly Point[][], reach: number): Point[][] {
  return lines.map((line, own) => {
    const others = [[...border, border[0] as Point], ...lines.filter((_, i) => i !== own)]
    const led = (end: Point | undefined): Point[] => {
      if (!end) return []
      let best = { away: reach, at: end }
      for (const other of others)
        for (let i = 1; i < other.length; i++) {
          const [p, q] = [other[i - 1] as Point, other[i] as Point]
          const { away, share } = nearestOn(p, q, end)
          if (away < best.away)
            best = { away, at: { x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y) } }
        }
      return best.away < reach && best.away >= together ? [best.at] : []
    }
    return [...led(line[0]), ...line, ...led(line.at(-1))]
  })
}

/** How far a point is from p→q, and at which share of it. */
function nearestOn(p: Point, q: Point, at: Point): { away: number; share: number } {
  const [dx, dy] = [q.x - p.x, q.y - p.y]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : ((at.x - p.x) * dx + (at.y - p.y) * dy) / square
  const share = Math.max(0, Math.min(1, along))
  return { away: Math.hypot(p.x + share * dx - at.x, p.y + share * dy - at.y), share }
}
