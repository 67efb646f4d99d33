import type { FindDistances } from '../../../shared/search/priors/probability.ts'
import { useDeskWords } from '../../operations/words.ts'

/** Who published a row; amber where it was not counted here, which is nearly always. */
export function RingSource({ row }: { row: FindDistances }) {
  const { t } = useDeskWords()
  return (
    <>
      {t('search:rings-source', { source: row.source })}{' '}
      <span className={row.kazakhstan ? undefined : 'amber'}>
        {t(row.kazakhstan ? 'search:from-kazakhstan' : 'search:not-from-kazakhstan')}
      </span>
    </>
  )
}
