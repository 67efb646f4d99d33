import type { Operation } from '../../../shared/operations/types.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useConsensuses, usePriors } from './use-priors.ts'

/** Where the probabilities that stand come from, and since when: "by rings, 09:58". */
export function usePriorSource({ id }: Operation): string {
  const { t, time } = useDeskWords()
  const prior = usePriors(id).at(-1)
  const consensuses = useConsensuses(id)
  // Before there is a prior each segment's was typed in its own form.
  if (!prior) return t('search:source.hand')
  const sources = prior.scenarios.map(({ source, consensus }) => {
    const sheets = consensuses.find((one) => one.id === consensus)?.sheets.length
    const words = t(`search:source.${source}`)
    return sheets === undefined ? words : t('search:source-sheets', { source: words, sheets })
  })
  return [...new Set(sources), time(prior.at)].join(', ')
}
