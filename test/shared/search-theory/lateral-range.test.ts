import { expect, test } from 'vitest'
import { podFromCoverage } from '../../../shared/search-theory/detection.ts'
import {
  crossover,
  inverseCubeOf,
  lateralRange,
  podOfPasses,
  sweepWidthOf,
} from '../../../shared/search-theory/lateral-range.ts'

/** Finely enough for six digits. */
const tabulated = (p: (x: number) => number, reach: number, n = 400_000) =>
  Array.from({ length: n + 1 }, (_, i) => {
    const x = -reach + (2 * reach * i) / n
    return { x, p: p(x) }
  })

test.each<[string, (x: number) => number, number, number]>([
  ['definite to 30 m', () => 1, 30, 60],
  ['a triangle', (x) => 0.9 * (1 - Math.abs(x) / 50), 50, 45],
  ['a bell', (x) => 0.8 * Math.exp(-(x ** 2) / 800), 200, 40.106052],
  ['an exponential', (x) => Math.exp(-Math.abs(x) / 15), 400, 30],
])('SEARCH-55 V07 the sweep width is the area under the curve: %s', (_, p, reach, width) => {
  expect(sweepWidthOf(tabulated(p, reach))).toBeCloseTo(width, 5)
})

test('SEARCH-55 V07 the inverse cube reaches without end: its width is 2 √(πk)', () => {
  const k = 100
  const reach = 2_000
  const tails = (2 * k) / reach
  const width = sweepWidthOf(tabulated((x) => (x === 0 ? 1 : -Math.expm1(-k / x ** 2)), reach)) + tails
  expect(width).toBeCloseTo(35.449077, 4)
  expect(2 * Math.sqrt(Math.PI * k)).toBeCloseTo(35.449077, 6)
})

test('SEARCH-55 V08 from a test at eleven distances, twenty objects at each', () => {
  const seen = [0, 1, 4, 10, 17, 19, 18, 11, 3, 1, 0]
  const curve = lateralRange(seen.map((n, i) => ({ distance: -50 + 10 * i, seen: n, missed: 20 - n })))
  expect(curve.map(({ p }) => p)).toEqual([0, 0.05, 0.2, 0.5, 0.85, 0.95, 0.9, 0.55, 0.15, 0.05, 0])
  expect(sweepWidthOf(curve)).toBeCloseTo(42, 9)
})

test('SEARCH-62 where no distance is on the left both sides count alike, and one distance twice adds up', () => {
  const right = [
    { distance: 20, seen: 2, missed: 2 },
    { distance: 10, seen: 3, missed: 1 },
    { distance: 0, seen: 4, missed: 0 },
    { distance: 20, seen: 0, missed: 4 },
  ]
  const curve = lateralRange(right)
  expect(curve.map(({ x, p }) => [x, p])).toEqual([
    [-20, 0.25],
    [-10, 0.75],
    [0, 1],
    [10, 0.75],
    [20, 0.25],
  ])
  expect(sweepWidthOf(curve)).toBe(2 * (8.75 + 5))
  // Nothing lay on the line itself: what was seen nearest holds up to it.
  expect(sweepWidthOf(lateralRange(right.filter(({ distance }) => distance > 0)))).toBe(2 * (7.5 + 5))
})

test('SEARCH-55 V09 inside the sweep width as much is missed as is detected outside', () => {
  const triangle = [
    { x: -50, p: 0 },
    { x: 0, p: 0.9 },
    { x: 50, p: 0 },
  ]
  const { missedInside, detectedOutside } = crossover(triangle, 45)
  expect(missedInside).toBeCloseTo(13.6125, 9)
  expect(detectedOutside).toBeCloseTo(13.6125, 9)
})

test.each([
  [0.5, 0.987811],
  [1, 0.789909],
  [2, 0.469116],
])(
  'SEARCH-55 V10 endless parallel tracks %d sweep widths apart detect as the error function says',
  (by, pod) => {
    const k = 100
    const width = 2 * Math.sqrt(Math.PI * k)
    const spacing = by * width
    const n = 20_000
    let sum = 0
    for (let i = 0; i < n; i++) {
      const x = ((i + 0.5) / n) * spacing
      // Sum over all tracks of 1 ÷ (x − nS)², closed.
      const hazards = (Math.PI / spacing / Math.sin((Math.PI * x) / spacing)) ** 2
      sum += -Math.expm1(-k * hazards) / n
    }
    expect(sum).toBeCloseTo(pod, 6)
    expect(podFromCoverage(1 / by, 'inverse-cube')).toBeCloseTo(pod, 6)
  },
)

test('SEARCH-55 V27 hazards of passes add up', () => {
  expect(inverseCubeOf(35.449077)).toBeCloseTo(100, 5)
  expect(podOfPasses(100, [10])).toBeCloseTo(0.632121, 6)
  expect(podOfPasses(100, [20])).toBeCloseTo(0.221199, 6)
  expect(podOfPasses(100, [10, 20])).toBeCloseTo(0.713495, 6)
})
