import { readFileSync } from 'node:fs'
import { lawBook } from '../../shared/law-book/rules.ts'
import { RuleReporter } from './rule-reporter.ts'

/** `npm run test:law`: every rule of the law with its cases. */
export default class extends RuleReporter {
  rules() {
    const wordOf = (key: string): string => {
      const [area, name] = key.split(':') as [string, string]
      const file = new URL(`../../shared/i18n/${area}.en.json`, import.meta.url)
      return JSON.parse(readFileSync(file, 'utf8'))[name] ?? key
    }
    return Object.values(lawBook)
      .flat()
      .map(({ id, sentence }) => ({ id, says: wordOf(sentence) }))
  }
}
