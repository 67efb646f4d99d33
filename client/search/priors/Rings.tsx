import { number, percent } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { rowsOf, sameRow, tableIds } from '../../../shared/search/priors/find-distances.ts'
import { annulusDensities } from '../../../shared/search-theory/find-rings.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choices.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { nextRings, openForm, useSearchDesk } from '../search-desk.ts'
import { FoundWithinRead } from './FoundWithinRead.tsx'
import { RingSource } from './RingSource.tsx'
import { useDistanceTable, useRings, useRowWords } from './ring-words.ts'
import styles from './rings.module.css'
import { bandsOf, hectare } from './surface.ts'

/** How far from the IPP people of the chosen category were found in such a terrain, and where that was counted. */
export function Rings({ operation }: { operation: Operation }) {
  const { t, language } = useDeskWords()
  const words = useRowWords()
  const ask = useAsk(`rings:${operation.id}`)
  const shown = useSearchDesk((desk) => desk.rings)
  const table = useDistanceTable(operation.region)
  const chosen = useRings(operation)
  const rows = rowsOf(table)
  const densities = chosen && annulusDensities(chosen.within)
  const bands = chosen && bandsOf(chosen.within)

  function choose(value: string) {
    const row = rows[Number(value)]
    if (!row) return
    const { category, terrain } = row
    void ask.give(
      'ChooseRings',
      { operation: operation.id, category, terrain },
      { seen: tableIds(operation.region).map((id) => key('distances', id)) },
    )
  }
  const at = chosen ? rows.findIndex((row) => sameRow(row, chosen)) : -1
  return (
    <>
      <SectionHead
        title={t('search:rings')}
        note={chosen && t(`search:rings-are.${shown}`)}
        action="show.rings"
        onAction={nextRings}
      />
      <div className={styles.choice}>
        <Select
          label={t('search:rings-by')}
          placeholder={t('search:rings-choose')}
          options={rows.map((row, i) => ({
            value: String(i),
            label: `${words.category(row.category)}, ${words.terrain(row.terrain)}`,
          }))}
          value={at < 0 ? null : String(at)}
          onChange={choose}
          disabled={operation.closedAt !== null}
        />
      </div>
      {ask.refused && (
        <div className={styles.refused}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
      {chosen && bands && densities ? (
        <>
          <table className={styles.rings}>
            <thead>
              <tr>
                <th>{t('search:found-within')}</th>
                <th>{t('search:distance-km')}</th>
                <th>{t('search:density-hectare')}</th>
              </tr>
            </thead>
            <tbody>
              {chosen.within.map(({ share, metres }, i) => (
                <tr key={share}>
                  <td className="num">
                    <i className={styles.swatch} style={{ opacity: bands[i]?.strength }} />
                    {percent(share, language)}
                  </td>
                  <td className="num strong">{number(metres / 1000, language, 2)}</td>
                  <td className="num">{percent((densities[i] ?? 0) * hectare, language, 4)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <FoundWithinRead within={chosen.within} />
          <p className={styles.hint}>
            <RingSource row={chosen} />{' '}
            {t('search:rings-outside', {
              percent: percent(1 - (chosen.within.at(-1)?.share ?? 0), language),
            })}
          </p>
        </>
      ) : (
        <p className={styles.hint}>{t('search:rings-no-default')}</p>
      )}
      {chosen && !operation.search?.ipp && (
        <p className={styles.hint}>
          <span className="amber">{t('search:rings-need-ipp')}</span>
        </p>
      )}
      <div className={styles.table}>
        <Button action="rings.table" onPress={() => openForm('distances')}>
          {t('search:distances-short')}
        </Button>
      </div>
    </>
  )
}
