import type { Translate } from '../../shared/i18n/keys.ts'
import type { CommandRefusal } from '../store/giver.ts'
import { refusalWords as words } from '../store/refusal-words.ts'

/** Why the server said no, as the phone says it. */
export const refusalWords = (t: Translate, refusal: Pick<CommandRefusal, 'code' | 'params'>): string =>
  words(t, refusal, 'phone:refused')
