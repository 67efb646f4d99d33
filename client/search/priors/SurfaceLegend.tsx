import { number, percent } from '../../../shared/i18n/format.ts'
import { annulusDensities } from '../../../shared/search-theory/find-rings.ts'
import { useDesk } from '../../app/desk-state.ts'
import type { Surface } from '../../map/shapes.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useEntity } from '../../store/use-store.ts'
import { useRings } from './ring-words.ts'
import styles from './rings.module.css'
import { hectare } from './surface.ts'

/** The values of the surface while it is on the map; the last two of them are for whoever asks how thin it gets. */
export function SurfaceLegend() {
  const operation = useEntity(
    'operation',
    useDesk((desk) => desk.operation),
  )
  const surface = useDesk(({ shapes }) =>
    (shapes['search-points'] ?? []).find((shape): shape is Surface => shape.kind === 'surface'),
  )
  if (!surface || !operation) return null
  return <Steps surface={surface} operation={operation} />
}

function Steps({ surface, operation }: { surface: Surface; operation: Parameters<typeof useRings>[0] }) {
  const { t, language } = useDeskWords()
  const rings = useRings(operation)
  if (!rings) return null
  const densities = annulusDensities(rings.within)
  return (
    <div>
      <div>{t('search:legend.surface')}</div>
      <div className={styles.legend}>
        {surface.bands.map(({ metres, strength }, i) => (
          <div key={metres} style={{ display: 'contents' }}>
            <i className={styles.swatch} style={{ opacity: strength }} />
            <span className="num dim">
              {t('search:legend.surface-to', { km: number(metres / 1000, language, 1) })}
            </span>
            <span className="num right">{percent((densities[i] ?? 0) * hectare, language, 4)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
