import { makeLiveTable, reserve } from '../../shared/positions/live-table.ts'
import { chance, cityPlace } from './kit.ts'

/** The view in which they walk, and the degrees of its pixel. */
export const crowdView = { south: 43.1, west: 76.7, north: 43.4, east: 77.2, zoom: 14 }
const pixel = 360 / 256 / 2 ** crowdView.zoom

/** People of whom each step goes further than a pixel, so that a desk has to be told of every one. */
export function makeCrowd(nos: readonly number[], seed: number) {
  const random = chance(seed)
  const table = makeLiveTable()
  for (const no of nos) {
    reserve(table, no)
    const { lat, lng } = cityPlace(random)
    table.lat[no] = lat
    table.lng[no] = lng
  }
  const step = (degrees: number, least: number, most: number) => {
    const next = degrees + (random() < 0.5 ? -1.2 : 1.2) * pixel
    const inside = next <= least || next >= most ? degrees : next
    // To a metre, as a batch tells it.
    return Math.round(inside * 1e5) / 1e5
  }
  return {
    table,
    walk(no: number, now: number): void {
      const { south, west, north, east } = crowdView
      if (random() < 0.5) table.lat[no] = step(table.lat[no] as number, south, north)
      else table.lng[no] = step(table.lng[no] as number, west, east)
      table.at[no] = now
      table.accuracy[no] = 5
      table.speed[no] = 1.4
      table.heading[no] = 90
    },
  }
}
