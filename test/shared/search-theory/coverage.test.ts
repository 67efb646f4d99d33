import { expect, test } from 'vitest'
import { bandArea, coverage, coverageOfSpacing } from '../../../shared/search-theory/coverage.ts'
import { podFromCoverage } from '../../../shared/search-theory/detection.ts'
import { overallWidth, sweepWidth } from '../../../shared/search-theory/sweep-width.ts'

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

test('SEARCH-2 V03 Rd 25 m whatever the visibility sweeps 41.125 m', () => {
  expect(overallWidth(25)).toBeCloseTo(41.125, 9)
})

test('SEARCH-3 V04 coverage is sweep width times way over area', () => {
  const c = coverage(40, 12_000, 0.6 * km2)
  expect(c).toBeCloseTo(0.8, 6)
  expect(podFromCoverage(c)).toBeCloseTo(0.550671, 6)
  expect(podFromCoverage(c, 'inverse-cube')).toBeCloseTo(0.683971, 6)
})

test('SEARCH-3 V05 six searchers in three hours at 1.5 km/h walk 27 km', () => {
  const c = coverage(45, 6 * 1_500 * 3, 1.2 * km2)
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

test('SEARCH-3 V23 the band of one straight way has round ends', () => {
  expect(bandArea(50, 1_000)).toBeCloseTo(51_963.495408, 6)
})
