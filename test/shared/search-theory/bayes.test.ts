import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterSearch,
  cumulativePod,
  overallSuccess,
  probabilityOfSuccess,
  type Residual,
  remaining,
  shifted,
} from '../../../shared/search-theory/bayes.ts'
import { podFromCoverage } from '../../../shared/search-theory/detection.ts'

const prior: Residual = { masses: [0.3, 0.25, 0.2, 0.1], outside: 0.15 }

function expectMap({ masses, outside }: Residual, expected: number[], row: number) {
  for (const [i, mass] of masses.entries()) expect(mass).toBeCloseTo(expected[i] as number, 6)
  expect(outside).toBeCloseTo(row, 6)
}

test('SEARCH-4 V11 one segment searched in vain shifts all the others up', () => {
  const after = afterSearch(prior, [0.5])
  expect(remaining(after)).toBeCloseTo(0.85, 6)
  expectMap(shifted(after), [0.176471, 0.294118, 0.235294, 0.117647], 0.176471)
})

describe('SEARCH-4 V12 two periods', () => {
  const first = [1, 0.5, 0, 0].map((coverage) => podFromCoverage(coverage))
  const second = [0.5, 0.5, 0.25, 0]
  const after1 = afterSearch(prior, first)
  const after2 = afterSearch(after1, second)
  const together = first.map((pod, i) => cumulativePod([pod, second[i] as number]))

  test('the first', () => {
    expect(probabilityOfSuccess(prior, first)).toBeCloseTo(0.288004, 6)
    expectMap(shifted(after1), [0.155006, 0.212968, 0.2809, 0.14045], 0.210675)
  })

  test('the second, on what the first left', () => {
    expect(probabilityOfSuccess(after1, second)).toBeCloseTo(0.254212, 6)
    expect(remaining(after1) - remaining(after2)).toBeCloseTo(0.180998, 6)
    expectMap(shifted(after2), [0.103921, 0.142781, 0.282487, 0.188325], 0.282487)
    expect(overallSuccess(after2)).toBeCloseTo(0.469002, 6)
  })

  test('P2 both at once give the same', () => {
    expect(together.map((pod) => Number(pod.toFixed(6)))).toEqual([0.81606, 0.696735, 0.25, 0])
    const atOnce = afterSearch(prior, together)
    expect(overallSuccess(atOnce)).toBeCloseTo(overallSuccess(after2), 12)
  })

  test('V13 neither trap is what comes out', () => {
    const naive =
      1 - (1 - 0.288004) * (1 - prior.masses.reduce((sum, poa, i) => sum + poa * (second[i] as number), 0))
    expect(naive).toBeCloseTo(0.519402, 5)
    expect(overallSuccess(after2)).not.toBeCloseTo(naive, 2)
    const twice = shifted(afterSearch(shifted(after1), together))
    expectMap(twice, [0.043536, 0.09862, 0.321692, 0.214461], 0.321692)
    expect(shifted(after2).masses[0]).not.toBeCloseTo(twice.masses[0] as number, 2)
  })
})

test('SEARCH-4 P4 the probabilities on show add up to 1, whatever was searched', () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true })
  const pods = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      fc.tuple(share, share, share, share),
      fc.array(pods, { maxLength: 4 }),
      (shares, searches) => {
        const all = shares.reduce((sum, one) => sum + one, 0)
        const start = {
          masses: shares.slice(0, 3).map((one) => one / all),
          outside: (shares[3] as number) / all,
        }
        const end = searches.reduce(afterSearch, start)
        expect(remaining(shifted(end))).toBeCloseTo(1, 9)
        expect(overallSuccess(end)).toBeGreaterThanOrEqual(-1e-9)
      },
    ),
  )
})
