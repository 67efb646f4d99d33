import { type Language, languages } from '../../shared/i18n/format.ts'
import { type Catalogue, showWords } from '../ui/words.ts'

/** One language's catalogue: `/shared/i18n/<area>.<language>.json` → its words, as `import.meta.glob` gives them. */
type Files = Record<string, Record<string, string>>
/** Each language is a file of its own, loaded when it is chosen; `later` is fetched behind the first screen. */
export type WordLoaders = Record<
  Language,
  () => Promise<{ words: Files; later?: Record<string, () => Promise<Files[string]>> }>
>

const storageKey = 'serik.language'
const loaded = new Map<Language, Catalogue>()
const coming = new Map<Language, Promise<void>>()
let loaders: WordLoaders
let wanted: Language

function remembered(): Language {
  const { lang } = document.documentElement
  return languages.find((language) => language === lang) ?? 'ru'
}

async function load(language: Language): Promise<Catalogue> {
  const known = loaded.get(language)
  if (known) return known
  const catalogue = new Map<string, string>()
  const add = (file: string, words: Files[string]) => {
    const area = /([\w-]+)\.\w+\.json$/.exec(file)?.[1]
    for (const [key, text] of Object.entries(words)) catalogue.set(`${area}:${key}`, text)
  }
  const { words, later = {} } = await loaders[language]()
  for (const [file, area] of Object.entries(words)) add(file, area)
  loaded.set(language, catalogue)
  const rest = Promise.allSettled(
    Object.entries(later).map(async ([file, fetch]) => add(file, await fetch())),
  ).then(() => {
    if (wanted === language) showWords(language, catalogue)
  })
  coming.set(language, rest)
  return catalogue
}

/** Resolves once the words of every page are here, or cannot be had: before a page other than the first is shown. */
export const allWords = (): Promise<void> => coming.get(wanted) ?? Promise.resolve()

/** Loads the language of `<html lang>` and makes the sentences ready; before the first render. */
export async function startWords(from: WordLoaders): Promise<void> {
  loaders = from
  const language = remembered()
  wanted = language
  showWords(language, await load(language))
}

/**
 * Switches the words on screen once they are loaded, and remembers the choice on this machine. Without a network those
 * on screen stay.
 */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  const catalogue = await load(language).catch(() => null)
  await coming.get(language)
  // Somebody may have chosen again while the words came.
  if (!catalogue || wanted !== language) return
  showWords(language, catalogue)
  document.documentElement.lang = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that keeps nothing starts in Russian again.
  }
}
