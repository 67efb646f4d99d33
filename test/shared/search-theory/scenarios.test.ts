import { describe, expect, test } from 'vitest'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { consensusOf } from '../../../shared/search-theory/consensus.ts'
import { annulusDensities, poaByRings } from '../../../shared/search-theory/find-rings.ts'
import { addsUpToOne, mixed, normalised } from '../../../shared/search-theory/scenarios.ts'

/** A sequence that looks random and is the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let x = seed; ; ) {
    x = (x * 1103515245 + 12345) % 2 ** 31
    yield x / 2 ** 31
  }
}
const some = (from: Generator<number>, n: number) =>
  Array.from({ length: n }, () => from.next().value as number)

describe('scenarios', () => {
  test('PROB-209 P4 no probability is lost or made by mixing, and the mix is linear in the weights', () => {
    const random = numbers(7)
    for (let round = 0; round < 50; round++) {
      const scenarios = Array.from({ length: 3 }, () => {
        const [row = 0, ...poa] = normalised(some(random, 6))
        return { poa, row, weight: 0 }
      })
      const weights = normalised(some(random, 3))
      const others = normalised(some(random, 3))
      const by = (of: number[]) => mixed(scenarios.map((one, i) => ({ ...one, weight: of[i] ?? 0 })))
      const [a, b] = [by(weights), by(others)]
      expect(addsUpToOne([...a.poa, a.row])).toBe(true)
      const between = by(weights.map((weight, i) => 0.3 * weight + 0.7 * (others[i] ?? 0)))
      for (const [i, poa] of between.poa.entries())
        expect(poa).toBeCloseTo(0.3 * (a.poa[i] ?? 0) + 0.7 * (b.poa[i] ?? 0), 12)
      expect(between.row).toBeCloseTo(0.3 * a.row + 0.7 * b.row, 12)
    }
  })

  test('PROB-210 normalising keeps the proportions, and divides evenly where there are none', () => {
    expect(normalised([0.3, 0.6, 0.3])).toEqual([0.25, 0.5, 0.25])
    expect(normalised([0, 0])).toEqual([0.5, 0.5])
    expect(addsUpToOne(normalised([0.1, 0.2, 0.4]))).toBe(true)
    expect([addsUpToOne([0.5, 0.4]), addsUpToOne([0.1, 0.2, 0.7])]).toEqual([false, true])
  })
})

describe('consensus', () => {
  const near = (values: number[]) => values.map((value) => expect.closeTo(value, 6))

  test('CONS-208 each way gives the rest of the world apart, and the spread over the evaluators', () => {
    const points = [
      [30, 20, 25, 10, 15],
      [40, 10, 20, 15, 15],
      [20, 30, 25, 20, 5],
    ]
    expect(consensusOf('mattson', points, null)).toEqual({
      poa: near([0.3, 0.2, 0.2333333, 0.15]),
      row: expect.closeTo(0.1166667, 6),
      least: near([0.2, 0.1, 0.2, 0.1, 0.05]),
      most: near([0.4, 0.3, 0.25, 0.2, 0.15]),
    })
    const scores = [
      [5, 10, 2, 1],
      [8, 8, 4, 2],
      [1, 6, 3, 2],
    ]
    const shares = consensusOf('proportional', scores, 0.15)
    expect([shares.poa, shares.row]).toEqual([near([0.205345, 0.402104, 0.15383, 0.088721]), 0.15])
    expect(shares.least.at(-1)).toBe(shares.most.at(-1))
    const letters = [
      ['G', 'A', 'C', 'D'],
      ['A', 'B', 'B', 'B'],
    ]
    const one = [1 / 17, 7 / 17, 5 / 17, 4 / 17]
    const other = [2 / 5, 1 / 5, 1 / 5, 1 / 5]
    const mean = one.map((share, i) => (share + (other[i] ?? 0)) / 2)
    expect(consensusOf('o-connor', letters, null)).toMatchObject({
      ...{ poa: near(mean.slice(0, 3)), row: expect.closeTo(mean[3] ?? 0, 6) },
      least: near(one.map((share, i) => Math.min(share, other[i] ?? 0))),
    })
  })

  test('CONS-208 P4 no probability is lost, whatever the way', () => {
    const random = numbers(3)
    for (let round = 0; round < 30; round++) {
      const points = Array.from({ length: 4 }, () => normalised(some(random, 5)).map((share) => share * 100))
      const mean = consensusOf('mattson', points, null)
      expect(addsUpToOne([...mean.poa, mean.row])).toBe(true)
      const ratio = consensusOf('proportional', points, 0.2)
      expect(addsUpToOne([...ratio.poa, ratio.row])).toBe(true)
      const words = points.map((sheet) => sheet.map((one) => 'ABCDEFGHI'[Math.floor(one) % 9] ?? 'A'))
      const letters = consensusOf('o-connor', words, null)
      expect(addsUpToOne([...letters.poa, letters.row])).toBe(true)
    }
  })
})

describe('rings', () => {
  const shares = [0.25, 0.5, 0.75, 0.95]
  const within = [640, 1770, 3220, 9820].map((metres, i) => ({ share: shares[i] ?? 0, metres }))
  const box = (at: LatLng, x: number, y: number, size: number, scale = 1) =>
    [
      { x, y },
      { x: x + size, y },
      { x: x + size, y: y + size },
      { x, y: y + size },
    ].map((corner) => toLatLng(planeAt(at), { x: corner.x * scale, y: corner.y * scale }))

  test('RINGS-201 P4 the annuli hold what was found in them, and nothing is lost: the rest is outside the last', () => {
    const densities = annulusDensities(within)
    const mass = within.map(({ metres }, i) => {
      const inner = within[i - 1]?.metres ?? 0
      return (densities[i] ?? 0) * Math.PI * (metres ** 2 - inner ** 2)
    })
    expect(mass).toEqual([0.25, 0.25, 0.25, 0.2].map((share) => expect.closeTo(share, 12)))
    const ipp = { lat: 43.2, lng: 76.9 }
    // Squares that tile the last ring: all of what was found within it, to the edge.
    const side = 4000
    const tiles = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => [i - 3, j - 3] as const),
    )
    const sum = tiles
      .flat()
      .reduce((total, [i, j]) => total + poaByRings(ipp, box(ipp, i * side, j * side, side), within), 0)
    expect(sum).toBeCloseTo(0.95, 6)
  })

  test('RINGS-202 P5 it does not matter where on the map the IPP stands, nor in what unit the lengths are', () => {
    const here = { lat: 43.2, lng: 76.9 }
    const there = { lat: 51.17, lng: 71.45 }
    for (const [x, y, size] of [
      [100, -50, 700],
      [-2500, 800, 1200],
      [3000, 3000, 2500],
    ] as const) {
      const poa = poaByRings(here, box(here, x, y, size), within)
      expect(poaByRings(there, box(there, x, y, size), within)).toBeCloseTo(poa, 9)
      const double = within.map(({ share, metres }) => ({ share, metres: metres * 2 }))
      expect(poaByRings(here, box(here, x, y, size, 2), double)).toBeCloseTo(poa, 9)
    }
  })
})
