import { distance, number, percent } from '../../../shared/i18n/format.ts'
import { coverageOfSpacing } from '../../../shared/search-theory/coverage.ts'
import { coverageForPod, podFromCoverage } from '../../../shared/search-theory/detection.ts'
import { inverseCubeOf, podOfPasses } from '../../../shared/search-theory/lateral-range.ts'
import { useDeskWords } from '../../operations/words.ts'
import { SectionHead } from '../../ui/SectionHead.tsx'
import searchStyles from '../search.module.css'
import styles from '../teams/plan.module.css'

interface SpacingGivesProps {
  /** Metres of the sweep width, and between neighbours. */
  width: number
  spacing: number
  /** The wanted POD, 0…1. */
  wanted: number | null
}

/** The first is what plans go by: real ways are neither straight nor evenly spaced. */
const curves = ['random', 'inverse-cube', 'definite'] as const
const sweeps = [1, 2, 3]

/** What a spacing detects at worst, with ideal lanes and at most, in one sweep and in several. */
export function SpacingGives({ width, spacing, wanted }: SpacingGivesProps) {
  const { t, language } = useDeskWords()
  const coverage = coverageOfSpacing(width, spacing)
  const k = inverseCubeOf(width)
  const half = spacing / 2
  const show = (pod: number) => percent(pod, language)
  const metres = (value: number) => distance(value, language)
  return (
    <div className={searchStyles.now}>
      <SectionHead
        title={t('search:spacing-gives')}
        note={t('search:spacing-coverage', {
          width: metres(width),
          spacing: metres(spacing),
          coverage: number(coverage, language, 2),
        })}
      />
      <table className={styles.numbers}>
        <thead>
          <tr>
            <th scope="col">{t('search:spacing-sweeps')}</th>
            {sweeps.map((n) => (
              <th key={n} scope="col" className="num">
                {n}
              </th>
            ))}
            <th scope="col">{wanted !== null && t('search:spacing-for', { pod: show(wanted) })}</th>
          </tr>
        </thead>
        <tbody className="num">
          {curves.map((curve) => (
            <tr key={curve} className={curve === 'random' ? 'strong' : 'dim'}>
              <td>{t(`search:curve.${curve}`)}</td>
              {sweeps.map((n) => (
                <td key={n}>{show(podFromCoverage(n * coverage, curve))}</td>
              ))}
              <td>{wanted !== null && metres(width / coverageForPod(wanted, curve))}</td>
            </tr>
          ))}
          <tr className="dim">
            <td>{t('search:curve.midway')}</td>
            {sweeps.map((n) => (
              <td key={n}>{show(podOfPasses(k, Array<number>(2 * n).fill(half)))}</td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
      <p className={searchStyles.hint}>
        {t('search:spacing-rests-on', { half: metres(half), k: number(k, language) })}
      </p>
    </div>
  )
}
