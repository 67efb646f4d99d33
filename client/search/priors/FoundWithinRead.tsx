import { useState } from 'react'
import { number, percent } from '../../../shared/i18n/format.ts'
import { type FoundWithin, shareWithin } from '../../../shared/search-theory/find-rings.ts'
import { useDeskWords } from '../../operations/words.ts'
import { NumberInput } from '../../ui/Fields.tsx'
import styles from './rings.module.css'

/** How many were found within a distance that is no ring: where containment has to stand. */
export function FoundWithinRead({ within }: { within: readonly FoundWithin[] }) {
  const { t, language } = useDeskWords()
  const [km, setKm] = useState<number | null>(null)
  const kilometres = (metres: number) => number(metres / 1000, language, 2)
  const metres = (km ?? 0) * 1000
  const outer = within.find((ring) => metres < ring.metres)
  const inner = within.findLast((ring) => metres >= ring.metres)
  const share = percent(shareWithin(within, metres), language)
  return (
    <div className={styles.choice}>
      <NumberInput
        label={t('search:rings-within')}
        value={km}
        min={0}
        max={200}
        step={0.5}
        onChange={setKm}
        hint={
          km === null
            ? t('search:rings-within-why')
            : outer
              ? t('search:rings-within-share', {
                  share,
                  from: kilometres(inner?.metres ?? 0),
                  to: kilometres(outer.metres),
                })
              : t('search:rings-beyond-share', { share })
        }
      />
    </div>
  )
}
