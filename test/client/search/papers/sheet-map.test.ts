import { expect, test } from 'vitest'
import { sheetMap } from '../../../../client/search/papers/sheet-map.ts'
import { planeAt, toLatLng } from '../../../../shared/geo/plane.ts'

const plane = planeAt({ lat: 43.2, lng: 76.9 })
const at = (x: number, y: number) => toLatLng(plane, { x, y })
const size = { width: 300, height: 200, margin: 10 }

test('SEARCH-UI-60 the map of a team sheet shows the whole segment, north up, with a bar of round metres', () => {
  const ring = [at(-300, -450), at(300, -450), at(300, 450), at(-300, 450)]
  const { outline, marks, scale } = sheetMap(ring, [at(0, 400), at(5_000, 0)], size)
  expect(Math.min(...outline.map(({ y }) => y))).toBeCloseTo(10, 1)
  expect(Math.max(...outline.map(({ y }) => y))).toBeCloseTo(190, 1)
  expect(marks).toHaveLength(1)
  expect(marks[0]?.y).toBeLessThan(40)
  expect(scale.metres).toBe(200)
  expect(scale.length).toBeCloseTo((200 * 180) / 900, 0)
})
