import { distance, number, withUnit } from '../../../shared/i18n/format.ts'
import type { SweepWidth } from '../../../shared/search/types.ts'
import { sweepWidth } from '../../../shared/search-theory/sweep-width.ts'
import { useDeskWords } from '../../operations/words.ts'
import styles from '../search.module.css'

/** The sweep width, and where the number comes from. */
export function WidthFacts({ width }: { width: SweepWidth | undefined }) {
  const { t, language } = useDeskWords()
  if (!width) return null
  const { metres, source, rd, visibility, ranges, passed } = width
  const tested = source === 'rd-test' && rd !== undefined && visibility ? sweepWidth(rd, visibility) : null
  return (
    <dl className={styles.formula}>
      <dt>{t('terms:search.sweep-width')}</dt>
      <dd className="num">{distance(metres, language)}</dd>
      <dd className={styles.source}>
        {t(`terms:sweep-source.${source}`)}
        {tested && rd !== undefined && visibility && (
          <>
            {': '}
            {t('search:rd-of', {
              rd: distance(rd, language),
              visibility: t(`terms:visibility.${visibility}`),
            })}{' '}
            <span lang="en">{tested.source}</span>
            {tested.provisional && ` · ${t('search:provisional')}`}
            {ranges &&
              `. ${t('search:width-ranges', { count: ranges.length, ranges: ranges.map((one) => number(one, language, one % 1 ? 1 : 0)).join(', ') })}`}
          </>
        )}
        {passed &&
          `: ${passed
            .map(({ distance: at, seen, missed }) => {
              const metres = withUnit(number(at, language, at % 1 ? 1 : 0), 'm', language)
              return `${metres} ${seen}/${seen + missed}`
            })
            .join(' · ')}`}
      </dd>
    </dl>
  )
}
