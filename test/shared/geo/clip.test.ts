import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsInside } from '../../../shared/geo/clip.ts'
import { polylineLength } from '../../../shared/geo/distance.ts'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'
import { notched, points, square } from './rings.ts'

const lengthInside = (ring: Ring, line: LatLng[]) =>
  partsInside(ring, line).reduce((sum, part) => sum + polylineLength(part), 0)

test.each<[string, [number, number][], number]>([
  [
    'straight through',
    [
      [-20, 50],
      [120, 50],
    ],
    100,
  ],
  [
    'starts inside',
    [
      [50, 50],
      [50, 150],
    ],
    50,
  ],
  [
    'wholly inside, with a turn',
    [
      [10, 10],
      [60, 10],
      [60, 40],
    ],
    80,
  ],
  [
    'wholly outside',
    [
      [-10, -10],
      [110, -10],
    ],
    0,
  ],
  [
    'through two corners',
    [
      [-50, -50],
      [150, 150],
    ],
    100 * Math.SQRT2,
  ],
  [
    'out and back in',
    [
      [50, 50],
      [150, 50],
      [50, 50],
    ],
    100,
  ],
])('GEO-7 length inside a square: %s', (_, track, metres) => {
  expect(lengthInside(square, points(...track))).toBeCloseTo(metres, 1)
})

test('GEO-7 a notch does not count', () => {
  expect(lengthInside(notched, points([-20, 60], [120, 60]))).toBeCloseTo(80, 1)
})

test('GEO-7 the parts of a divided area add up to the whole, along the shared border too', () => {
  const whole = points([0, 0], [200, 0], [200, 100], [0, 100])
  const [sw, se, ne, nw] = whole as [
    (typeof whole)[0],
    (typeof whole)[0],
    (typeof whole)[0],
    (typeof whole)[0],
  ]
  const [south, north] = points([100, 0], [100, 100]) as [typeof sw, typeof sw]
  const west = [sw, south, north, nw]
  const east = [south, se, ne, north]
  expect(lengthInside(west, [south, north]) + lengthInside(east, [south, north])).toBeCloseTo(100, 1)
  const metre = fc.integer({ min: -50, max: 250 })
  fc.assert(
    fc.property(fc.array(fc.tuple(metre, metre), { minLength: 2, maxLength: 12 }), (track) => {
      const line = points(...track)
      const parts = lengthInside(west, line) + lengthInside(east, line)
      expect(parts).toBeLessThanOrEqual(polylineLength(line) + 1e-6)
      expect(parts).toBeCloseTo(lengthInside(whole, line), 4)
    }),
  )
})
