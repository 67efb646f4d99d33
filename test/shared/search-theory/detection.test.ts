// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: the published six digits are the test
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageForPod, podFromCoverage } from '../../../shared/search-theory/detection.ts'
import { erf } from '../../../shared/search-theory/erf.ts'

test.each([
  [0, 0, 0, 0],
  [0.1, 0.095163, 0.099739, 0.1],
  [0.25, 0.221199, 0.245969, 0.25],
  [0.5, 0.393469, 0.469116, 0.5],
  [0.75, 0.527633, 0.652775, 0.75],
  [0.8, 0.550671, 0.683971, 0.8],
  [1, 0.632121, 0.789909, 1],
  [1.2, 0.698806, 0.867413, 1],
  [1.25, 0.713495, 0.882802, 1],
  [1.5, 0.77687, 0.939888, 1],
  [2, 0.864665, 0.987811, 1],
  [2.5, 0.917915, 0.998271, 1],
  [3, 0.950213, 0.99983, 1],
])('SEARCH-1 V01 a coverage of %d detects with %d, %d, %d', (coverage, random, inverseCube, definite) => {
  expect(podFromCoverage(coverage)).toBeCloseTo(random, 6)
  expect(podFromCoverage(coverage, 'inverse-cube')).toBeCloseTo(inverseCube, 6)
  expect(podFromCoverage(coverage, 'definite')).toBeCloseTo(definite, 6)
})

test.each([
  [0.5, 0.693147, 0.538165],
  [0.6, 0.916291, 0.671517],
  [0.7, 1.203973, 0.826954],
  [0.8, 1.609438, 1.02253],
  [0.9, 2.302585, 1.312403],
  [0.95, 2.995732, 1.563825],
])('SEARCH-1 V02 a detection of %d takes a coverage of %d, %d', (pod, random, inverseCube) => {
  expect(coverageForPod(pod)).toBeCloseTo(random, 6)
  expect(coverageForPod(pod, 'inverse-cube')).toBeCloseTo(inverseCube, 6)
  expect(coverageForPod(pod, 'definite')).toBe(pod)
})

test('SEARCH-1 certainty takes endless coverage', () => {
  expect(coverageForPod(1)).toBe(Infinity)
  expect(coverageForPod(0)).toBe(0)
  expect(coverageForPod(0, 'inverse-cube')).toBe(0)
})

const amount = fc.double({ min: 0, max: 20, noNaN: true })

test('SEARCH-1 P1 random ≤ inverse cube ≤ definite, min(1, C), for every coverage', () => {
  fc.assert(
    fc.property(amount, (coverage) => {
      expect(podFromCoverage(coverage)).toBeLessThanOrEqual(podFromCoverage(coverage, 'inverse-cube') + 1e-12)
      expect(podFromCoverage(coverage, 'inverse-cube')).toBeLessThanOrEqual(
        podFromCoverage(coverage, 'definite') + 1e-12,
      )
    }),
  )
})

test('SEARCH-1 on the random curve coverages add up as separate searches combine', () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const missed = (1 - podFromCoverage(a)) * (1 - podFromCoverage(b))
      expect(podFromCoverage(a + b)).toBeCloseTo(1 - missed, 9)
    }),
  )
})

test.each([
  [0, 0],
  [0.01, 0.011283415555849618],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2, 0.9953222650189527],
  [2.499999, 0.9995930458042653],
  [2.5, 0.999593047982555],
  [3.5, 0.9999992569016276],
  [7, 1],
])('SEARCH-1 erf(%d) is %d', (x, value) => {
  expect(erf(x)).toBeCloseTo(value, 12)
  expect(erf(-x)).toBeCloseTo(-value, 12)
})
