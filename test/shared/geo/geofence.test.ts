import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance } from '../../../shared/geo/distance.ts'
import { compileGeofence, inRing, marginTo } from '../../../shared/geo/geofence.ts'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { toLatLng } from '../../../shared/geo/plane.ts'
import { notched, plane, points, square } from './rings.ts'

const at = (x: number, y: number): LatLng => toLatLng(plane, { x, y })

test.each([
  ['a corner', 0, 0],
  ['the middle of the south edge', 50, 0],
  ['the middle of the east edge', 100, 50],
  ['the north edge', 33, 100],
  ['the west edge', 0, 71],
  ['inside', 1, 1],
])('GEO-4 the border is inside: %s', (_, x, y) => {
  expect(inRing(square, at(x, y))).toBe(true)
})

test.each([
  ['10 cm south', 50, -0.1],
  ['10 cm east', 100.1, 50],
  ['on the line of an edge', 130, 0],
  ['not a number', Number.NaN, 50],
])('GEO-4 outside is outside: %s', (_, x, y) => {
  expect(inRing(square, at(x, y))).toBe(false)
})

test('GEO-4 a notch is outside', () => {
  expect(inRing(notched, at(50, 60))).toBe(false)
  expect(inRing(notched, at(50, 10))).toBe(true)
  expect(inRing(notched, at(20, 60))).toBe(true)
})

describe('GEO-5 the margin', () => {
  test.each([
    [50, 50, 50],
    [10, 50, 10],
    [-7, 50, -7],
    [-30, -40, -50],
    [100, 100, 0],
  ])('of (%d, %d) in the square is %d m', (x, y, metres) => {
    expect(marginTo(square, at(x, y))).toBeCloseTo(metres, 2)
  })

  test('in a notch is negative and to the nearer side', () => {
    expect(marginTo(notched, at(47, 60))).toBeCloseTo(-7, 2)
  })

  test('agrees with containment and with the great circle to points of the border', () => {
    const fence = compileGeofence(notched)
    const coordinate = fc.double({ min: -150, max: 250, noNaN: true })
    const border = notched.flatMap((a, i) => {
      const b = notched[(i + 1) % notched.length] as LatLng
      return Array.from({ length: 101 }, (_, step) => ({
        lat: a.lat + ((b.lat - a.lat) * step) / 100,
        lng: a.lng + ((b.lng - a.lng) * step) / 100,
      }))
    })
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const point = at(x, y)
        const margin = fence.margin(point.lat, point.lng)
        const nearest = Math.min(...border.map((b) => distance(point, b)))
        expect(Math.abs(margin)).toBeLessThanOrEqual(nearest + 0.01)
        expect(Math.abs(margin)).toBeGreaterThan(nearest - 0.6)
        if (Math.abs(margin) > 0.02) expect(fence.contains(point.lat, point.lng)).toBe(margin > 0)
      }),
    )
  })

  test('is true to a metre at the border of a perimeter 10 km wide', () => {
    const wide = points([-5000, -5000], [5000, -5000], [5000, 5000], [-5000, 5000])
    const corner = wide[2] as LatLng
    const point = { lat: corner.lat - 0.03, lng: corner.lng - 0.01 }
    const expected = distance(point, { lat: point.lat, lng: corner.lng })
    expect(marginTo(wide, point)).toBeCloseTo(expected, 0)
  })
})
