import { expect, test } from 'vitest'
import { ringText, typedRing } from '../../../shared/city/typed-ring.ts'
import { clipRing, cutOff } from '../../../shared/geo/clip-ring.ts'
import { compileGeofence } from '../../../shared/geo/geofence.ts'
import { gridOver } from '../../../shared/geo/grid-over.ts'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { simplified } from '../../../shared/geo/simplify.ts'
import { points } from './rings.ts'

const area = points([0, 0], [1000, 0], [1000, 1000], [0, 1000])
const box = (west: number, south: number, side: number) =>
  points([west, south], [west + side, south], [west + side, south + side], [west, south + side])
const left = (ring: ReturnType<typeof box>) =>
  clipRing(ring, area).map((part) => Math.round(ringArea(part) / 1000) * 1000)

test.each([
  ['inside: itself', box(100, 100, 200), [40_000]],
  ['half over the edge', box(900, 100, 200), [20_000]],
  ['over a corner', box(900, 900, 200), [10_000]],
  ['outside: nothing', box(2000, 0, 200), []],
  ['only touching', box(1000, 0, 200), []],
  ['around all of it: the area', box(-500, -500, 2500), [1_000_000]],
  [
    'two pieces of a horseshoe',
    points(
      [100, 800],
      [400, 800],
      [400, 1200],
      [600, 1200],
      [600, 800],
      [900, 800],
      [900, 1400],
      [100, 1400],
    ),
    [60_000, 60_000],
  ],
])('SEG-241 of an outline beyond the area only what is inside is kept: %s', (_, ring, expected) => {
  expect(left(ring)).toEqual(expected)
})

test.each([
  ['inside: nothing', box(100, 100, 200), []],
  ['half over the edge', box(900, 100, 200), [20_000]],
  ['over a corner', box(900, 900, 200), [30_000]],
  ['outside: itself', box(2000, 0, 200), [40_000]],
  ['only touching: itself', box(1000, 0, 200), [40_000]],
  ['around all of it: nothing, a ring has no hole', box(-500, -500, 2500), []],
])('SEG-245 what of an outline stands over another segment is cut off: %s', (_, ring, expected) => {
  expect(cutOff(ring, area).map((part) => Math.round(ringArea(part) / 1000) * 1000)).toEqual(expected)
})

test('SEG-245 where both were drawn along the same line, typed to a metre, no strip of centimetres stays', () => {
  const beside = points([500, 0.2], [1500, 0.2], [1500, 1000.3], [500, 1000.3])
  const [part, ...more] = cutOff(beside, area)
  expect(more).toEqual([])
  expect(part).toHaveLength(4)
  expect(Math.round(ringArea(part ?? []) / 1000)).toBe(500)
  const typed = typedRing(null, ringText(part ?? []), 'en')
  expect(typed).toMatchObject({ ring: expect.any(Array) })
})

test('SEG-243 a grid over a bent area has a piece for each arm, adds up to it, and none reaches beyond', () => {
  const bent = points([0, 0], [900, 0], [900, 900], [600, 900], [600, 300], [300, 300], [300, 900], [0, 900])
  const grid = gridOver(bent, 1, 2)
  expect(grid.map((cell) => Math.round(ringArea(cell) / 1000))).toEqual([135, 135, 360])
  const sum = grid.reduce((total, cell) => total + ringArea(cell), 0)
  expect(sum / ringArea(bent)).toBeCloseTo(1, 3)
  const fence = compileGeofence(bent)
  for (const cell of grid)
    for (const { lat, lng } of cell) expect(fence.margin(lat, lng)).toBeGreaterThan(-0.1)
  expect(gridOver(points([0, 0], [30, 0], [30, 30], [0, 30]), 3, 3)).toHaveLength(9)
})

test('SEG-242 a simplified line keeps its ends and strays by no more than was allowed', () => {
  const line = points(...Array.from({ length: 200 }, (_, i): [number, number] => [i * 10, Math.sin(i)]))
  expect(simplified(line, 3)).toHaveLength(2)
  const bent = points([0, 0], [500, 1], [500, 400], [1000, 400])
  expect(simplified(bent, 3)).toHaveLength(4)
  expect(simplified([], 3)).toEqual([])
})
