import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { parameters } from '../../shared/law-book/parameters.ts'

const file = join(mkdtempSync(join(tmpdir(), 'serik-law-')), 'law.json')
const lawOf = (text: string) => {
  writeFileSync(file, text)
  return readConfig({ LAW_FILE: file }).law
}

test('LAW-5 a file of the law sets parameters and names what counsel has confirmed; without one all is as shipped', () => {
  const law = { parameters: { policeDays: 20, convictionYears: 6, prosecutor: 'always' }, confirmed: ['D9'] }
  expect(lawOf(JSON.stringify(law))).toEqual(law)
  expect(readConfig({}).law).toEqual({ parameters: {}, confirmed: [] })
  const all = Object.fromEntries(Object.entries(parameters).map(([name, of]) => [name, of.get()]))
  expect(lawOf(JSON.stringify({ parameters: all })).parameters).toEqual(all)
})

test.each([
  ['no JSON', '{', 'cannot be read'],
  ['an unknown parameter', '{"parameters":{"policeDay":3}}', 'policeDay'],
  ['a number beyond its bounds', '{"parameters":{"adultYears":7}}', 'parameters.adultYears'],
  ['a usual shift beyond the cap', '{"parameters":{"shiftUsualHours":13}}', 'shiftUsualHours is longer'],
  ['a rule that there is not', '{"confirmed":["E99"]}', 'confirmed'],
])('LAW-6 the server does not start with %s in it, and says what is wrong', (_, text, sentence) => {
  expect(() => lawOf(text)).toThrow(sentence)
})
