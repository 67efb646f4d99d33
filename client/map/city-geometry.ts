import Flatbush from 'flatbush'
import type { City, Street } from '../../shared/city/city.ts'
import { randomFrom } from '../../shared/city/random.ts'
import type { Ring } from '../../shared/geo/lat-lng.ts'
import type { PlaneLine, TileWindow } from './plane-lines.ts'
import { planeLine } from './plane-lines.ts'

/** A set of lines that a tile can pick its own from. */
export interface Indexed {
  lines: PlaneLine[]
  index: Flatbush
}

/** The rehearsal's city on the Mercator square. */
export interface CityGeometry {
  city: City
  lanes: Indexed
  streets: Indexed
  avenues: Indexed
  blocks: Indexed
  parks: PlaneLine[]
  rivers: PlaneLine[]
}

function indexed(lines: PlaneLine[]): Indexed {
  const index = new Flatbush(lines.length)
  for (const { west, north, east, south } of lines) index.add(west, north, east, south)
  index.finish()
  return { lines, index }
}

export function cityGeometry(city: City): CityGeometry {
  const of = (kind: Street['class']) =>
    indexed(city.streets.filter((street) => street.class === kind).map((street) => planeLine(street.path)))
  return {
    city,
    lanes: of('lane'),
    streets: of('street'),
    avenues: of('avenue'),
    blocks: indexed(city.blocks.map(planeLine)),
    parks: city.parks.map(({ ring }) => planeLine(ring)),
    rivers: city.rivers.map(({ path }) => planeLine(path)),
  }
}

/** Indices of the lines that may show in the window widened by `margin` pixels. */
export const seenIn = (
  { index }: Indexed,
  { left, top, size, scale }: TileWindow,
  margin: number,
): number[] =>
  index.search(
    (left - margin) / scale,
    (top - margin) / scale,
    (left + size + margin) / scale,
    (top + size + margin) / scale,
  )

/** Corners of a house in metres-like shares of its block: a parallelogram between the block's four corners. */
export type House = readonly [u0: number, v0: number, u1: number, v1: number]

/**
 * Houses along the edges of a block, the same at every drawing: the block's index is the seed.
 * `width` and `height` are the block's sides in metres.
 */
export function housesOf(block: number, width: number, height: number): House[] {
  const houses: House[] = []
  const chance = randomFrom(block)
  const rows = Math.max(1, Math.round(height / 52))
  for (let row = 0; row < rows; row++) {
    const v0 = (row + 0.16 + 0.1 * chance()) / rows
    for (let at = 8 + 6 * chance(); at < width - 18; ) {
      const long = 16 + 30 * chance()
      if (at + long > width - 4) break
      const deep = (16 + 10 * chance()) / height
      if (chance() > 0.14) houses.push([at / width, v0, (at + long) / width, Math.min(0.97, v0 + deep)])
      at += long + 7 + 9 * chance()
    }
  }
  return houses
}

/** Sides of a four-cornered block in metres (equirectangular at its own latitude). */
export function sidesOf(ring: Ring): { width: number; height: number } {
  const [a, b, , d] = ring as [Ring[0], Ring[0], Ring[0], Ring[0]]
  const metres = (p: Ring[0] | undefined, q: Ring[0] | undefined) => {
    if (!p || !q) return 0
    const narrow = Math.cos((p.lat * Math.PI) / 180)
    return 111_195 * Math.hypot(q.lat - p.lat, (q.lng - p.lng) * narrow)
  }
  return { width: metres(a, b), height: metres(a, d) }
}
