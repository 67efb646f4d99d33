import { boxOf } from '../geo/box.ts'
import { distance } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import { type MovingGrid, makeMovingGrid } from '../geo/moving-grid.ts'
import { costRules, MOST_SECONDS, type Traveller } from './cost.ts'

/** Whom one row could take, looked up only as far as somebody could still be quick enough. */
export interface Candidates {
  /** Looked at so far, with the seconds each would cost. */
  columns: number[]
  costs: number[]
  /** Seconds that everybody not looked at costs at least; infinite when nobody is left. */
  othersAtLeast: number
  /** Looks on until `othersAtLeast` is this much or everybody has been looked at. */
  lookUntil(seconds: number): void
}

/** Travellers of about one speed, so that distance says something about seconds. */
export interface SpeedClass {
  fastest: number
  grid: MovingGrid
}

/** One index per doubling of speed. */
export function speedClasses(columns: Traveller[]): SpeedClass[] {
  const speedOf = ({ speedMps = costRules.walkingMps }: Traveller) => speedMps
  const members = Map.groupBy(columns.keys(), (column) =>
    Math.floor(Math.log2(speedOf(columns[column] as Traveller))),
  )
  return [...members.values()].map((numbers) => {
    const travellers = numbers.map((column) => columns[column] as Traveller)
    const box = boxOf(travellers.map(({ at }) => at))
    const corner = { lat: box.south, lng: box.west }
    const height = distance(corner, { lat: box.north, lng: box.west })
    const width = distance(corner, { lat: box.south, lng: box.east })
    const cell = Math.max(50, Math.sqrt((height * width) / numbers.length))
    const grid = makeMovingGrid(box, cell, columns.length)
    for (const column of numbers) {
      const { at } = columns[column] as Traveller
      grid.put(column, at.lat, at.lng)
    }
    return { fastest: Math.max(...travellers.map(speedOf)), grid }
  })
}

/** `always`: columns that are candidates however far they are. */
export function makeCandidates(
  classes: SpeedClass[],
  columns: Traveller[],
  row: { at: LatLng; nearest: number },
  fits: (column: number) => boolean,
  cost: (column: number) => number,
  always: number[],
): Candidates {
  const { at } = row
  const searches = classes.map((of) => ({
    ...of,
    reach: Math.max(1, row.nearest),
    found: 0,
    othersAtLeast: 0,
  }))
  const candidates: Candidates = { columns: [], costs: [], othersAtLeast: 0, lookUntil }
  const known = new Set<number>()
  for (const column of always) add(column)
  for (const search of searches) look(search)
  settle()
  return candidates

  function add(column: number): void {
    if (known.has(column) || !fits(column)) return
    known.add(column)
    candidates.columns.push(column)
    candidates.costs.push(cost(column))
  }

  function look(search: (typeof searches)[number]): void {
    const found = search.grid.nearest(at.lat, at.lng, search.reach, fits)
    for (const column of found.slice(search.found)) add(column)
    search.found = found.length
    const last = columns[found.at(-1) ?? -1]
    search.othersAtLeast =
      found.length < search.reach || !last
        ? Infinity
        : Math.min(
            MOST_SECONDS,
            Math.floor((costRules.streetFactor * distance(last.at, at)) / search.fastest),
          )
  }

  function lookUntil(seconds: number): void {
    for (const search of searches) {
      while (search.othersAtLeast < seconds) {
        search.reach *= 2
        look(search)
      }
    }
    settle()
  }

  function settle(): void {
    candidates.othersAtLeast = searches.reduce(
      (least, search) => Math.min(least, search.othersAtLeast),
      Infinity,
    )
  }
}
