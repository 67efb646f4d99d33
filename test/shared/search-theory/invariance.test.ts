import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { allocate, successOf } from '../../../shared/search-theory/allocation.ts'
import { annulusDensities, poaByRings } from '../../../shared/search-theory/find-rings.ts'
import { segmentCoverage } from '../../../shared/search-theory/segment-coverage.ts'

const anywhere = fc.record({
  lat: fc.double({ min: 41, max: 55, noNaN: true }),
  lng: fc.double({ min: 47, max: 87, noNaN: true }),
})
const point = fc.tuple(fc.integer({ min: -60, max: 460 }), fc.integer({ min: -60, max: 360 }))
const way = fc.array(point, { minLength: 2, maxLength: 8 })
const outline: [number, number][] = [
  [0, 0],
  [400, 0],
  [330, 300],
  [150, 180],
]

test('SAR-3 P5 a sweep is worth the same wherever on the map the segment and its ways lie', () => {
  fc.assert(
    fc.property(anywhere, fc.array(way, { minLength: 1, maxLength: 3 }), (there, ways) => {
      const at = (origin: { lat: number; lng: number }) => {
        const plane = planeAt(origin)
        const points = (metres: [number, number][]) => metres.map(([x, y]) => toLatLng(plane, { x, y }))
        const tracks = ways.map((line) => ({
          ...{ who: 'somebody', lines: [points(line)], sweepWidth: { metres: 30 } },
        }))
        return segmentCoverage(points(outline), tracks)
      }
      const [one, other] = [at({ lat: 43.24, lng: 76.9 }), at(there)]
      expect(other.area / one.area).toBeCloseTo(1, 3)
      expect(other.coverage - one.coverage).toBeCloseTo(0, 2)
      expect(other.pod).toBeCloseTo(one.pod, 2)
    }),
    { numRuns: 60 },
  )
})

const segments = fc.array(
  fc.record({
    mass: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
    rate: fc.double({ min: 0.01, max: 2, noNaN: true }),
  }),
  { minLength: 1, maxLength: 8 },
)

test('SAR-4 P5 the best split is the same in hours, minutes or seconds, and for masses in hundredths', () => {
  fc.assert(
    fc.property(
      segments,
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      fc.constantFrom(60, 3600),
      (all, hours, parts) => {
        const shares = allocate(all, hours)
        const finer = all.map(({ mass, rate }) => ({ mass: mass * 100, rate: rate / parts }))
        const inParts = allocate(finer, hours * parts)
        for (const [i, share] of inParts.entries()) expect(share / parts).toBeCloseTo(shares[i] ?? -1, 6)
        expect(successOf(finer, inParts) / 100).toBeCloseTo(successOf(all, shares), 9)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('SAR-5 P5 rings in miles and in metres, here and elsewhere, give a segment the same probability', () => {
  const shares = [0.25, 0.5, 0.75, 0.95]
  const square = fc.record({
    x: fc.integer({ min: -4_000, max: 4_000 }),
    y: fc.integer({ min: -4_000, max: 4_000 }),
    side: fc.integer({ min: 50, max: 3_000 }),
  })
  fc.assert(
    fc.property(
      anywhere,
      square,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (there, { x, y, side }, unit) => {
        const poa = (ipp: { lat: number; lng: number }, scale: number) => {
          const within = [640, 1770, 3220, 9820].map((metres, i) => ({
            ...{ share: shares[i] ?? 0, metres: metres * scale },
          }))
          const ring = [
            [x, y],
            [x + side, y],
            [x + side, y + side],
            [x, y + side],
          ].map(([x = 0, y = 0]) => toLatLng(planeAt(ipp), { x: x * scale, y: y * scale }))
          expect(annulusDensities(within)[0]).toBeCloseTo(0.25 / (Math.PI * (640 * scale) ** 2), 12)
          return poaByRings(ipp, ring, within)
        }
        expect(poa(there, 1)).toBeCloseTo(poa({ lat: 43.2, lng: 76.9 }, unit), 8)
      },
    ),
    { numRuns: 300 },
  )
})
