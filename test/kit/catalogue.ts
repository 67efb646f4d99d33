import { readdirSync, readFileSync } from 'node:fs'
import { makeWords } from '../../client/ui/words.ts'
import type { Language } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'

/** A sentence of the Russian catalogue as it stands on screen; a plural is asked for by its whole key (`…_one`). */
export function russian(key: string): string {
  const [area, name] = key.split(':') as [string, string]
  const words = JSON.parse(readFileSync(`shared/i18n/${area}.ru.json`, 'utf8')) as Record<string, string>
  const text = words[name]
  if (text === undefined) throw new Error(`${key} is not in the catalogue`)
  return text
}

/** Every sentence of one language, as a page says it: filled in, and in the plural that the count asks for. */
export function wordsOf(language: Language): Translate {
  const catalogue = new Map<string, string>()
  for (const file of readdirSync('shared/i18n').filter((name) => name.endsWith(`.${language}.json`))) {
    const words = JSON.parse(readFileSync(`shared/i18n/${file}`, 'utf8')) as Record<string, string>
    for (const [key, text] of Object.entries(words)) catalogue.set(`${file.split('.')[0]}:${key}`, text)
  }
  return makeWords(language, catalogue).t
}
