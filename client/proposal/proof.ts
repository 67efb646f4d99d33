import { type Language, travelTime } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'

/** How far a proposal can be from the best there is: in slots that stay empty, else in seconds, else not at all. */
export type Proof = { slots: number } | { seconds: number } | 'best'

export function proofOf({ unitsGap, assistantsGap, bound }: Proposal['certificate']): Proof {
  // A slot that matters more might be filled instead of one that matters less: that is one slot too.
  if (bound.slots > 0 || bound.priority > 0) return { slots: Math.max(1, bound.slots) }
  const seconds = bound.seconds + unitsGap + assistantsGap
  return seconds > 0 ? { seconds } : 'best'
}

export function proofWords(
  t: Translate,
  language: Language,
  proof: Proof,
): { figure: string; words: string } {
  if (proof === 'best') return { figure: travelTime(0, language), words: t('proposals:proof-best') }
  if ('slots' in proof)
    return {
      figure: t('proposals:up-to', { count: proof.slots }),
      words: t('proposals:proof-slots', { count: proof.slots }),
    }
  return { figure: travelTime(proof.seconds * 1000, language), words: t('proposals:proof-seconds') }
}
