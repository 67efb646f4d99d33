import { expect, test } from 'vitest'
import { sameWalk } from '../../../server/imports/same-walk.ts'

const metre = 1 / 111_195
const walk = Array.from({ length: 120 }, (_, i) => ({
  at: 1_000_000 + i * 5_000,
  lat: 43.2 + (i * 6 + 2 * Math.sin(i)) * metre,
  lng: 76.9 + 3 * Math.cos(i / 7) * metre,
}))
const changed = (to: (point: (typeof walk)[number], i: number) => Partial<(typeof walk)[number]>) =>
  walk.map((point, i) => ({ ...point, ...to(point, i) }))

test.each([
  ['the same', walk],
  ['cut short', walk.slice(30, 70)],
  ['every third point', walk.filter((_, i) => i % 3 === 0)],
  [
    'degrees of five digits',
    changed(({ lat, lng }) => ({ lat: Number(lat.toFixed(5)), lng: Number(lng.toFixed(5)) })),
  ],
  ['times rounded', changed(({ at }, i) => ({ at: at + (i % 2) * 999 }))],
  ['times five hours off', changed(({ at }) => ({ at: at + 5 * 3_600_000 }))],
  [
    'joined to a new walk of the same length',
    [...walk, ...changed(({ at, lat }) => ({ at: at + 1e7, lat: lat + 0.1 }))],
  ],
])('SEG-230 the same walk in another file is the same walk: %s', (_, points) => {
  expect(sameWalk(points, walk)).toBe(true)
})

test.each([
  ['three metres to the side', changed(({ lng }) => ({ lng: lng + 3 * metre }))],
  [
    'the same path a minute later, as another receiver has it',
    changed(({ at, lat, lng }, i) => ({
      at: at + 60_000,
      lat: lat + Math.sin(i * 3) * metre,
      lng: lng + Math.cos(i * 5) * metre,
    })),
  ],
])('SEG-231 another walk is another walk: %s', (_, points) => {
  expect(sameWalk(points, walk)).toBe(false)
})
