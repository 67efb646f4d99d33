import { distance } from '../../../shared/i18n/format.ts'
import type { SweptByKind } from '../../../shared/search/types.ts'
import { useDeskWords } from '../../operations/words.ts'

/** Whoever searched with a width of their own: what their part of the coverage rests on. */
export function KindsSwept({ byKind }: { byKind: readonly SweptByKind[] | undefined }) {
  const { t, language } = useDeskWords()
  return byKind?.map(({ kind, sweepWidth, trackMetres }) => (
    <div className="small dim clip num" key={kind}>
      {t('search:kind-swept', {
        kind: t(`search:kind.${kind}`),
        width: distance(sweepWidth, language),
        length: distance(trackMetres, language),
      })}
    </div>
  ))
}
