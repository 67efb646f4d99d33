import { number, percent } from '../../shared/i18n/format.ts'
import type { Operation, Place } from '../../shared/operations/types.ts'
import type { SearchState } from '../../shared/search/state.ts'
import { useDeskWords } from '../operations/words.ts'
import { usePriorSource } from './priors/use-prior-source.ts'
import styles from './search.module.css'
import { poaWorked } from './segments/segment-words.ts'

interface SuccessInputsProps {
  operation: Operation
  state: SearchState
  places: readonly Place[]
}

const shownParts = 3

/** What the success so far, the rest of the world and the likeliest segment are reckoned from, in numbers. */
export function SuccessInputs({ operation, state, places }: SuccessInputsProps) {
  const { t, language } = useDeskWords()
  const source = usePriorSource(operation)
  // Before anybody has said where the subject may be there is nothing to reckon with.
  if (state.rowStart === 1) return null
  const show = (share: number) => percent(share, language, 1)
  const letterOf = (place: string) => places.find(({ id }) => id === place)?.letter ?? ''
  const swept = state.segments.filter(({ pos }) => pos > 0).sort((a, b) => b.pos - a.pos)
  const parts = swept
    .slice(0, shownParts)
    .map(({ place, poaStart, pod }) => `${letterOf(place)} ${show(poaStart)} × ${number(pod, language, 2)}`)
  const others = swept.slice(shownParts)
  if (others.length > 0)
    parts.push(
      t('search:other-parts', {
        count: others.length,
        pos: show(others.reduce((sum, { pos }) => sum + pos, 0)),
      }),
    )
  const [largest] = state.segments.toSorted((a, b) => b.poaNow - a.poaNow)
  const left = number(1 - state.opos, language, 3)
  return (
    <p className={`${styles.inputs} ${styles.worked}`}>
      {parts.length > 0 && (
        <span>{t('search:success-worked', { success: show(state.opos), parts: parts.join(' + ') })}</span>
      )}
      <span>{t('search:row-worked', { row: show(state.rowNow), start: show(state.rowStart), left })}</span>
      {largest && (
        <span>
          {letterOf(largest.place)} {poaWorked(largest, state.opos, language)}
        </span>
      )}
      <span>{t('search:start-from', { source })}</span>
    </p>
  )
}
