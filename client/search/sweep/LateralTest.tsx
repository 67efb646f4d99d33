import { useDeskWords } from '../../operations/words.ts'
import { TextInput } from '../../ui/Fields.tsx'
import { LateralResult } from './LateralResult.tsx'
import styles from './width.module.css'
import { type PassedRow, passedOf, withBlank } from './width-draft.ts'

interface LateralTestProps {
  rows: readonly PassedRow[]
  onChange(rows: PassedRow[]): void
  /** Metres of the width that holds now, to compare with. */
  holds: number | undefined
  tried: boolean
}

const columns = ['distance', 'seen', 'missed'] as const

/** A lateral range test: what was seen and missed at which distance from the walked line, and what follows. */
export function LateralTest({ rows, onChange, holds, tried }: LateralTestProps) {
  const { t } = useDeskWords()
  const { passed, wrong } = passedOf(rows)
  return (
    <>
      <p className="dim small">{t('search:lateral-how')}</p>
      <div className={styles.rows}>
        {rows.map((row, i) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number, none is ever moved
            key={i}
            aria-label={t('search:lateral-row', { n: i + 1 })}
          >
            {columns.map((column) => (
              <TextInput
                key={column}
                label={t(`search:lateral-${column}`)}
                value={row[column]}
                inputMode={column === 'distance' ? 'text' : 'numeric'}
                maxLength={7}
                onChange={(text) => onChange(withBlank(rows.with(i, { ...row, [column]: text })))}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {tried && wrong.length > 0 && (
        <p className="amber small" role="alert">
          {t('search:lateral-wrong', { rows: wrong.join(', ') })}
        </p>
      )}
      <LateralResult passed={passed} holds={holds} />
    </>
  )
}
