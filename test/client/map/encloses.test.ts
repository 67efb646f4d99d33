import { expect, test } from 'vitest'
import { encloses } from '../../../client/map/encloses.ts'

const bay = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 50, y: 20 },
  { x: 0, y: 100 },
]

test.each([
  [10, 50, true],
  [90, 50, true],
  [50, 10, true],
  [50, 50, false],
  [120, 10, false],
  [50, -1, false],
])('MAP-15 whether a line runs around the point %i, %i', (x, y, inside) => {
  expect(encloses(bay, x, y)).toBe(inside)
  expect(encloses([...bay].reverse(), x, y)).toBe(inside)
})

test('MAP-15 a line that is no more than a stroke holds nobody', () => {
  expect(encloses([{ x: 1, y: 1 }], 1, 1)).toBe(false)
  expect(encloses([], 1, 1)).toBe(false)
})
