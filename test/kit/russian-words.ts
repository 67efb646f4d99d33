import { readFileSync } from 'node:fs'
import { makeWords } from '../../client/ui/words.ts'

/** The Russian catalogue as the desk speaks it, with numbers filled in and the right plural. */
export function russianWords(...areas: string[]) {
  const words = areas.flatMap((area) =>
    Object.entries<string>(JSON.parse(readFileSync(`shared/i18n/${area}.ru.json`, 'utf8'))).map(
      ([key, text]) => [`${area}:${key}`, text] as const,
    ),
  )
  return makeWords('ru', new Map(words)).t
}
