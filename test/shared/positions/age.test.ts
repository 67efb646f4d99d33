import { expect, test } from 'vitest'
import { ageOf, lostAfter, lostAt } from '../../../shared/positions/age.ts'

const now = Date.UTC(2026, 2, 2, 9)

test.each([
  [0, 'live'],
  [30_000, 'live'],
  [30_001, 'ageing'],
  [120_000, 'ageing'],
  [120_001, 'stale'],
  [-90_000, 'live'],
])('POS-1 a fix %d ms old is %s', (age, is) => {
  expect(ageOf(now - age, now)).toBe(is)
})

test('POS-1 without a fix there is no age', () => {
  expect(ageOf(0, now)).toBe('none')
})

test.each([
  [5, 180_000],
  [60, 180_000],
  [61, 183_000],
  [600, 1_800_000],
])('POS-2 a device that reports every %d s is lost after %d ms', (interval, silence) => {
  expect(lostAfter(interval)).toBe(silence)
  expect(lostAt(now, interval)).toBe(now + silence)
})
