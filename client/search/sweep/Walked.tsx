import { distance, hectares, number, percent } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { afterSearch, shifted } from '../../../shared/search-theory/bayes.ts'
import { podFromCoverage } from '../../../shared/search-theory/detection.ts'
import type { CoverageOfSegment } from '../../../shared/wire/read.ts'
import { useDeskWords } from '../../operations/words.ts'
import styles from '../search.module.css'
import { fromTo } from '../segments/segment-words.ts'
import type { SearchBoard } from '../use-search.ts'
import { Dropped } from './Dropped.tsx'
import { KindsSwept } from './KindsSwept.tsx'
import { SweptShare } from './SweptShare.tsx'
import { Walker } from './Walker.tsx'
import { WidthFacts } from './WidthFacts.tsx'

interface WalkedProps {
  search: SearchBoard
  place: Place
  measured: CoverageOfSegment
}

/** Width × length ÷ area = coverage, and what it means, line by line. */
export function Walked({ search: { operation, state, segments, tasks }, place, measured }: WalkedProps) {
  const { t, language } = useDeskWords()
  const { searchers, sweepWidth, area, coverage, pod, podOfArea } = measured
  const length = searchers.reduce((sum, { metres }) => sum + metres, 0)
  const residual = {
    masses: state.segments.map(({ poaNow }) => poaNow),
    outside: state.rowNow,
  }
  const index = segments.findIndex(({ id }) => id === place.id)
  const after = shifted(
    afterSearch(
      residual,
      residual.masses.map((_, i) => (i === index ? pod : 0)),
    ),
  )
  return (
    <>
      <dl className={styles.walkers}>
        {searchers.map(({ assistant, metres, dropped: of }) => (
          <div key={assistant} style={{ display: 'contents' }}>
            <dt className="clip strong">
              <Walker operation={operation} id={assistant} />
            </dt>
            <dd className="num right strong">{distance(metres, language)}</dd>
            <dd className={styles.dropped}>
              <Dropped of={of} />
            </dd>
          </div>
        ))}
      </dl>
      <WidthFacts width={sweepWidth} />
      {measured.byKind && (
        <div className={styles.said}>
          <KindsSwept byKind={measured.byKind} />
        </div>
      )}
      <dl className={styles.formula}>
        <dt>{t('search:length-all')}</dt>
        <dd className="num">{distance(length, language)}</dd>
        <dt>{t('search:area')}</dt>
        <dd className="num">{t('search:hectares', { area: hectares(area, language) })}</dd>
        <dt className={styles.sum}>{t('search:coverage-formula')}</dt>
        <dd className={`${styles.sum} num`}>{number(coverage, language, 2)}</dd>
        <dt>{t('search:pod-even')}</dt>
        <dd className="num">{percent(podFromCoverage(coverage), language, 1)}</dd>
        {podOfArea !== undefined && (
          <>
            <dt>{t('search:pod-of-area')}</dt>
            <dd className="num">{percent(podOfArea, language, 1)}</dd>
          </>
        )}
        <dt>{t(podOfArea === undefined ? 'search:pod-cells' : 'search:pod-left')}</dt>
        <dd className="num">
          <b>{percent(pod, language, 1)}</b>
        </dd>
        <dt className={styles.sum}>{t('search:poa-if-recorded')}</dt>
        <dd className={`${styles.sum} num`}>
          {fromTo(
            percent(residual.masses[index] ?? 0, language, 1),
            percent(after.masses[index] ?? 0, language, 1),
          )}
        </dd>
        <dt>{t('search:row-if-recorded')}</dt>
        <dd className="num">
          {fromTo(percent(residual.outside, language, 1), percent(after.outside, language, 1))}
        </dd>
      </dl>
      <SweptShare place={place} task={tasks.get(place.id)} measured={measured} />
      <p className={styles.hint}>{t('search:cells-hint')}</p>
    </>
  )
}
