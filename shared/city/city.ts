import type { Box } from '../geo/box.ts'
import { boxOf } from '../geo/box.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { planeAt, toLatLng } from '../geo/plane.ts'
import type { CityName } from './names.ts'
import { parkNames, rivers } from './names.ts'
import type { CityPlaceKind } from './place-names.ts'
import { placeSeeds } from './place-names.ts'
import type { Random } from './random.ts'
import { randomFrom } from './random.ts'
import type { StreetGraph } from './street-graph.ts'
import { makeStreetGraph } from './street-graph.ts'
import type { PlanBlock, PlanStreet, StreetClass } from './street-plan.ts'
import { makeStreetPlan, planHeight, planWidth } from './street-plan.ts'

/**
 * The rehearsal's city: it lies where Almaty lies and is made up. The same seed gives the same city everywhere, so the
 * walkers, the server and the map need not exchange it.
 */
export interface City {
  seed: number
  box: Box
  streets: Street[]
  /** Built-up ground between the streets. */
  blocks: Ring[]
  parks: Array<{ name: CityName; ring: Ring }>
  rivers: Array<{ name: CityName; path: LatLng[] }>
  places: CityPlace[]
  graph: StreetGraph
}

export interface Street {
  class: StreetClass
  name: CityName | null
  /** Its junctions in order; the same points as in `graph`. */
  path: LatLng[]
}

interface CityPlace {
  kind: CityPlaceKind
  name: CityName
  at: LatLng
}

export const cityCentre: LatLng = { lat: 43.238, lng: 76.905 }
const turn = (3.15 * Math.PI) / 180
/** Half the width that a street of each class keeps free of blocks, metres. */
const clearance: Record<StreetClass, number> = {
  avenue: 15,
  street: 12,
  lane: 8,
}

/** Builds the city of a seed: some 10 ms; keep the result. */
export function cityOf(seed: number): City {
  const random = randomFrom(seed)
  const lay = landscape(random)
  const plan = makeStreetPlan(random, parkNames.length)

  const points: LatLng[] = []
  const known = new Map<string, number>()
  const junction = (u: number, v: number): number => {
    const key = `${u.toFixed(2)} ${v.toFixed(2)}`
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, points.length)
    return points.push(lay(u, v)) - 1
  }
  const chains = plan.streets.map(({ axis, at, meets }) => [
    ...new Set(
      [...meets].sort((a, b) => a - b).map((m) => (axis === 'u' ? junction(m, at) : junction(at, m))),
    ),
  ])
  const streets = plan.streets.map(
    (street, i): Street => ({
      class: street.class,
      name: street.name,
      path: (chains[i] as number[]).map((j) => points[j] as LatLng),
    }),
  )
  return {
    seed,
    box: boxOf(points),
    streets,
    blocks: plan.blocks.map((block) => ringOf(block, plan.streets, lay)),
    parks: plan.greens.map((block, i) => ({
      name: parkNames[i] as CityName,
      ring: ringOf(block, plan.streets, lay),
    })),
    rivers: rivers.map((name, i) => ({
      name,
      path: riverPath(random, (i + 1) / 3, lay),
    })),
    places: placesIn(plan.blocks, lay),
    graph: makeStreetGraph(points, chains),
  }
}

type Lay = (u: number, v: number) => LatLng

/** From the plan's frame to the ground: long waves bend the roads a little, then all is turned by three degrees. */
function landscape(random: Random): Lay {
  const phases = Array.from({ length: 4 }, () => 2 * Math.PI * random())
  const wave = (x: number, length: number, i: number) =>
    Math.sin((2 * Math.PI * x) / length + (phases[i] as number))
  const plane = planeAt(cityCentre)
  return (u, v) => {
    const x = u + 60 * wave(v, 9_300, 0) + 11 * wave(v, 3_700, 1)
    const y = v + 90 * wave(u, 12_100, 2) + 14 * wave(u, 4_300, 3)
    return toLatLng(plane, {
      x: x * Math.cos(turn) - y * Math.sin(turn),
      y: x * Math.sin(turn) + y * Math.cos(turn),
    })
  }
}

function ringOf(block: PlanBlock, streets: PlanStreet[], lay: Lay): Ring {
  const free = (street: number) => clearance[(streets[street] as PlanStreet).class]
  const west = block.u0 + free(block.west)
  const east = block.u1 - free(block.east)
  const south = block.v0 + free(block.south)
  const north = block.v1 - free(block.north)
  return [lay(west, south), lay(east, south), lay(east, north), lay(west, north)]
}

/** A stream from the mountains in the south to the plain, meandering around `share` of the width. */
function riverPath(random: Random, share: number, lay: Lay): LatLng[] {
  const u = (share - 0.5) * planWidth + 600 * (random() - 0.5)
  const phase = 2 * Math.PI * random()
  const path: LatLng[] = []
  for (let v = -planHeight / 2 - 400; v <= planHeight / 2 + 400; v += 60)
    path.push(lay(u + 130 * Math.sin(v / 610 + phase) + 60 * Math.sin(v / 230 + 2 * phase), v))
  return path
}

/** Each place gets the block nearest to where its seed wants it, and no block gets two. */
function placesIn(blocks: PlanBlock[], lay: Lay): CityPlace[] {
  const used = new Set<PlanBlock>()
  return placeSeeds.map(({ kind, name, u, v }) => {
    const wantU = (u - 0.5) * planWidth
    const wantV = (v - 0.5) * planHeight
    const away = (block: PlanBlock) =>
      Math.hypot((block.u0 + block.u1) / 2 - wantU, (block.v0 + block.v1) / 2 - wantV)
    let best: PlanBlock | null = null
    for (const block of blocks) if (!used.has(block) && (!best || away(block) < away(best))) best = block
    const block = best as PlanBlock
    used.add(block)
    return {
      kind,
      name,
      at: lay((block.u0 + block.u1) / 2, (block.v0 + block.v1) / 2),
    }
  })
}
