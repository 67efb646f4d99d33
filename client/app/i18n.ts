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
  // Until they are here a refusal is told by its code.
  for (const [file, fetch] of Object.entries(later))
    void fetch().then(
      (area) => add(file, area),
      () => {},
    )
  loaded.set(language, catalogue)
  return catalogue
}

/** Loads the language of `<html lang>` and makes the sentences ready; before the first render. */
export async function startWords(from: WordLoaders): Promise<void> {
  loaders = from
  const language = remembered()
  showWords(language, await load(language))
}

/**
 * Switches the words on screen once they are loaded, and remembers the choice on this machine. Without a network those
 * on screen stay.
 */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  const catalogue = await load(language).catch(() => null)
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
