import { number } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { useDeskWords } from '../../operations/words.ts'
import { mixOf, priorsBody, type ScenarioDraft } from './priors.ts'
import styles from './scenarios.module.css'

/** What the scenarios make together, each number with what it was made of. */
export function ScenarioSum({
  segments,
  drafts,
}: {
  segments: readonly Place[]
  drafts: readonly ScenarioDraft[]
}) {
  const { t, language } = useDeskWords()
  const places = segments.map(({ id }) => id)
  const { poa, row } = mixOf(places, drafts)
  const { scenarios } = priorsBody('', places, drafts)
  const show = (share: number, digits = 1) => number(share * 100, language, digits)
  const lines = [
    ...segments.map(({ id, letter }, i) => ({
      id,
      letter,
      sum: poa[i] ?? 0,
      parts: scenarios.map((one) => one.poa[i] ?? 0),
    })),
    { id: 'row', letter: t('search:row'), sum: row, parts: scenarios.map((one) => one.row) },
  ]
  return (
    <table className={styles.sum}>
      <caption>{t('search:weighted-sum')}</caption>
      <tbody>
        {lines.map(({ id, letter, sum, parts }) => (
          <tr key={id}>
            <th scope="row">{letter}</th>
            <td className="num dim">
              {parts.map((part, i) => `${show(scenarios[i]?.weight ?? 0, 0)} % × ${show(part)}`).join(' + ')}
            </td>
            <td className="num strong">{show(sum)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
