import type { Translate, WordKey } from '../../shared/i18n/keys.ts'
import { isWord } from '../ui/words.ts'
import type { CommandRefusal } from './giver.ts'

/** Why not, in a sentence; where the catalogue has none for the code, `unknown` says the code. */
export function refusalWords(
  t: Translate,
  { code, params }: Pick<CommandRefusal, 'code' | 'params'>,
  unknown: WordKey,
): string {
  const key = `refusals:${code}`
  return isWord(key) ? t(key, params) : t(unknown, { code })
}
