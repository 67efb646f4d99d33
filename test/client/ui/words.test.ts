import { expect, it } from 'vitest'
import { makeWords } from '../../../client/ui/words.ts'
import type { Language } from '../../../shared/i18n/format.ts'
import type { WordKey } from '../../../shared/i18n/keys.ts'

const catalogue = new Map([
  ['x:plain', 'Взять'],
  ['x:who', '{{name}} и {{name}}, {{count}}'],
  ['x:people_one', '{{count}} человек'],
  ['x:people_few', '{{count}} человека'],
  ['x:people_many', '{{count}} человек.'],
  ['x:people_other', '{{count}} человека.'],
])
const say = (language: Language, key: string, params?: Record<string, string | number>) =>
  makeWords(language, catalogue).t(key as WordKey, params)

it('I18N-13 a sentence is filled with what it names, wherever it names it', () => {
  expect(say('ru', 'x:plain')).toBe('Взять')
  expect(say('ru', 'x:who', { name: 'Алатау-14', count: 0 })).toBe('Алатау-14 и Алатау-14, 0')
})

it('I18N-14 what a person typed is never read as a placeholder', () => {
  expect(say('ru', 'x:who', { name: '{{count}} $& $1 <b>', count: 2 })).toBe(
    '{{count}} $& $1 <b> и {{count}} $& $1 <b>, 2',
  )
})

it('I18N-15 people are counted as each language counts them', () => {
  const ru = [1, 2, 5, 11, 21, 22, 111, 1.5].map((count) => say('ru', 'x:people', { count }))
  expect(ru).toEqual([
    '1 человек',
    '2 человека',
    '5 человек.',
    '11 человек.',
    '21 человек',
    '22 человека',
    '111 человек.',
    '1.5 человека.',
  ])
  expect([1, 2, 21].map((count) => say('kk', 'x:people', { count }))).toEqual([
    '1 человек',
    '2 человека.',
    '21 человека.',
  ])
})

it('I18N-16 a key without a sentence stands for itself, so that no button is empty', () => {
  expect(say('en', 'x:missing', { count: 3 })).toBe('x:missing')
})
