import { number, percent } from '../../shared/i18n/format.ts'
import type { Place } from '../../shared/operations/types.ts'
import { coverageOfSweep, podOfSweep, type SegmentState } from '../../shared/search/state.ts'
import { useDeskWords } from '../operations/words.ts'
import { usePriorSource } from './priors/use-prior-source.ts'
import styles from './search.module.css'
import { fromTo, poaWorked } from './segments/segment-words.ts'
import type { SearchBoard } from './use-search.ts'

interface SegmentNumbersProps {
  search: SearchBoard
  place: Place
  segment: SegmentState
}

/** POA, POD and POS of a segment, each with the numbers it is reckoned from. */
export function SegmentNumbers({ search: { operation, state }, place, segment }: SegmentNumbersProps) {
  const { t, language } = useDeskWords()
  const source = usePriorSource(operation)
  const { poaStart, poaNow, pod, pos } = segment
  const { searches } = place
  const show = (share: number) => percent(share, language, 1)
  const part = (share: number) => number(share, language, 2)
  return (
    <dl className={styles.formula}>
      <dt>{t('search:poa-start-now')}</dt>
      <dd className="num">
        {place.poa === null ? t('search:no-poa') : fromTo(show(poaStart), show(poaNow))}
      </dd>
      {place.poa !== null && (
        <dd className={styles.source}>
          {poaWorked(segment, state.opos, language)}
          {' · '}
          {t('search:start-from', { source })}
        </dd>
      )}
      <dt>{t('search:pod-all')}</dt>
      <dd className="num">{searches.length > 0 ? show(pod) : '–'}</dd>
      {searches.length > 0 && (
        <dd className={styles.source}>
          {`1 − ${searches.map((sweep) => `(1 − ${part(podOfSweep(sweep))})`).join(' × ')} · ${t(
            'search:coverage-is',
            {
              coverage: searches.map((sweep) => part(coverageOfSweep(sweep))).join(' + '),
            },
          )}`}
        </dd>
      )}
      {pos > 0 && (
        <>
          <dt>{t('search:pos-here')}</dt>
          <dd className="num">
            <span className="dim">
              {show(poaStart)} × {part(pod)} ={' '}
            </span>
            {show(pos)}
          </dd>
        </>
      )}
    </dl>
  )
}
