import { describe, expect, test } from 'vitest'
import {
  clueText,
  noSubject,
  readClue,
  readPoint,
  readSubject,
  type Subject,
  subjectText,
} from '../../../client/search/sealed-words.ts'
import { text } from '../../../shared/kernel/schema.ts'
import { rowsOf } from '../../../shared/search/priors/find-distances.ts'
import { given } from '../../kit/given-when-then.ts'
import { operation } from '../../kit/past.ts'

const at = { lat: 43.2, lng: 76.9 }
/** As the decider seals a clue. */
const sealed = (words: string) => JSON.stringify({ ...at, text: words })

describe('what lies in the vault about a search', () => {
  test('SEARCH-UI-10 a description reads back as it was written, and is a text the server takes', () => {
    const subject: Subject = {
      ...noSubject,
      ...{ category: 'dementia', seen: '13:40, «остановка»', words: 'пальто\n"серое"', looks: '158 см' },
    }
    expect(readSubject(subjectText(subject))).toEqual(subject)
    expect(text.safeParse(subjectText(subject)).success).toBe(true)
  })

  test('SEARCH-UI-10 a text of another shape is shown as it stands', () => {
    expect(readSubject('Девочка в красной шапке')).toMatchObject({
      category: null,
      words: 'Девочка в красной шапке',
    })
    expect(readSubject('{"category":"witch","words":"x"}')).toMatchObject({ category: null, words: 'x' })
    expect(readSubject('12')).toMatchObject({ words: '12' })
    expect(readClue(sealed('A glove'))).toEqual({ at, kind: null, words: 'A glove' })
  })

  test('SEARCH-UI-11 a clue has its kind, words and point', () => {
    expect(readClue(sealed(clueText({ kind: 'item', words: 'Перчатка' })))).toEqual({
      at,
      kind: 'item',
      words: 'Перчатка',
    })
    expect(readPoint(JSON.stringify(at))).toEqual(at)
    expect(readPoint('{"lat":"43"}')).toBeNull()
    expect(readClue('nonsense')).toBeNull()
  })
})

test('SEARCH-UI-12 rings come only from published rows, nearest first, and no category has a silent default', () => {
  for (const { source, within } of rowsOf(undefined)) {
    expect(source).not.toBe('')
    expect(within.map(({ metres }) => metres)).toEqual(
      within.map(({ metres }) => metres).sort((a, b) => a - b),
    )
  }
  // Not even where the table has only one row of a category: somebody chooses it.
  const { search } = given(...operation('search')).board.operation.get('op') ?? {}
  expect(search?.rings).toBeUndefined()
})
