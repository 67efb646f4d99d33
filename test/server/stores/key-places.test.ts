import { expect, test } from 'vitest'
import { keyPlaces } from '../../../server/stores/embedded/key-places.ts'
import type { Key } from '../../../shared/kernel/ids.ts'

test('LOG-26 of keys that have not moved since the opening only an older read asks the table', () => {
  const asked: Key[] = []
  const places = keyPlaces(10, (key) => {
    asked.push(key)
    return 4
  })
  expect(places.after('unit:a', 10)).toBe(0)
  expect(asked).toEqual([])
  expect(places.after('unit:a', 9)).toBe(4)
  places.move('unit:a', 11)
  expect(places.after('unit:a', 3)).toBe(11)
  expect(asked).toEqual(['unit:a'])
})

test('LOG-26 what the disk did not take has moved nothing, and however many keys move none is forgotten', () => {
  const table = new Map<Key, number>()
  const places = keyPlaces(0, (key) => table.get(key) ?? 0)
  const move = (n: number) => {
    places.move(`unit:${n}`, n)
    table.set(`unit:${n}`, n)
  }
  for (let n = 1; n <= 100_000; n++) move(n)
  places.settle(100_000)
  places.move('unit:5', 100_001)
  places.undo(100_000)
  expect(places.after('unit:5', 100_000)).toBe(0)
  expect(places.after('unit:5', 4)).toBe(5)
  for (let n = 100_001; n <= 300_000; n++) move(n)
  places.settle(300_000)
  expect(places.after('unit:299999', 299_998)).toBe(299_999)
  expect(places.after('unit:7', 6)).toBe(7)
  expect(places.after('unit:7', 300_000)).toBe(0)
})
