import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'

/** The sentences of the language on screen, and that language for `shared/i18n/format.ts`. */
export function useWords(): { t: Translate; language: Language } {
  const { t, i18n } = useTranslation()
  return { t: t as unknown as Translate, language: i18n.language as Language }
}
