import { number, percent } from '../../../shared/i18n/format.ts'
import type { PeriodNumbers } from '../../../shared/search/case/period-table.ts'
import { useDeskWords } from '../../operations/words.ts'
import { fromTo } from '../segments/segment-words.ts'
import styles from '../teams/plan.module.css'

interface PeriodSegmentsProps {
  row: PeriodNumbers
  letterOf(place: string): string
}

/** One period segment by segment: POA before and after, coverage, POD and POS of the period, POD of everything so far. */
export function PeriodSegments({ row, letterOf }: PeriodSegmentsProps) {
  const { t, language } = useDeskWords()
  const searched = (share: number) => (share > 0 ? percent(share, language, 1) : '–')
  return (
    <table className={styles.numbers}>
      <thead>
        <tr>
          <th scope="col">{t('search:segment')}</th>
          <th scope="col">{t('search:poa-change')}</th>
          <th scope="col">{t('search:coverage-sign')}</th>
          <th scope="col">{t('search:pod')}</th>
          <th scope="col">{t('search:pos')}</th>
          <th scope="col">{t('search:pod-cumulative')}</th>
        </tr>
      </thead>
      <tbody>
        {row.segments.map(({ place, poa, poaAfter, pod, pos, cumulativePod, coverage }) => (
          <tr key={place}>
            <td className="strong">{letterOf(place)}</td>
            <td className="num">{fromTo(percent(poa, language, 1), percent(poaAfter, language, 1))}</td>
            <td className="num">{coverage > 0 ? number(coverage, language, 2) : '–'}</td>
            <td className="num">{searched(pod)}</td>
            <td className="num">{searched(pos)}</td>
            <td className="num">{searched(cumulativePod)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
