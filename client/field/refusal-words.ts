import i18next from 'i18next'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { CommandRefusal } from '../store/giver.ts'

/** Why the server said no; its code where the catalogue has no sentence for it. */
export function refusalWords(
  t: Translate,
  { code, params }: Pick<CommandRefusal, 'code' | 'params'>,
): string {
  const key = `refusals:${code}`
  return i18next.exists(key) ? i18next.t(key, { ...params }) : t('phone:refused', { code })
}
