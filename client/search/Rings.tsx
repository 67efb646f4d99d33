import { number, percent } from '../../shared/i18n/format.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { useDeskWords } from '../operations/words.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { ringsFor } from './rings-for.ts'
import styles from './search.module.css'
import { setSearchDesk, useSearchDesk } from './search-desk.ts'
import { useSubject } from './use-search.ts'

/** How far from the IPP people of this category were found, and where that was counted. */
export function Rings({ operation }: { operation: Operation }) {
  const { t, language } = useDeskWords()
  const { category } = useSubject(operation)
  const shown = useSearchDesk((desk) => desk.rings)
  const rings = ringsFor(category)
  return (
    <>
      <SectionHead
        title={t('search:rings')}
        note={rings && t(shown ? 'search:rings-shown' : 'search:rings-hidden')}
        action="show.rings"
        onAction={() => setSearchDesk({ rings: !shown })}
      />
      {rings ? (
        <>
          <dl className={styles.rings}>
            <dt className="dim">{t('search:found-within')}</dt>
            {rings.within.map(({ share }) => (
              <dd key={share} className="num right">
                {percent(share, language)}
              </dd>
            ))}
            <dt className="dim">{t('search:distance-km')}</dt>
            {rings.within.map(({ share, metres }) => (
              <dd key={share} className="num right strong">
                {number(metres / 1000, language, 1)}
              </dd>
            ))}
          </dl>
          <p className={styles.hint}>{t('search:rings-source', { source: rings.source })}</p>
        </>
      ) : (
        <p className={styles.hint}>{t(category ? 'search:no-rings' : 'search:no-category')}</p>
      )}
    </>
  )
}
