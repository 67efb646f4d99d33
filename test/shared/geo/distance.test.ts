import { expect, test } from 'vitest'
import { bearing, distance, polylineLength } from '../../../shared/geo/distance.ts'

const astana = { lat: 51.1694, lng: 71.4491 }

test.each([
  ['north', { lat: 51.1784, lng: 71.4491 }, 1000.7557, 4],
  ['east', { lat: 51.1694, lng: 71.4634 }, 997.0179, 4],
  ['Almaty', { lat: 43.222, lng: 76.8512 }, 972766.99, 2],
  ['one degree of latitude', { lat: 52.1694, lng: 71.4491 }, 111195.0802, 4],
])('GEO-1 V32 distance from Astana: %s', (_, to, metres, digits) => {
  expect(distance(astana, to)).toBeCloseTo(metres, digits)
  expect(distance(to, astana)).toBeCloseTo(metres, digits)
})

test('GEO-1 V32 a polyline is as long as its steps', () => {
  expect(polylineLength([astana, { lat: 51.1784, lng: 71.4491 }, astana])).toBeCloseTo(2 * 1000.7557, 3)
  expect(polylineLength([astana])).toBe(0)
  expect(polylineLength([])).toBe(0)
})

test.each([
  [{ lat: 52, lng: 71.4491 }, 0],
  [{ lat: 51.1694, lng: 71.45 }, 90],
  [{ lat: 51, lng: 71.4491 }, 180],
  [{ lat: 51.1694, lng: 71.448 }, 270],
])('GEO-1 the bearing to %j is %d degrees', (to, degrees) => {
  expect(bearing(astana, to)).toBeCloseTo(degrees, 2)
})
