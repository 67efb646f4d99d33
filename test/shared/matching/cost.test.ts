import { expect, test } from 'vitest'
import { arriveSeconds, MOST_SECONDS, totalSeconds, whyAssistant } from '../../../shared/matching/cost.ts'

const here = { lat: 43.24, lng: 76.9 }
const kilometreNorth = { lat: 43.24 + 1000 / 111195.0802, lng: 76.9 }

test('MATCH-5 arrival is 1.3 times the straight line, at 1.4 m/s or the speed given', () => {
  expect(arriveSeconds(here, kilometreNorth)).toBe(929)
  expect(arriveSeconds(here, kilometreNorth, 10)).toBe(130)
  expect(arriveSeconds(here, here)).toBe(0)
  expect(arriveSeconds(here, { lat: -43, lng: -103 })).toBe(MOST_SECONDS)
})

test.each([0, -1, Number.NaN])('MATCH-5 throws on a speed of %d', (speed) => {
  expect(() => arriveSeconds(here, here, speed)).toThrow(RangeError)
})

test.each([
  [12, 0],
  [8, 0],
  [7.9, 225],
  [0, 1800],
])('MATCH-5 %d hours of rest cost %d s', (restHours, seconds) => {
  expect(totalSeconds(whyAssistant({ at: here, skills: [], restHours }, { at: here }, {}))).toBe(seconds)
})
