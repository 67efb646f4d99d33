import { expect, test } from 'vitest'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import { insideOnly } from '../../../../shared/search/segments/inside-only.ts'

test('SEARCH-UI-13 of a way only the parts inside the segment are shown, each by itself', () => {
  const centre = { lat: 43.2, lng: 76.9 }
  const ring = squareRing(centre, 200)
  const at = (metres: number) => ({ lat: centre.lat + metres / 111_195, lng: centre.lng, at: metres })
  const way = [-300, -50, 0, 50, 300, 40, 20, 400, 10].map(at)
  const shown = insideOnly(ring, [way]).map((part) =>
    part.map(({ lat }) => Math.round((lat - centre.lat) * 111_195)),
  )
  expect(shown).toEqual([
    [-100, -50, 0, 50, 100],
    [100, 40, 20, 100],
    [100, 10],
  ])
  expect(insideOnly(ring, [[at(0)], []])).toEqual([])
})
