import { describe, expect, it } from 'vitest'
import { isUnique, termOf } from '../../../client/command-line/complete.ts'
import { fits, readLine } from '../../../client/command-line/parse.ts'
import { phrases } from '../../../client/command-line/verbs.ts'
import { languages } from '../../../shared/i18n/format.ts'

const best = (text: string) => readLine(text, 'ru')[0]

describe('reading a typed line', () => {
  it('CMD-1 every verb is understood in all three languages, whatever language is on screen', () => {
    for (const { verb, language, text } of phrases)
      for (const onScreen of languages) {
        const [reading] = readLine(text, onScreen)
        expect([reading?.verb, reading?.phrase], `${text} (${language}) on a screen in ${onScreen}`).toEqual([
          verb,
          text,
        ])
      }
    expect(phrases).toHaveLength(3 * new Set(phrases.map(({ verb }) => verb)).size)
  })

  it('CMD-2 the first letters of its words are enough, and the language on screen is preferred', () => {
    expect(best('см нар 3 15')).toMatchObject({
      verb: 'replace-unit',
      phrase: 'сменить наряд',
      args: ['3', '15'],
    })
    expect(best('stand d')).toMatchObject({ verb: 'stand-down', phrase: 'stand down' })
    expect(best('журн')?.phrase).toBe('журнал')
    expect(readLine('журн', 'kk')[0]?.phrase).toBe('журналды ашу')
    expect(readLine('абракадабра', 'ru')).toEqual([])
  })

  it('CMD-3 a number may stand in front, alone or with its operation', () => {
    expect(best('3 на мес')).toMatchObject({ verb: 'on-scene', number: '3', args: [] })
    expect(best('1187-3 recall')).toMatchObject({ verb: 'recall', number: '1187-3' })
    expect(readLine('3', 'ru')).toEqual([])
  })

  it('CMD-4 free text behind the verb is kept as it was typed', () => {
    expect(best('запись  Иванов  Пётр, ул. Абая.')?.rest).toBe('Иванов  Пётр, ул. Абая.')
    expect(best('3 сообщ Держитесь вместе')).toMatchObject({ number: '3', rest: 'Держитесь вместе' })
  })

  it('CMD-5 a line is unique once no other verb begins like it', () => {
    expect(['о', 'от', 'отп'].map((text) => isUnique(text, { language: 'ru' }))).toEqual([
      false,
      false,
      false,
    ])
    expect(
      ['отпр 3', 'отпу 3', 'отзо', 'жаңа патр'].map((text) => isUnique(text, { language: 'ru' })),
    ).toEqual(Array(4).fill(true))
  })

  it('CMD-6 a name or call sign fits by the start of each of its words', () => {
    expect(fits('Алатау-15', ['15'])).toBe(true)
    expect(fits('Алатау-15', ['5'])).toBe(false)
    expect(fits('A-0412 Ахметова Айгерим', ['ахм', 'а'])).toBe(true)
    expect(fits('A-0412 Ахметова Айгерим', ['a-04'])).toBe(true)
    expect(fits('A-0412 Ахметова Айгерим', ['гер'])).toBe(false)
    // The first place in a name is inside of a word, the second begins one.
    expect(fits('Ералы Алиев', ['ал'])).toBe(true)
    expect(fits('Ералы Ержанов', ['ал'])).toBe(false)
  })

  it('CMD-7 the server is asked for a name only where somebody may be meant: each question is recorded', () => {
    const asked = (text: string) => termOf(text, { language: 'ru' })
    expect(asked('Ахметова')).toBe('Ахметова')
    expect(asked('отпустить 3 Ахм')).toBe('ахм')
    expect(asked('+7 700 000 01 08')).toBe('+7 700 000 01 08')
    expect(['отозвать 3', 'тема тёмная', 'сообщение Ахметова упала', '3', '43.24', ''].map(asked)).toEqual(
      Array(6).fill(''),
    )
  })
})
