import { travelTime } from '../../shared/i18n/format.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'
import { useDeskWords } from '../operations/words.ts'

/** How far the proposal can be from the best there is, as a figure and in words. */
export function useProof(proposal: Proposal | null): { figure: string; words: string } {
  const { t, language } = useDeskWords()
  if (!proposal) return { figure: '', words: '' }
  const { unitsGap, assistantsGap, bound } = proposal.certificate
  if (bound.priority > 0)
    return {
      figure: t('proposals:up-to', { count: bound.slots }),
      words: t('proposals:proof-slots'),
    }
  const seconds = bound.seconds + unitsGap + assistantsGap
  if (seconds > 0)
    return { figure: travelTime(seconds * 1000, language), words: t('proposals:proof-seconds') }
  return { figure: '0:00', words: t('proposals:proof-best') }
}
