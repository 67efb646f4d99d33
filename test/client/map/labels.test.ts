import { expect, test } from 'vitest'
import type { BaseLabel } from '../../../client/map/base-labels.ts'
import { placeCityLabels, placeTownLabels, stepsAlong } from '../../../client/map/base-labels.ts'
import { flagAlarm, flagSelected } from '../../../client/map/carriers.ts'
import { claim, claimAlong, isFree, makeOccupancy, take } from '../../../client/map/occupancy.ts'
import { keptFree, wordsFrom } from '../../../client/map/paint-words.ts'
import { cityOf } from '../../../shared/city/city.ts'

const city = cityOf(11)
const measure = (text: string) => 6 * text.length

/** Middles of the squares a label covers, a few pixels apart. */
function spotsOf({ x, y, angle, width }: BaseLabel) {
  const spots = []
  for (let at = -width / 2 + 3; at <= width / 2 - 3; at += 3)
    spots.push({ x: x + Math.cos(angle) * at, y: y + Math.sin(angle) * at })
  return spots
}

test.each([13, 14, 16])('MAP-2 labels of the city do not cover one another at zoom %i', (zoom) => {
  const labels = placeCityLabels(city, zoom, 'ru', measure)
  expect(labels.length).toBeGreaterThan(10)
  const cells = new Map<string, number>()
  labels.forEach((label, i) => {
    for (const { x, y } of spotsOf(label)) {
      const cell = `${Math.floor(x / 5)} ${Math.floor(y / 5)}`
      expect(cells.get(cell) ?? i).toBe(i)
      cells.set(cell, i)
    }
  })
})

test('MAP-2 the same zoom and language give the same labels, main roads first', () => {
  const labels = placeCityLabels(city, 13, 'kk', measure)
  expect(placeCityLabels(city, 13, 'kk', measure)).toEqual(labels)
  expect(labels.every(({ text }) => text.endsWith('даңғылы'))).toBe(true)
})

test('MAP-2 text along a road stands upright and reads from the south to the north', () => {
  const up = stepsAlong(
    [
      { x: 0, y: 1000 },
      { x: 0, y: 0 },
    ],
    300,
    150,
    60,
  )
  const down = stepsAlong(
    [
      { x: 0, y: 0 },
      { x: 0, y: 1000 },
    ],
    300,
    150,
    60,
  )
  expect(up.map(({ y }) => y)).toEqual([850, 550, 250])
  for (const { angle } of [...up, ...down]) expect(angle).toBeCloseTo(-Math.PI / 2)
})

test('MAP-2 a small town gives way to a large one, and one without a name in the language is left out', () => {
  const name = (kk: string) => ({ kk, ru: kk, en: 'Town' })
  const towns = [
    { lat: 50, lng: 70, thousands: 500, abroad: false, name: name('Үлкен') },
    { lat: 50.001, lng: 70.001, thousands: 300, abroad: false, name: name('Кіші') },
    { lat: 45, lng: 60, thousands: 400, abroad: false, name: name('Town') },
  ]
  expect(placeTownLabels(towns, 6, 'kk', measure).map(({ text }) => text)).toEqual(['Үлкен'])
})

test('MAP-3 a taken box is refused to the next one, also to a slanted one, and a free one is not', () => {
  const of = makeOccupancy(300, 200, 6)
  expect(claim(of, 10, 10, 60, 20)).toBe(true)
  expect(claim(of, 50, 15, 90, 30)).toBe(false)
  expect(isFree(of, 70, 10, 90, 20)).toBe(true)
  expect(claimAlong(of, 100, 100, 150, 180, 5)).toBe(true)
  expect(isFree(of, 122, 138, 126, 142)).toBe(false)
  expect(isFree(of, 100, 170, 110, 180)).toBe(true)
  take(of, -50, -50, 400, 400)
  expect(isFree(of, 290, 190, 299, 199)).toBe(false)
})

test.each([0, flagSelected, flagAlarm])(
  'MAP-19 a symbol leaves room for its own words wherever it stands',
  (flags) => {
    for (const scale of [1, 1.5])
      for (let x = 100; x < 112; x += 0.25) {
        const of = makeOccupancy(300, 100, 6)
        const kept = keptFree(flags, scale)
        take(of, x - kept, 50 - kept, x + kept, 50 + kept)
        const from = wordsFrom(flags, scale)
        expect(isFree(of, x + from, 44, x + from + 60, 56)).toBe(true)
        expect(isFree(of, x - from - 60, 44, x - from, 56)).toBe(true)
        expect(isFree(of, x, 44, x + 60, 56)).toBe(false)
      }
  },
)
