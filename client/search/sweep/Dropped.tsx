import { distance } from '../../../shared/i18n/format.ts'
import { useDeskWords } from '../../operations/words.ts'

const reasons = ['accuracy', 'gap', 'speed', 'jitter'] as const

/** Metres of a track that do not count, by reason; nothing where all of it does. */
export function Dropped({ of }: { of: Record<string, number> }) {
  const { t, language } = useDeskWords()
  const told = reasons.filter((reason) => (of[reason] ?? 0) >= 1)
  if (told.length === 0) return null
  const whole = told.reduce((sum, reason) => sum + (of[reason] ?? 0), 0)
  return t('search:dropped-why', {
    length: distance(whole, language),
    reasons: told
      .map((reason) => t(`search:dropped.${reason}`, { metres: distance(of[reason] ?? 0, language) }))
      .join(', '),
  })
}
