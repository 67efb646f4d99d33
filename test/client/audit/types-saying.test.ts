import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { typesSaying } from '../../../client/audit/types-saying.ts'
import { sentenceTypes } from '../../../client/journal/event-sentence.ts'
import { showWords } from '../../../client/ui/words.ts'

beforeAll(() => {
  const catalogue = new Map<string, string>()
  for (const area of ['journal', 'force', 'law'])
    for (const [key, text] of Object.entries(
      JSON.parse(readFileSync(`shared/i18n/${area}.ru.json`, 'utf8')) as Record<string, string>,
    ))
      catalogue.set(`${area}:${key}`, text)
  showWords('ru', catalogue)
})

test('AUDIT-205 words of a sentence find its type; a blank’s name does not', () => {
  expect(typesSaying('о применении силы')).toContain('ForceReported')
  expect(typesSaying('открывает операцию')).toContain('OperationOpened')
  expect(typesSaying('callsign')).toEqual([])
  expect(typesSaying('таких слов нет')).toEqual([])
})

test('AUDIT-206 nearly every type of event can be found by what its sentence says', () => {
  const found = new Set(typesSaying(''))
  expect(found.size / sentenceTypes.length).toBeGreaterThan(0.9)
})
