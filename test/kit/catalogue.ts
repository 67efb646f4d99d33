import { readFileSync } from 'node:fs'

/** A sentence of the Russian catalogue as it stands on screen; a plural is asked for by its whole key (`…_one`). */
export function russian(key: string): string {
  const [area, name] = key.split(':') as [string, string]
  const words = JSON.parse(readFileSync(`shared/i18n/${area}.ru.json`, 'utf8')) as Record<string, string>
  const text = words[name]
  if (text === undefined) throw new Error(`${key} is not in the catalogue`)
  return text
}
