import type { Point } from './plane.ts'

/** Points closer than this (metres) are one. */
export const together = 0.01
const cell = 2 * together

/** Straight edges between numbered points that meet only at their ends. */
export interface PlanarGraph {
  points: Point[]
  /** By both ends, the smaller first; true for what may never be taken away. */
  edges: Map<number, Map<number, boolean>>
}

/** A closed walk around one face, the face on its left. */
export type Face = number[]

/** Numbers points; one that is close to a numbered one is the same. */
export function numbering(points: Point[]): (at: Point) => number {
  const byCell = new Map<string, number[]>()
  const column = (value: number) => Math.floor(value / cell)
  return (at) => {
    const [x, y] = [column(at.x), column(at.y)]
    for (let i = x - 1; i <= x + 1; i++)
      for (let j = y - 1; j <= y + 1; j++)
        for (const known of byCell.get(`${i} ${j}`) ?? []) {
          const other = points[known] as Point
          if (Math.hypot(other.x - at.x, other.y - at.y) < together) return known
        }
    const number = points.push(at) - 1
    const here = byCell.get(`${x} ${y}`)
    if (here) here.push(number)
    else byCell.set(`${x} ${y}`, [number])
    return number
  }
}

export function addEdge({ edges }: PlanarGraph, a: number, b: number, kept: boolean): void {
  if (a === b) return
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const ends = edges.get(from) ?? new Map<number, boolean>()
    edges.set(from, ends.set(to, kept || ends.get(to) === true))
  }
}

export function dropEdge({ edges }: PlanarGraph, a: number, b: number): void {
  edges.get(a)?.delete(b)
  edges.get(b)?.delete(a)
}

/** Takes away what divides nothing: dead ends, bridges, and whatever hangs together with no kept edge. */
export function pruned(graph: PlanarGraph): Face[] {
  for (;;) {
    dropLoose(graph)
    dropDeadEnds(graph)
    const faces = facesOf(graph)
    const bridges = faces.flatMap((face) => {
      const steps = new Set(face.map((a, i) => `${a} ${face[(i + 1) % face.length]}`))
      return face.flatMap((a, i): [number, number][] => {
        const b = face[(i + 1) % face.length] as number
        return steps.has(`${b} ${a}`) ? [[a, b]] : []
      })
    })
    if (bridges.length === 0) return faces
    for (const [a, b] of bridges) dropEdge(graph, a, b)
  }
}

function dropDeadEnds(graph: PlanarGraph): void {
  const loose = [...graph.edges].flatMap(([at, ends]) => (ends.size === 1 ? [at] : []))
  for (let at = loose.pop(); at !== undefined; at = loose.pop()) {
    const [next] = graph.edges.get(at)?.keys() ?? []
    if (next === undefined || graph.edges.get(at)?.size !== 1) continue
    dropEdge(graph, at, next)
    if (graph.edges.get(next)?.size === 1) loose.push(next)
  }
}

function dropLoose(graph: PlanarGraph): void {
  const reached = new Set<number>()
  const open = [...graph.edges].flatMap(([at, ends]) => ([...ends.values()].includes(true) ? [at] : []))
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    open.push(...(graph.edges.get(at)?.keys() ?? []))
  }
  for (const at of [...graph.edges.keys()]) if (!reached.has(at)) graph.edges.delete(at)
}

/** Every face once; the one around everything runs clockwise. */
function facesOf({ points, edges }: PlanarGraph): Face[] {
  const around = new Map<number, number[]>()
  for (const [at, ends] of edges) {
    const { x, y } = points[at] as Point
    const angle = (to: number) => {
      const other = points[to] as Point
      return Math.atan2(other.y - y, other.x - x)
    }
    around.set(
      at,
      [...ends.keys()].sort((a, b) => angle(a) - angle(b)),
    )
  }
  const walked = new Set<string>()
  const faces: Face[] = []
  for (const [from, ends] of around)
    for (const to of ends) {
      const face: Face = []
      let [a, b] = [from, to]
      while (!walked.has(`${a} ${b}`)) {
        walked.add(`${a} ${b}`)
        face.push(a)
        const turns = around.get(b) ?? []
        ;[a, b] = [b, turns.at(turns.indexOf(a) - 1) as number]
      }
      if (face.length > 0) faces.push(face)
    }
  return faces
}

/** Square metres; negative for a face that runs clockwise. */
export function faceArea({ points }: PlanarGraph, face: Face): number {
  let twice = 0
  const origin = points[face[0] as number] as Point
  face.forEach((from, i) => {
    const a = points[from] as Point
    const b = points[face[(i + 1) % face.length] as number] as Point
    twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
  })
  return twice / 2
}
