import type { Language } from '../../shared/i18n/format.ts'
import { type Phrase, phrases, type Verb } from './verbs.ts'

/** One way to understand what was typed. */
export interface Reading {
  verb: Verb
  /** The verb in full, in the language that it was typed in. */
  phrase: string
  /** How many words of the verb are typed, and whether each of them is typed to its end. */
  used: number
  exact: boolean
  /** A number typed before the verb: "3 на месте". */
  number: string | null
  /** The words after the verb, in lower case and without stops. */
  args: string[]
  /** The same as it was typed. */
  rest: string
}

const numbered = /^\d{1,4}(?:-\d{1,3})?$/
const plain = (word: string): string => word.toLocaleLowerCase().replace(/[.,;]+$/, '')

export const wordsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean).map(plain)

/**
 * What the typed line may mean, the likeliest first: each typed word begins the next word of a verb, in any of the three
 * languages. Of one verb the reading that explains most words counts, and `preferred` where two explain as much.
 */
export function readLine(text: string, preferred: Language): Reading[] {
  const typed = text.trim().split(/\s+/).filter(Boolean)
  const first = typed[0] ?? ''
  const number = typed.length > 1 && numbered.test(first) ? first : null
  const rest = number === null ? typed : typed.slice(1)
  const best = new Map<Verb, { phrase: Phrase; used: number; rank: number }>()
  for (const phrase of phrases) {
    const used = wordsUsed(phrase, rest.map(plain))
    if (used === 0) continue
    const whole = used === phrase.words.length
    const exact = whole && phrase.words.every((word, index) => word === plain(rest[index] ?? ''))
    const rank = 8 * used + 4 * Number(exact) + 2 * Number(phrase.language === preferred) + Number(whole)
    const known = best.get(phrase.verb)
    if (!known || rank > known.rank) best.set(phrase.verb, { phrase, used, rank })
  }
  const isExact = ({ phrase, used }: { phrase: Phrase; used: number }) =>
    phrase.words.slice(0, used).every((word, index) => word === plain(rest[index] ?? ''))
  return [...best.values()]
    .map((of) => ({ ...of, exact: isExact(of) }))
    .sort((a, b) => b.used - a.used || Number(b.exact) - Number(a.exact) || b.rank - a.rank)
    .map(({ phrase, used, exact }) => ({
      verb: phrase.verb,
      phrase: phrase.text,
      used,
      exact: exact && used === phrase.words.length,
      number,
      args: rest.slice(used).map(plain).filter(Boolean),
      rest: after(text, used + (number === null ? 0 : 1)),
    }))
}

function wordsUsed({ words }: Phrase, typed: readonly string[]): number {
  let used = 0
  while (used < words.length && used < typed.length && words[used]?.startsWith(typed[used] ?? '')) used++
  return used
}

/** The text behind its first words, spaces inside it kept. */
function after(text: string, words: number): string {
  return text.trim().replace(new RegExp(`^(?:\\S+\\s*){${words}}`), '')
}

/** Whether each argument begins some word of a name or call sign; "15" finds "Алатау-15". */
export function fits(name: string, args: readonly string[]): boolean {
  const whole = name.toLocaleLowerCase()
  return args.every((arg) => beginsWord(whole, arg))
}

const between = ' \t\u00a0-–/«»",.'

/** Without cutting the name into its words: 50,000 names are gone through with every key. */
function beginsWord(whole: string, arg: string): boolean {
  let at = whole.indexOf(arg)
  while (at > 0 && !between.includes(whole[at - 1] as string)) at = whole.indexOf(arg, at + 1)
  return at >= 0
}
