/** The areas of the catalogue: one line per area, three files each (`<area>.kk.json`, `.ru.json`, `.en.json`). */
interface Catalogue {
  ui: typeof import('./ui.ru.json')
  keys: typeof import('./keys.ru.json')
  terms: typeof import('./terms.ru.json')
  refusals: typeof import('./refusals.ru.json')
  phone: typeof import('./phone.ru.json')
}
type Area = keyof Catalogue

type Base<Key> = Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key

/** `ui:close`; a plural (`_one`, `_few`, …) is asked for by its stem with `count`. */
export type WordKey = {
  [A in Area]: `${A}:${Base<Extract<Exclude<keyof Catalogue[A], 'default'>, string>>}`
}[Area]

export type Translate = (key: WordKey, params?: Record<string, string | number>) => string
