import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFenceMap } from '../../../shared/geo/fence-map.ts'
import { compileGeofence } from '../../../shared/geo/geofence.ts'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'

const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180

/** The plain rules, edge by edge: on the border within a centimetre, else a ray to the east. */
function plain(ring: Ring, { lat, lng }: LatLng): { inside: boolean; toBorder: number } {
  let odd = false
  let toBorder = Infinity
  const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  for (const [i, b] of ring.entries()) {
    const a = ring.at(i - 1) as LatLng
    if (a.lat > lat !== b.lat > lat && lng < ((b.lng - a.lng) * (lat - a.lat)) / (b.lat - a.lat) + a.lng)
      odd = !odd
    const [ax, ay] = [(a.lng - lng) * perLng, (a.lat - lat) * METRES_PER_DEGREE]
    const [dx, dy] = [(b.lng - a.lng) * perLng, (b.lat - a.lat) * METRES_PER_DEGREE]
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
    toBorder = Math.min(toBorder, Math.hypot(ax + share * dx, ay + share * dy))
  }
  return { inside: odd || toBorder <= 0.01, toBorder }
}

/** Half a cell of the map's finest raster: corners and points on it lie on borders, corners and middles of cells. */
const HALF = 2 ** -13
const south = 43.2 - (43.2 % HALF)
const west = 76.9 - (76.9 % HALF)
const onLattice = (most: number, unit: number) =>
  fc
    .record({ lat: fc.nat(most), lng: fc.nat(most) })
    .map(({ lat, lng }) => ({ lat: south + lat * unit, lng: west + lng * unit }))
const anywhere = (most: number) =>
  fc.record({
    lat: fc.double({ min: south - HALF, max: south + most * HALF, noNaN: true }),
    lng: fc.double({ min: west - HALF, max: west + most * HALF, noNaN: true }),
  })

/** Rings that touch and cross themselves, run back on themselves, lie along borders of cells, or are slivers. */
const scene = fc.constantFrom(6, 20, 120, 300, 2000).chain((most) =>
  fc.record({
    ring: fc.oneof(
      fc.array(onLattice(most, HALF), { minLength: 3, maxLength: 12 }),
      fc.array(fc.oneof(onLattice(most, HALF), anywhere(most)), { minLength: 3, maxLength: 30 }),
      onLattice(most, HALF).map(({ lat, lng }) => [
        { lat: south, lng: west },
        { lat, lng },
        { lat: lat + 1e-7, lng: lng + 3e-7 },
        { lat: south, lng: west + 4e-7 },
      ]),
    ),
    points: fc.array(fc.oneof(onLattice(2 * most, HALF / 2), onLattice(most, HALF), anywhere(most)), {
      minLength: 100,
      maxLength: 100,
    }),
  }),
)

test('GEO-11 a raster says of every point what the plain rule says, however border and point lie to its cells', () => {
  let inside = 0
  let onBorder = 0
  fc.assert(
    fc.property(scene, ({ ring, points }: { ring: Ring; points: LatLng[] }) => {
      const map = makeFenceMap<string>()
      map.put('ring', ring)
      const fence = compileGeofence(ring)
      const edges = ring.map((b, i) => {
        const a = ring.at(i - 1) as LatLng
        return { lat: (a.lat + b.lat) / 2, lng: (a.lng + b.lng) / 2 }
      })
      // On a level with each corner, where a ray meets two edges at once.
      const level = ring.flatMap(({ lat, lng }, i) => [
        { lat, lng: points[i]?.lng ?? lng },
        { lat: points[i]?.lat ?? lat, lng },
      ])
      for (const at of [...points, ...ring, ...edges, ...level, ...points]) {
        const should = plain(ring, at)
        if (Math.abs(should.toBorder - 0.01) < 1e-6) continue
        expect({
          at,
          map: map.at(at.lat, at.lng).count === 1,
          fence: fence.contains(at.lat, at.lng),
        }).toEqual({
          ...{ at, map: should.inside, fence: should.inside },
        })
        if (should.inside) inside++
        if (should.toBorder <= 0.01) onBorder++
      }
    }),
    { numRuns: 600 },
  )
  expect(inside).toBeGreaterThan(10_000)
  expect(onBorder).toBeGreaterThan(5_000)
})

test('GEO-11 a centimetre from the border decides, also near the pole and at the edge of the map', () => {
  const cm = 0.01 / METRES_PER_DEGREE
  for (const lat of [-89.5, -76, -75, 0, 43, 74.999, 75, 76, 89.5])
    for (const lng of [-180, 0, 76.9, 179]) {
      const ring = [
        { lat, lng },
        { lat, lng: lng + 0.5 },
        { lat: lat + 0.3, lng: lng + 0.5 },
        { lat: lat + 0.3, lng },
      ]
      const map = makeFenceMap<string>()
      map.put('ring', ring)
      const middle = lat + 0.1234
      const east = lng + 0.5
      const cmLng = cm / Math.cos((middle * Math.PI) / 180)
      const holds = (at: LatLng) => map.at(at.lat, at.lng).count
      expect([
        holds({ lat: lat - 0.9 * cm, lng: lng + 0.2 }),
        holds({ lat: lat - 1.1 * cm, lng: lng + 0.2 }),
        holds({ lat: middle, lng: east + 0.9 * cmLng }),
        holds({ lat: middle, lng: east + 1.1 * cmLng }),
        holds({ lat: middle, lng: east - 0.1 }),
      ]).toEqual([1, 0, 1, 0, 1])
    }
})
