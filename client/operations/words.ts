import { clockTime, windowEnd } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { CommandRefusal } from '../store/giver.ts'
import { refusalWords } from '../store/refusal-words.ts'
import { useSession } from '../store/use-store.ts'
import { useWords } from '../ui/words.ts'

/** Kazakhstan, until the server has said. */
const usualOffset = 300

/** The catalogue, and times of the operation's zone as this desk prints them. */
export function useDeskWords() {
  const { t, language } = useWords()
  const offset = useSession()?.utcOffset ?? usualOffset
  return {
    t,
    language,
    offset,
    /** 21:47 */
    time: (at: number) => clockTime(at, offset, false),
    /** 20:00–24:00 */
    window: ({ from, to }: { from: number; to: number }) =>
      `${clockTime(from, offset, false)}–${windowEnd(to, offset)}`,
  }
}

/** Why not, in a sentence of the desk. */
export const refusalText = (t: Translate, refusal: Pick<CommandRefusal, 'code' | 'params'>): string =>
  refusalWords(t, refusal, 'operations:refused')
