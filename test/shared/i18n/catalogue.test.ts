import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../../shared/i18n/format.ts'
import allowed from './allowed.json' with { type: 'json' }

const folder = 'shared/i18n'
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const areas = [...new Set(files.map((name) => name.slice(0, name.indexOf('.'))))]
const wordsOf = (area: string, language: Language): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${area}.${language}.json`), 'utf8'))

const plural = /_(zero|one|two|few|many|other)$/
const stem = (key: string): string => key.replace(plural, '')
const entries = areas.flatMap((area) =>
  languages.flatMap((language) =>
    Object.entries(wordsOf(area, language)).map(([key, text]) => ({
      area,
      language,
      key,
      text,
      id: `${area}:${key}`,
    })),
  ),
)
const inLanguage = (language: Language) => entries.filter((entry) => entry.language === language)
const stems = (list: { id: string }[]): string[] => [...new Set(list.map(({ id }) => stem(id)))].sort()
const catalogue = stems(inLanguage('ru'))

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.-]+)[^}]*\}\}|<\/?([\w-]+)\s*\/?>/g)]
    .map(([whole, name]) => name ?? whole)
    .sort()

function sources(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}
const source = ['client', 'shared', 'server'].flatMap(sources).join('\n')

const hasArea = (key: string): boolean => areas.some((area) => key.startsWith(`${area}:`))

/** Keys written out: 'ui:close'; and refuse('task.ended') for refusals:task.ended. */
const literal = new Set(
  [...source.matchAll(/['"`]([\w-]+:[\w.-]+)['"`]/g)].map(([, key]) => key ?? '').filter(hasArea),
)
for (const [, code] of source.matchAll(/refuse\(\s*['"`]([\w.-]+)['"`]/g)) literal.add(`refusals:${code}`)

/** Keys made with a word of a data table: `terms:step.${step}`, and refuse(`gate.${code}`). */
const made = [
  ...[...source.matchAll(/`([\w-]+:[^`\s]*\$\{[^`]*)`/g)].map(([, key]) => key ?? '').filter(hasArea),
  ...[...source.matchAll(/refuse\(\s*`([^`]*\$\{[^`]*)`/g)].map(([, code]) => `refusals:${code}`),
].map((key) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '(.+)')}$`))
const dataWords = new Set(
  [...source.matchAll(/['"`]([\w.-]+)['"`]|\b([A-Za-z]\w*)\??:/g)].map(
    ([, quoted, named]) => quoted ?? named ?? '',
  ),
)

function isUsed(id: string): boolean {
  if (literal.has(id)) return true
  return made.some(
    (key) =>
      key
        .exec(id)
        ?.slice(1)
        .every((word) => dataWords.has(word)) ?? false,
  )
}

describe('the catalogue', () => {
  it.each(areas)(
    'I18N-6 %s has the same keys in all three languages, with every plural its language needs',
    (area) => {
      const russian = stems(inLanguage('ru').filter((entry) => entry.area === area))
      for (const language of languages) {
        const own = entries.filter((entry) => entry.area === area && entry.language === language)
        expect(stems(own), language).toEqual(russian)
        const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
        for (const many of own.filter(({ key }) => plural.test(key)))
          for (const form of forms)
            expect(
              own.map(({ key }) => key),
              language,
            ).toContain(`${stem(many.key)}_${form}`)
      }
    },
  )

  it('I18N-7 a sentence has the same placeholders and tags in all three languages', () => {
    const russian = new Map(inLanguage('ru').map(({ id, text }) => [stem(id), placeholders(text)]))
    for (const { id, text, language } of entries)
      expect(placeholders(text), `${id} in ${language}`).toEqual(russian.get(stem(id)))
  })

  it('I18N-8 no string is empty or padded', () => {
    expect(
      entries.filter(({ text }) => text.trim() === '' || text !== text.trim()).map(({ id }) => id),
    ).toEqual([])
  })

  it('I18N-9 Kazakh equals Russian only where the list says so', () => {
    const russian = new Map(inLanguage('ru').map(({ id, text }) => [id, text]))
    const equal = inLanguage('kk').filter(({ id, text }) => russian.get(id) === text)
    expect([...new Set(equal.map(({ id }) => stem(id)))].sort()).toEqual(
      [...allowed.equalInKazakhAndRussian].sort(),
    )
  })

  it('I18N-10 no Latin word stands in Kazakh or Russian, save those on the list', () => {
    const leaks = entries
      .filter(({ language }) => language !== 'en')
      .flatMap(({ id, text, language }) =>
        (text.replace(/\{\{[^}]*\}\}|<[^>]*>|\b[DET]\d+\b/g, ' ').match(/[A-Za-z][A-Za-z-]*/g) ?? [])
          .filter((word) => !allowed.latinWords.includes(word))
          .map((word) => `${id} in ${language}: ${word}`),
      )
    expect(leaks).toEqual([])
  })

  it('I18N-11 no key is used that the catalogue does not have', () => {
    expect([...literal].filter((id) => !catalogue.includes(id)).sort()).toEqual([])
    expect(made.filter((key) => !catalogue.some((id) => key.test(id))).map(String)).toEqual([])
  })

  it('I18N-12 no key stands in the catalogue that no screen shows', () => {
    expect(catalogue.filter((id) => !isUsed(id))).toEqual([])
  })
})
