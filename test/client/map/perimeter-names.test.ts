import { expect, test } from 'vitest'
import { drawPerimeterName } from '../../../client/map/draw-ground-shapes.ts'
import { makeOccupancy } from '../../../client/map/occupancy.ts'
import type { Perimeter } from '../../../client/map/shapes.ts'
import type { View } from '../../../client/map/view.ts'

/** A view of 600 × 400 pixels that notes what is written and where; a letter is 6 pixels wide. */
function viewNoting() {
  const written: { text: string; x: number; y: number }[] = []
  const ctx = {
    measureText: (text: string) => ({ width: 6 * text.length }),
    strokeText() {},
    fillText: (text: string, x: number, y: number) => void written.push({ text, x, y }),
  }
  const scale = 256 * 2 ** 14
  const view = { ctx, ink: {}, zoom: 14, width: 600, height: 400, scale, left: 0.5 * scale, top: 0.5 * scale }
  return { view: view as unknown as View, written }
}

/** A square some 200 pixels wide whose upper left corner is there. */
function square(x: number, y: number, label: string): Perimeter {
  const degrees = 360 / (256 * 2 ** 14)
  const at = (dx: number, dy: number) => ({ lat: -(y + dy) * degrees, lng: (x + dx) * degrees })
  return {
    ...{ kind: 'perimeter', id: label, label },
    ring: [at(0, 0), at(200, 0), at(200, 200), at(0, 200)],
  } as Perimeter
}

test('MAP-21 the name of a perimeter is left out where another name stands, and stands where there is room', () => {
  const { view, written } = viewNoting()
  const taken = makeOccupancy(view.width, view.height, 6)
  drawPerimeterName(view, square(50, 100, 'Perimeter 1'), taken)
  drawPerimeterName(view, square(80, 104, 'Perimeter 2'), taken)
  drawPerimeterName(view, square(80, 160, 'Perimeter 3'), taken)
  expect([...new Set(written.map(({ text }) => text))]).toEqual(['Perimeter 1', 'Perimeter 3'])
})
