import type { CityName, Road } from './names.ts'
import { eastward, inner, northward } from './names.ts'
import type { Random } from './random.ts'

/**
 * The plan in the city's own square frame: metres `u` to the east and `v` to the north of the centre, before it is bent
 * and turned into the landscape. Main roads cross everything; the blocks between them are halved by short streets until
 * they are small enough.
 */
export type StreetClass = 'avenue' | 'street' | 'lane'

export interface PlanStreet {
  class: StreetClass
  name: CityName | null
  /** Runs along `axis`, at `at` on the other one. */
  axis: 'u' | 'v'
  at: number
  /** Where others meet it, metres along its axis; unsorted, may repeat. */
  meets: number[]
}

/** A block between four streets (indices into the plan's streets). */
export interface PlanBlock {
  u0: number
  u1: number
  v0: number
  v1: number
  west: number
  east: number
  south: number
  north: number
}

export interface StreetPlan {
  streets: PlanStreet[]
  blocks: PlanBlock[]
  /** Whole blocks between main roads that are left green. */
  greens: PlanBlock[]
}

export const planWidth = 14_000
export const planHeight = 10_000
/** Blocks longer than this, in metres, are halved. */
const longest = 250

export function makeStreetPlan(random: Random, greenCount: number): StreetPlan {
  const streets: PlanStreet[] = []
  const main = (roads: Road[], axis: 'u' | 'v', length: number) => {
    const places = spread(random, roads.length, length)
    return roads.map(({ name, wide }, i) => {
      streets.push({
        class: wide ? 'avenue' : 'street',
        name,
        axis,
        at: places[i] as number,
        meets: [],
      })
      return streets.length - 1
    })
  }
  const norths = main(northward, 'v', planWidth)
  // The list runs from north to south, the axis from south to north.
  const easts = main([...eastward].reverse(), 'u', planHeight)
  for (const north of norths) for (const east of easts) join(streets, north, east)

  const cells: PlanBlock[] = []
  for (let i = 1; i < norths.length; i++)
    for (let j = 1; j < easts.length; j++) {
      const [west, east] = [norths[i - 1] as number, norths[i] as number]
      const [south, north] = [easts[j - 1] as number, easts[j] as number]
      const [u0, u1] = [(streets[west] as PlanStreet).at, (streets[east] as PlanStreet).at]
      const [v0, v1] = [(streets[south] as PlanStreet).at, (streets[north] as PlanStreet).at]
      cells.push({ u0, u1, v0, v1, west, east, south, north })
    }
  const green = new Set<number>()
  while (green.size < greenCount) green.add(Math.floor(random() * cells.length))

  const blocks: PlanBlock[] = []
  const names = shuffled(random, inner)
  cells.forEach((cell, i) => {
    if (!green.has(i)) halve(random, streets, cell, blocks, names)
  })
  return {
    streets,
    blocks,
    greens: [...green].map((i) => cells[i] as PlanBlock),
  }
}

/** `count` places over `length` metres around 0, with uneven gaps. */
function spread(random: Random, count: number, length: number): number[] {
  const gaps = Array.from({ length: count - 1 }, () => 0.72 + 0.56 * random())
  const sum = gaps.reduce((a, b) => a + b, 0)
  const places = [-length / 2]
  for (const gap of gaps) places.push((places.at(-1) as number) + (gap * length) / sum)
  return places
}

function join(streets: PlanStreet[], a: number, b: number): void {
  const one = streets[a] as PlanStreet
  const other = streets[b] as PlanStreet
  one.meets.push(other.at)
  other.meets.push(one.at)
}

function halve(
  random: Random,
  streets: PlanStreet[],
  block: PlanBlock,
  into: PlanBlock[],
  names: Road[],
): void {
  const width = block.u1 - block.u0
  const height = block.v1 - block.v0
  if (Math.max(width, height) < longest) {
    into.push(block)
    return
  }
  const cut = 0.42 + 0.16 * random()
  const axis = width > height ? 'v' : 'u'
  const at = axis === 'v' ? block.u0 + width * cut : block.v0 + height * cut
  const long = (axis === 'v' ? height : width) > 380
  const lane = streets.push({
    class: 'lane',
    name: (long && random() < 0.12 ? names.pop() : undefined)?.name ?? null,
    axis,
    at,
    meets: [],
  })
  const index = lane - 1
  join(streets, index, axis === 'v' ? block.south : block.west)
  join(streets, index, axis === 'v' ? block.north : block.east)
  const [first, second] =
    axis === 'v'
      ? [
          { ...block, u1: at, east: index },
          { ...block, u0: at, west: index },
        ]
      : [
          { ...block, v1: at, north: index },
          { ...block, v0: at, south: index },
        ]
  halve(random, streets, first, into, names)
  halve(random, streets, second, into, names)
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
  }
  return copy
}
