import { expect, test } from 'vitest'
import {
  coverage,
  coverageOfSpacing,
  effortForSpacing,
  effortOf,
  secondsFor,
} from '../../../shared/search-theory/coverage.ts'
import { coverageForPod, podFromCoverage } from '../../../shared/search-theory/detection.ts'
import { sweepWidth } from '../../../shared/search-theory/sweep-width.ts'

const kmh = 1 / 3.6
const hour = 3600
const km2 = 1e6

test.each([
  ['high', 45, false],
  ['medium', 40, true],
  ['low', 27.5, true],
] as const)(
  'SEARCH-2 V03 Rd 25 m in %s visibility sweeps %d m, with its source',
  (visibility, metres, provisional) => {
    const width = sweepWidth(25, visibility)
    expect(width.metres).toBeCloseTo(metres, 9)
    expect(width.provisional).toBe(provisional)
    expect(width.source).toContain('10.1016/j.wem.2013.09.016')
  },
)

test('SEARCH-3 V04 coverage is sweep width times way over area', () => {
  const c = coverage(40, 12_000, 0.6 * km2)
  expect(c).toBeCloseTo(0.8, 6)
  expect(podFromCoverage(c)).toBeCloseTo(0.550671, 6)
  expect(podFromCoverage(c, 'inverse-cube')).toBeCloseTo(0.683971, 6)
})

test('SEARCH-3 V05 the way of six searchers in three hours', () => {
  const way = effortOf(6, 1.5 * kmh, 3 * hour)
  expect(way).toBeCloseTo(27_000, 6)
  const c = coverage(45, way, 1.2 * km2)
  expect(c).toBeCloseTo(1.0125, 6)
  expect(podFromCoverage(c)).toBeCloseTo(0.63669, 6)
  expect(podFromCoverage(c, 'inverse-cube')).toBeCloseTo(0.795552, 6)
})

test.each([
  [20, 2],
  [40, 1],
  [80, 0.5],
])('SEARCH-3 V06 parallel tracks %d m apart cover %d', (spacing, c) => {
  expect(coverageOfSpacing(40, spacing)).toBe(c)
})

test('SEARCH-3 V31 the way and the hours that a segment takes', () => {
  const way = effortForSpacing(0.25 * km2, 20)
  expect(way).toBeCloseTo(12_500, 6)
  const c = coverage(36, way, 0.25 * km2)
  expect(c).toBeCloseTo(1.8, 6)
  expect(podFromCoverage(c)).toBeCloseTo(0.834701, 6)
  const team = { sweepWidth: 36, area: 0.25 * km2, searchers: 5, speed: 1.5 * kmh }
  expect(secondsFor(c, team) / hour).toBeCloseTo(1.666667, 6)
  const larger = { sweepWidth: 36, area: 0.5 * km2, searchers: 8, speed: 1.6 * kmh }
  expect(secondsFor(coverageForPod(0.8), larger) / hour).toBeCloseTo(1.746352, 6)
})

test.each([
  [4, 1.44],
  [6, 2.16],
])('SEARCH-3 V31 in %d h six searchers cover %d km² once', (hours, area) => {
  expect(coverage(40, effortOf(6, 1.5 * kmh, hours * hour), area * km2)).toBeCloseTo(1, 6)
})
