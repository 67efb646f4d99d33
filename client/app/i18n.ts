import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages } from '../../shared/i18n/format.ts'

/** One language's catalogue: `/shared/i18n/<area>.<language>.json` → its words, as `import.meta.glob` gives them. */
type Words = Record<string, Record<string, string>>
/** Each language is a file of its own, loaded when it is chosen. */
export type WordLoaders = Record<Language, () => Promise<{ words: Words }>>

const storageKey = 'serik.language'
let loaders: WordLoaders
let wanted: Language

function remembered(): Language {
  const { lang } = document.documentElement
  return languages.find((language) => language === lang) ?? 'ru'
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'ui')) return
  const { words } = await loaders[language]()
  for (const [file, area] of Object.entries(words)) {
    const name = /([\w-]+)\.\w+\.json$/.exec(file)?.[1]
    if (name) i18next.addResourceBundle(language, name, area)
  }
}

/** Loads the language of `<html lang>` and makes the sentences ready; before the first render. */
export async function startWords(from: WordLoaders): Promise<void> {
  loaders = from
  await i18next.use(initReactI18next).init({
    lng: remembered(),
    fallbackLng: false,
    keySeparator: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: 'languageChanged' },
  })
  await setLanguage(remembered())
}

/** Switches the words on screen once they are loaded, and remembers the choice on this machine. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  await load(language)
  // Somebody may have chosen again while the words came.
  if (wanted !== language) return
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that keeps nothing starts in Russian again.
  }
}
