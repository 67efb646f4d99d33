import en from '../../shared/i18n/commands.en.json' with { type: 'json' }
import kk from '../../shared/i18n/commands.kk.json' with { type: 'json' }
import ru from '../../shared/i18n/commands.ru.json' with { type: 'json' }
import { type Language, languages } from '../../shared/i18n/format.ts'

// All three languages are loaded with the page: an officer types in the one that comes to mind, not the one on screen.
const keyed = (area: Record<string, string>) =>
  new Map(Object.entries(area).map(([key, text]) => [['commands', key].join(':'), text]))
const words: Record<Language, ReadonlyMap<string, string>> = { kk: keyed(kk), ru: keyed(ru), en: keyed(en) }

type VerbKey = Extract<keyof typeof ru, `verb.${string}`>
export type Verb = VerbKey extends `verb.${infer Name}` ? Name : never

const verbs = Object.keys(ru)
  .filter((key) => key.startsWith('verb.'))
  .map((key) => key.slice('verb.'.length) as Verb)

export interface Phrase {
  verb: Verb
  language: Language
  /** As it is printed; its words in lower case. */
  text: string
  words: readonly string[]
}

/** Every verb in every language, in the order of the catalogue. */
export const phrases: readonly Phrase[] = verbs.flatMap((verb) =>
  languages.map((language) => {
    const text = words[language].get(`commands:verb.${verb}`) ?? verb
    return { verb, language, text, words: text.split(' ') }
  }),
)
