import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, successOf } from '../../../shared/search-theory/allocation.ts'
import { allocateMixed, mixedSuccess } from '../../../shared/search-theory/resources.ts'

const share = fc.double({ min: 0.01, max: 0.4, noNaN: true })
const rate = fc.double({ min: 0.02, max: 1.5, noNaN: true })
const three = <Of>(of: fc.Arbitrary<Of>) => fc.tuple(of, of, of)

test('ALLOC-201 one kind of effort is split as Charnes and Cooper split it', () => {
  fc.assert(
    fc.property(
      three(share),
      three(rate),
      fc.double({ min: 0.1, max: 20, noNaN: true }),
      (masses, rates, effort) => {
        const mixed = allocateMixed({ masses, rates: [rates], efforts: [effort] })
        const prospects = masses.map((mass, i) => ({ mass, rate: rates[i] ?? 0 }))
        expect(mixed.success).toBeCloseTo(successOf(prospects, allocate(prospects, effort)), 9)
        expect(mixed.bound - mixed.success).toBeLessThan(1e-6)
      },
    ),
  )
})

test('ALLOC-202 P3 two kinds of effort find as much as the best of all splits on a grid, and no split passes the bound', () => {
  const steps = 10
  const grid = Array.from({ length: steps + 1 }, (_, a) =>
    Array.from({ length: steps + 1 - a }, (_, b) => [a / steps, b / steps, (steps - a - b) / steps]),
  ).flat()
  fc.assert(
    fc.property(
      three(share),
      fc.tuple(three(rate), three(rate)),
      fc.tuple(fc.double({ min: 0.5, max: 8, noNaN: true }), fc.double({ min: 0.5, max: 8, noNaN: true })),
      (masses, rates, efforts) => {
        const { shares, success, bound } = allocateMixed({ masses, rates, efforts })
        let most = 0
        for (const first of grid)
          for (const second of grid) {
            const split = [first, second].map((of, kind) => of.map((part) => part * (efforts[kind] ?? 0)))
            most = Math.max(most, mixedSuccess({ masses, rates }, split))
          }
        expect(most).toBeLessThanOrEqual(bound + 1e-9)
        expect(success).toBeGreaterThanOrEqual(most - 1e-6)
        expect(success).toBeCloseTo(mixedSuccess({ masses, rates }, shares), 9)
        for (const [kind, effort] of efforts.entries())
          expect(shares[kind]?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(effort, 6)
      },
    ),
    { numRuns: 40 },
  )
})

test('ALLOC-202 two kinds that search nearly alike end at the best of all splits too', () => {
  for (const [masses, rates, efforts] of [
    [
      [0.072815, 0.32411, 0.296137],
      [
        [1.390092, 0.29373, 1.088213],
        [1.390846, 0.292922, 1.098092],
      ],
      [6.856201, 1.790198],
    ],
    [
      [0.277044, 0.320734, 0.254645],
      [
        [1.235397, 1.368462, 0.133435],
        [1.229466, 1.375882, 0.133685],
      ],
      [5.818366, 1.583367],
    ],
  ] as const) {
    const { success, bound, shares } = allocateMixed({ masses, rates, efforts })
    expect(bound - success).toBeLessThan(1e-6)
    expect(shares.flat().every((hours) => hours >= 0)).toBe(true)
    for (const [kind, effort] of efforts.entries())
      expect(shares[kind]?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(effort, 9)
  }
})

/** Steps of effort given out one by one, each where it finds most: exact for such steps, and slower. */
function allocateBySteps(masses: readonly number[], rates: readonly number[], effort: number, steps: number) {
  const shares = masses.map(() => 0)
  const step = effort / steps
  for (let n = 0; n < steps; n++) {
    const gains = masses.map((mass, i) => {
      const rate = rates[i] ?? 0
      return mass * Math.exp(-rate * (shares[i] ?? 0)) * -Math.expm1(-rate * step)
    })
    const best = gains.indexOf(Math.max(...gains))
    shares[best] = (shares[best] ?? 0) + step
  }
  return shares
}

test('ALLOC-203 each small step where it finds most comes to the exact split', () => {
  const masses = [0.35, 0.25, 0.15, 0.1]
  const rates = [0.1, 0.075, 1 / 6, 0.15]
  const prospects = masses.map((mass, i) => ({ mass, rate: rates[i] ?? 0 }))
  // V17: 24 hours.
  const stepped = successOf(prospects, allocateBySteps(masses, rates, 24, 2_400))
  expect(stepped).toBeCloseTo(0.435096, 5)
  expect(stepped).toBeLessThanOrEqual(successOf(prospects, allocate(prospects, 24)) + 1e-12)
})
