import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allocate,
  type Prospect,
  splitByArea,
  splitEqually,
  successOf,
} from '../../../shared/search-theory/allocation.ts'

const near = (values: number[], digits = 5) => values.map((value) => expect.closeTo(value, digits))
const prospects = (masses: number[], rates: number[]) =>
  masses.map((mass, i): Prospect => ({ mass, rate: rates[i] ?? 0 }))
const four = prospects([0.35, 0.25, 0.15, 0.1], [0.1, 0.075, 1 / 6, 0.15])

test.each([
  [5, 0.138862, 0.107291, 0.108805],
  [10, 0.236817, 0.198836, 0.202547],
  [24, 0.435096, 0.391713, 0.40267],
  [60, 0.697365, 0.644616, 0.667889],
])(
  'SEARCH-58 V17 %d hours: the best split finds %d, by area %d, in equal parts %d',
  (hours, best, area, equal) => {
    expect(successOf(four, allocate(four, hours))).toBeCloseTo(best, 5)
    expect(successOf(four, splitByArea([0.8, 0.5, 0.6, 1], hours))).toBeCloseTo(area, 5)
    expect(successOf(four, splitEqually(four, hours))).toBeCloseTo(equal, 5)
  },
)

test('SEARCH-58 V15 where the second segment promises less to the end, the first gets everything', () => {
  expect(allocate(prospects([0.9, 0.1], [1, 1]), 2)).toEqual(near([2, 0]))
})

test.each([
  [[1, 4, 12, 8], [8, 4, 1, 2], 0.05, [0, 0.033333, 0, 0.016667]],
  [[4, 1, 1, 12], [4, 2, 8, 1], 0.1, [0.09298, 0, 0, 0.00702]],
  [[9, 3, 6], [2, 4, 2], 0.2, [0.073224, 0.0845173, 0.0422587]],
  [[8, 4, 0, 10], [1, 4, 20, 0], 0.5, [0.108904, 0.391096, 0, 0]],
  [[6, 2, 3], [2, 6, 4], 0.5, [0.083333, 0.25, 0.166667]],
  [[8, 0, 0, 0], [0, 7, 0, 5], 0.5, [0, 0, 0, 0]],
])('SEARCH-58 V18 the published cases: rates %j, masses %j, effort %d', (rates, masses, effort, shares) => {
  expect(allocate(prospects(masses, rates), effort)).toEqual(near(shares))
})

const some = fc.array(
  fc.record({
    mass: fc.double({ min: 0, max: 1, noNaN: true }),
    rate: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 2, noNaN: true })),
    // Not the smallest numbers there are: shares of them add up to more than the whole.
    part: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1, noNaN: true })),
  }),
  { minLength: 1, maxLength: 8 },
)
const hours = fc.double({ min: 0.01, max: 100, noNaN: true })

test('SEARCH-59 P3 no other split of the same effort finds more, over thousands of cases', () => {
  fc.assert(
    fc.property(some, hours, (all, effort) => {
      const shares = allocate(all, effort)
      const parts = all.reduce((sum, { part }) => sum + part, 0)
      const other = all.map(({ part }) => (parts > 0 ? (effort * part) / parts : effort / all.length))
      expect(successOf(all, shares)).toBeGreaterThanOrEqual(successOf(all, other) - 1e-9)
    }),
    { numRuns: 4_000 },
  )
})

test('SEARCH-59 P4 everything is given out, funded segments promise the same after it, and no mass appears', () => {
  fc.assert(
    fc.property(some, hours, (all, effort) => {
      const shares = allocate(all, effort)
      const promises = all.map(({ mass, rate }, i) => mass * rate * Math.exp(-rate * (shares[i] ?? 0)))
      const total = shares.reduce((sum, share) => sum + share, 0)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
      const usable = all.some(({ mass, rate }) => mass * rate > 0)
      expect(total).toBeCloseTo(usable ? effort : 0, 6)
      const funded = promises.filter((_, i) => (shares[i] ?? 0) > 1e-9)
      const level = Math.max(0, ...funded)
      for (const promise of funded) expect(promise).toBeCloseTo(level, 6)
      for (const promise of promises) expect(promise).toBeLessThanOrEqual(level + 1e-6)
      const mass = all.reduce((sum, one) => sum + one.mass, 0)
      expect(successOf(all, shares)).toBeLessThanOrEqual(mass + 1e-9)
    }),
    { numRuns: 2_000 },
  )
})

test('SEARCH-59 P2 in stages it is the same as at once', () => {
  fc.assert(
    fc.property(some, hours, hours, (all, first, second) => {
      const shares = allocate(all, first)
      const left = all.map(({ mass, rate }, i) => ({ mass: mass * Math.exp(-rate * (shares[i] ?? 0)), rate }))
      const found = successOf(all, shares) + successOf(left, allocate(left, second))
      expect(found).toBeCloseTo(successOf(all, allocate(all, first + second)), 7)
    }),
    { numRuns: 2_000 },
  )
})
