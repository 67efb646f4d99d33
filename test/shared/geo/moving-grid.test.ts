import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from '../../../shared/geo/distance.ts'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { makeMovingGrid } from '../../../shared/geo/moving-grid.ts'

const box = { south: 43, west: 76.7, north: 43.4, east: 77.1 }
/** Also beyond the box, and often the same few spots, so that many are equally far. */
const place = fc.oneof(
  fc.record({
    lat: fc.double({ min: 42.5, max: 44, noNaN: true }),
    lng: fc.double({ min: 76, max: 78, noNaN: true }),
  }),
  fc.record({ lat: fc.constantFrom(43.1, 43.2), lng: fc.constantFrom(76.8, 76.9) }),
)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant('put'), fc.nat(60), place) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('remove'), fc.nat(60), place) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('ask'), fc.nat(60), place) },
)

test('GEO-8 after any moves the nearest are those that brute force finds', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 120 }),
      place,
      fc.integer({ min: 1, max: 20 }),
      (steps, from, k) => {
        const grid = makeMovingGrid(box, 1500, 4)
        const truth = new Map<number, LatLng>()
        for (const [what, no, at] of steps) {
          if (what === 'put') {
            grid.put(no, at.lat, at.lng)
            truth.set(no, at)
          } else if (what === 'ask') {
            expect(grid.nearest(at.lat, at.lng, no + 1)).toHaveLength(Math.min(no + 1, truth.size))
          } else {
            grid.remove(no)
            truth.delete(no)
          }
        }
        const odd = (no: number) => no % 2 === 1
        for (const accept of [undefined, odd]) {
          const all = [...truth.keys()].filter(accept ?? (() => true))
          const sorted = all.sort((a, b) => away(a) - away(b) || a - b).slice(0, k)
          const found = grid.nearest(from.lat, from.lng, k, accept)
          expect(new Set(found).size).toBe(sorted.length)
          // Distances, not numbers: the chord and the haversine may order two that are a hair apart differently.
          for (const [i, no] of found.entries()) expect(away(no)).toBeCloseTo(away(sorted[i] as number), 3)
        }
        expect(grid.count).toBe(truth.size)
        function away(no: number): number {
          return distance(from, truth.get(no) as LatLng)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('GEO-8 of those equally far the smaller number comes first', () => {
  const grid = makeMovingGrid(box, 500)
  for (const no of [9, 4, 7, 2]) grid.put(no, 43.2, 76.9)
  expect(grid.nearest(43.25, 76.9, 3)).toEqual([2, 4, 7])
})

test('GEO-8 refuses a place that is no number, and holds on to the last one', () => {
  const grid = makeMovingGrid(box, 500)
  grid.put(1, 43.2, 76.9)
  expect(() => grid.put(1, Number.NaN, 76.9)).toThrow(RangeError)
  expect(grid.nearest(43.2, 76.9, 1)).toEqual([1])
  grid.remove(5)
  grid.remove(1)
  expect(grid.nearest(43.2, 76.9, 1)).toEqual([])
  expect(grid.has(1)).toBe(false)
})
