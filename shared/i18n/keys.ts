/** The areas of the catalogue: one line per area, three files each (`<area>.kk.json`, `.ru.json`, `.en.json`). */
interface Catalogue {
  ui: typeof import('./ui.ru.json')
  keys: typeof import('./keys.ru.json')
  terms: typeof import('./terms.ru.json')
  refusals: typeof import('./refusals.ru.json')
  phone: typeof import('./phone.ru.json')
  'sign-in': typeof import('./sign-in.ru.json')
  desk: typeof import('./desk.ru.json')
  alarms: typeof import('./alarms.ru.json')
  tasks: typeof import('./tasks.ru.json')
  commands: typeof import('./commands.ru.json')
  operations: typeof import('./operations.ru.json')
  proposals: typeof import('./proposals.ru.json')
  event: typeof import('./event.ru.json')
  search: typeof import('./search.ru.json')
  case: typeof import('./case.ru.json')
  sweep: typeof import('./sweep.ru.json')
  journal: typeof import('./journal.ru.json')
  messages: typeof import('./messages.ru.json')
  handover: typeof import('./handover.ru.json')
  registry: typeof import('./registry.ru.json')
  admin: typeof import('./admin.ru.json')
  apply: typeof import('./apply.ru.json')
  force: typeof import('./force.ru.json')
  law: typeof import('./law.ru.json')
  system: typeof import('./system.ru.json')
  'law-book': typeof import('./law-book.ru.json')
  audit: typeof import('./audit.ru.json')
  verify: typeof import('./verify.ru.json')
  hours: typeof import('./hours.ru.json')
  proof: typeof import('./proof.ru.json')
}
type Area = keyof Catalogue

type Base<Key> = Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key

/** `ui:close`; a plural (`_one`, `_few`, …) is asked for by its stem with `count`. */
export type WordKey = {
  [A in Area]: `${A}:${Base<Extract<Exclude<keyof Catalogue[A], 'default'>, string>>}`
}[Area]

export type Translate = (key: WordKey, params?: Record<string, string | number>) => string
