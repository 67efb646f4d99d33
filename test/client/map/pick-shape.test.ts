import { expect, test } from 'vitest'
import { worldSize, worldX, worldY } from '../../../client/map/mercator.ts'
import { pickShape } from '../../../client/map/pick-shape.ts'
import type { Shape } from '../../../client/map/shapes.ts'
import type { View } from '../../../client/map/view.ts'

const scale = worldSize(15)
const view = { scale, left: worldX(76.9) * scale, top: worldY(43.24) * scale } as View
/** A place so many pixels right of and below the corner of the view. */
const at = (x: number, y: number) => ({
  lng: ((view.left + x) / scale) * 360 - 180,
  lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * (view.top + y)) / scale))) * 180) / Math.PI,
})
const square = (x: number, y: number, side: number) => [
  at(x, y),
  at(x + side, y),
  at(x + side, y + side),
  at(x, y + side),
]
const shapes: Shape[] = [
  { kind: 'perimeter', id: 'perimeter', ring: square(0, 0, 600) },
  { kind: 'area', id: 'small', ring: square(60, 60, 120), letter: 'B' },
  { kind: 'area', id: 'large', ring: square(50, 50, 400), letter: 'A' },
  { kind: 'post', id: 'post', at: at(300, 300), number: '1', need: 1, have: 1 },
  { kind: 'clue', id: 'clue', at: at(400, 120) },
]
const pick = (x: number, y: number) => pickShape(view, shapes, x, y)?.id ?? null

test('MAP-11 a click takes the symbol before the area, and the smallest area around the pointer', () => {
  expect(pick(305, 296)).toBe('post')
  expect(pick(400, 110)).toBe('clue')
  expect(pick(75, 75)).toBe('small')
  expect(pick(350, 400)).toBe('large')
})

test('MAP-11 a perimeter is taken by its line only', () => {
  expect(pick(300, 3)).toBe('perimeter')
  expect(pick(2, 590)).toBe('perimeter')
  expect(pick(520, 520)).toBeNull()
})
