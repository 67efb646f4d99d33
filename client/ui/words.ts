import { useSyncExternalStore } from 'react'
import type { Language } from '../../shared/i18n/format.ts'
import type { Translate, WordKey } from '../../shared/i18n/keys.ts'

/** The sentences of one language by `area:key`. */
export type Catalogue = ReadonlyMap<string, string>

interface Words {
  /** A key that the catalogue lacks is its own sentence: seen at once, and never an empty button. */
  t: Translate
  language: Language
}

/** Fills `{{name}}`. Once: what a person typed is never read as a placeholder. */
function fill(text: string, params: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** `count` chooses between `key_one`, `key_few`, … as the language counts; a key without forms ignores it. */
export function makeWords(language: Language, catalogue: Catalogue): Words {
  const plural = new Intl.PluralRules(language)
  return {
    language,
    t(key, params) {
      const form = typeof params?.count === 'number' ? `_${plural.select(params.count)}` : ''
      const text = catalogue.get(`${key}${form}`) ?? catalogue.get(key) ?? key
      return params ? fill(text, params) : text
    },
  }
}

let catalogue: Catalogue = new Map()
let words = makeWords('ru', catalogue)
const listeners = new Set<() => void>()

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Puts another language on the screen. */
export function showWords(language: Language, of: Catalogue): void {
  catalogue = of
  words = makeWords(language, of)
  for (const changed of [...listeners]) changed()
}

/** Whether the language on screen has a sentence for a key that was put together from data. */
export function isWord(key: string): key is WordKey {
  return catalogue.has(key)
}

/** The sentences whose keys begin so, of the language on screen. */
export function wordsUnder(key: string): string[] {
  return [...catalogue].flatMap(([known, text]) => (known.startsWith(key) ? [text] : []))
}

/** The sentences of the language on screen, and that language for `shared/i18n/format.ts`. */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, () => words)
}
