import { afterEach, expect, test } from 'vitest'
import { gateParameters } from '../../../shared/gates/parameters.ts'
import { languages } from '../../../shared/i18n/format.ts'
import { policeDeadline } from '../../../shared/law/deadlines.ts'
import { enact, lawInForce, parameters } from '../../../shared/law-book/parameters.ts'
import { lawBook } from '../../../shared/law-book/rules.ts'
import { shiftHours } from '../../../shared/shifts/types.ts'

afterEach(() => enact({ parameters: {}, confirmed: [] }))
const rules = Object.values(lawBook).flat()

test('LAW-3 the book has every rule of the law once, each with a basis and a sentence in three languages', async () => {
  const ids = rules.map(({ id }) => id)
  const numbered = (letter: string, most: number) =>
    Array.from({ length: most }, (_, n) => `${letter}${n + 1}`)
  expect(ids).toEqual([
    ...numbered('E', 11),
    ...numbered('R', 13),
    ...['C1', 'C2', 'IIN'],
    ...numbered('D', 12),
    ...numbered('F', 9),
    ...numbered('T', 10),
  ])
  for (const language of languages)
    for (const { id, sentence } of rules) {
      const [area, key] = sentence.split(':') as [string, string]
      const { default: words } = await import(`../../../shared/i18n/${area}.${language}.json`, {
        with: { type: 'json' },
      })
      expect(words[key], `${id} in ${language}`).toMatch(/\S/)
    }
})

test('LAW-4 each parameter belongs to a rule of the book, and what is put in force is what is reckoned with', () => {
  const ids = new Set(rules.map(({ id }) => id))
  for (const [name, { rule }] of Object.entries(parameters)) expect(ids, name).toContain(rule)
  expect(policeDeadline('2026-03-02')).toBe('2026-04-01')
  const law = { parameters: { policeDays: 10, breachSeconds: 30, shiftCapHours: 8 }, confirmed: ['E5'] }
  enact(law)
  expect(policeDeadline('2026-03-02')).toBe('2026-03-12')
  expect([gateParameters.breachMs, shiftHours.cap]).toEqual([30_000, 8])
  expect(parameters.breachSeconds.get()).toBe(30)
  expect(lawInForce()).toEqual(law)
  enact({ parameters: {}, confirmed: [] })
  expect([gateParameters.breachMs, shiftHours.cap, policeDeadline('2026-03-02')]).toEqual([
    60_000,
    12,
    '2026-04-01',
  ])
})
