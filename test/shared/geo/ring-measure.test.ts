import { expect, test } from 'vitest'
import { boxCentre, boxOf, inBox } from '../../../shared/geo/box.ts'
import { toMetres } from '../../../shared/geo/plane.ts'
import { centroid, ringArea } from '../../../shared/geo/ring-measure.ts'
import { notched, plane, points, square } from './rings.ts'

test('GEO-3 the box holds every point and nothing beyond them', () => {
  const box = boxOf(square)
  expect(square.every(({ lat, lng }) => inBox(box, lat, lng))).toBe(true)
  expect(toMetres(plane, boxCentre(box)).x).toBeCloseTo(50, 6)
  expect(inBox(box, box.north + 1e-9, box.east)).toBe(false)
  expect(inBox(boxOf([]), 0, 0)).toBe(false)
})

test('GEO-3 the area is in square metres and the same in both directions', () => {
  expect(ringArea(square)).toBeCloseTo(10_000, 0)
  expect(ringArea([...square].reverse())).toBeCloseTo(10_000, 0)
  expect(ringArea(notched)).toBeCloseTo(10_000 - 20 * 80, 0)
})

test('GEO-3 the centroid is the centre of area, not of the corners', () => {
  const ring = points([0, 0], [50, 0], [100, 0], [100, 60], [0, 60])
  const { x, y } = toMetres(plane, centroid(ring))
  expect(x).toBeCloseTo(50, 3)
  expect(y).toBeCloseTo(30, 3)
})
