import type { WordKey } from '../../shared/i18n/keys.ts'
import { isEnding } from '../../shared/law/endings/all.ts'

/** Why a status changed, in words: a trigger of the law, or the police's own ground. Old files call T2 `prosecution`. */
export function reasonWord(reason: string): WordKey {
  if (reason === 'prosecution') return 'law:ending.T2'
  return isEnding(reason) ? `law:ending.${reason}` : (`registry:reason.${reason}` as WordKey)
}
