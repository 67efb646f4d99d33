import { expect, test } from 'vitest'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { annulusDensities, poaByRings, shareWithin } from '../../../shared/search-theory/find-rings.ts'

const ipp = { lat: 51.1694, lng: 71.4491 }
const plane = planeAt(ipp)
const box = (x: number, y: number, width: number, height: number): LatLng[] =>
  [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ].map((at) => toLatLng(plane, at))
const shares = [0.25, 0.5, 0.75, 0.95]
const rings = (...miles: number[]) =>
  shares.map((share, i) => ({ share, metres: (miles[i] ?? 0) * 1609.344 }))
const flat = rings(0.2, 0.6, 1.5, 7.9)

test('SEARCH-57 V29 the same density everywhere between two rings', () => {
  const perKm2 = (within: typeof flat) => annulusDensities(within).map((density) => density * 1e6)
  const near = (values: number[]) => values.map((value) => expect.closeTo(value, 5))
  expect(perKm2(flat)).toEqual(near([0.768126, 0.096016, 0.016257, 0.000409]))
  expect(perKm2(rings(0.8, 1.3, 4.1, 8.1))).toEqual(near([0.048008, 0.029262, 0.002032, 0.000504]))
})

test('SEARCH-57 V29 the annuli of the rings at 322, 966, 2,414 and 12,714 m', () => {
  expect(flat.map(({ metres }) => Math.round(metres))).toEqual([322, 966, 2414, 12714])
  const masses = [0.25, 0.25, 0.25, 0.2]
  const km2 = annulusDensities(flat).map((density, i) => (masses[i] ?? 0) / density / 1e6)
  expect(km2).toEqual([0.3255, 2.6037, 15.3783, 489.5031].map((area) => expect.closeTo(area, 4)))
})

test('SEARCH-63 V29 a distance between two rings has its share in a straight line', () => {
  expect(shareWithin(flat, 1_000)).toBeCloseTo(0.505936, 6)
  expect(shareWithin(flat, 0)).toBe(0)
  expect(flat.map(({ metres }) => shareWithin(flat, metres))).toEqual(shares)
  expect(shareWithin(flat, 50_000)).toBe(0.95)
})

test('SEARCH-57 V29 a segment has its area times the density', () => {
  expect(poaByRings(ipp, box(400, 0, 500, 500 / 2), flat)).toBeCloseTo(0.024004 / 2, 5)
  expect(poaByRings(ipp, box(-900, -125, 500, 250), flat)).toBeCloseTo(0.024004 / 2, 5)
})

test('SEARCH-57 V30 a segment over a ring has a part of each side', () => {
  const dry = rings(0.3, 1, 2.2, 7.3)
  const [inner = 0, outer = 0] = annulusDensities(dry).map((density) => density * 1e6)
  expect(inner).toBeCloseTo(0.25 / 0.732302, 5)
  expect(outer).toBeCloseTo(0.25 / 7.404386, 5)
  expect(0.2 * inner + 0.3 * outer).toBeCloseTo(0.078407, 6)
  // A square around the IPP and one in the second ring, joined by a line without area.
  const [one, two] = [Math.sqrt(0.2e6), Math.sqrt(0.3e6)]
  const [left, right] = [box(-one / 2, -one / 2, one, one), box(600, -two / 2, two, two)]
  const [edge, other] = [
    { x: one / 2, y: 0 },
    { x: 600, y: 0 },
  ].map((at) => toLatLng(plane, at)) as [LatLng, LatLng]
  const both = [...left.slice(0, 2), edge, other, ...right, other, edge, ...left.slice(2)]
  expect(poaByRings(ipp, both, dry)).toBeCloseTo(0.078407, 6)
  // A quarter of the plane: a quarter of everything that was found within the last ring.
  expect(poaByRings(ipp, box(0, 0, 20_000, 20_000), dry)).toBeCloseTo(0.95 / 4, 6)
  const halves = poaByRings(ipp, box(100, 50, 900, 300), dry) + poaByRings(ipp, box(1000, 50, 900, 300), dry)
  expect(poaByRings(ipp, box(100, 50, 1800, 300), dry)).toBeCloseTo(halves, 9)
})
