import i18next from 'i18next'
import { clockTime, windowEnd } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
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

interface Refused {
  code: string
  params?: Record<string, string | number>
}

/** Why not, in a sentence; the code where the catalogue has none. */
export function refusalText(t: Translate, { code, params }: Refused): string {
  const key = `refusals:${code}`
  return i18next.exists(key) ? i18next.t(key, { ...params }) : t('operations:refused', { code })
}
