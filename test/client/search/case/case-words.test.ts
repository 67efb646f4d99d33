import { expect, test } from 'vitest'
import { dayText, lastInstant, nextInstant, readDay } from '../../../../client/search/case/use-case.ts'
import {
  readAnswers,
  readLocated,
  readPosition,
  readStatement,
} from '../../../../client/search/sealed-words.ts'
import { cardText, readCard } from '../../../../shared/search/case/card.ts'
import { MINUTE, noon } from '../../../kit/given-when-then.ts'

const at = { lat: 43.2, lng: 76.9 }

test('CASE-230 a card says its ticked fields alone; of a text of another shape it says nothing', () => {
  expect(readCard(cardText({ looks: '132 см', clothing: 'красная куртка' }))).toEqual({
    looks: '132 см',
    clothing: 'красная куртка',
  })
  expect(readCard('{"looks":"x","address":"flat 12","age":9}')).toEqual({ looks: 'x' })
  for (const other of ['Айзере, кв. 12', '12', 'null', '']) expect(readCard(other)).toEqual({})
})

test('CASE-231 what is sealed of a case reads back, and a torn text reads as nothing', () => {
  expect(readStatement('{"number":"26-1","day":"2026-03-02","by":"X"}')).toMatchObject({ number: '26-1' })
  expect(readPosition(JSON.stringify({ ...at, source: 'киоск', seenAt: noon, mask: 'm' }))).toEqual({
    ...{ at, source: 'киоск', seenAt: noon },
  })
  expect(readAnswers('{"who":"мать","answers":{"height":"132","eyes":7}}')).toEqual({
    who: 'мать',
    answers: { height: '132' },
  })
  expect(readLocated(JSON.stringify({ state: 'alive', at, foundAt: noon }))).toMatchObject({
    state: 'alive',
    at,
  })
  expect(readLocated('{"state":"well"')).toEqual({ state: null, at: null, words: '', foundAt: null })
})

test('CASE-232 a day is typed with dots, and a time of the day is the last or the next one', () => {
  expect(readDay('2.3.2026')).toBe('2026-03-02')
  expect(dayText('2026-03-02')).toBe('02.03.2026')
  for (const no of ['31.02.2026', '2026-03-02', '02.03', '']) expect(readDay(no)).toBeNull()
  // 14:00 in Kazakhstan.
  expect(lastInstant(14 * 60, noon, 300)).toBe(noon)
  expect(lastInstant(14 * 60 + 1, noon, 300)).toBe(noon + MINUTE - 24 * 60 * MINUTE)
  expect(nextInstant(14 * 60, noon, 300)).toBe(noon + 24 * 60 * MINUTE)
  expect(nextInstant(14 * 60 + 1, noon, 300)).toBe(noon + MINUTE)
})
