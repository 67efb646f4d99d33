import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeHitGrid, nearest } from '../../../client/map/hit-grid.ts'

const point = fc.record({ x: fc.integer({ min: -30, max: 330 }), y: fc.integer({ min: -30, max: 230 }) })

test('MAP-1 of two symbols on one spot the one drawn last is taken, whichever cell it is in', () => {
  const x = Float32Array.from([34, 30, 30, 34])
  const y = Float32Array.from([10, 10, 10, 10])
  expect(nearest(makeHitGrid(x, y, 4, 300, 200), 32, 10, 5)).toBe(3)
  expect(
    nearest(
      makeHitGrid(
        x.map((v) => 64 - v),
        y,
        4,
        300,
        200,
      ),
      32,
      10,
      5,
    ),
  ).toBe(3)
  expect(nearest(makeHitGrid(x, y, 4, 300, 200), 32, 10, 1.9)).toBe(-1)
})

test('MAP-1 the symbol under the pointer is the nearest within reach, of equals the one drawn last', () => {
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 80 }),
      point,
      fc.integer({ min: 1, max: 60 }),
      (points, at, reach) => {
        const grid = makeHitGrid(
          Float32Array.from(points, ({ x }) => x),
          Float32Array.from(points, ({ y }) => y),
          points.length,
          300,
          200,
        )
        let best = -1
        let least = reach * reach
        points.forEach(({ x, y }, i) => {
          const square = (x - at.x) ** 2 + (y - at.y) ** 2
          if (square <= least) {
            best = i
            least = square
          }
        })
        expect(nearest(grid, at.x, at.y, reach)).toBe(best)
      },
    ),
  )
})
