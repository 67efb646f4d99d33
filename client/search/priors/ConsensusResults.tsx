import { number, percent } from '../../../shared/i18n/format.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import { isOlderThan } from '../../../shared/search/priors/priors.ts'
import type { Consensus, Sheet } from '../../../shared/search/priors/probability.ts'
import { sharesOf } from '../../../shared/search-theory/consensus.ts'
import { Officer } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { sameItems, useBoard, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { setSearchDesk } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import { byConsensus } from './priors.ts'
import styles from './scenarios.module.css'
import { useConsensuses, useNewestClue } from './use-priors.ts'

/** What the closed consensuses came to, newest first, with every sheet. */
export function ConsensusResults({ search }: { search: SearchBoard }) {
  const over = useConsensuses(search.operation.id).filter(({ closedAt }) => closedAt !== null)
  return over.toReversed().map((one) => <Result key={one.id} search={search} consensus={one} />)
}

function Result({ search, consensus }: { search: SearchBoard; consensus: Consensus }) {
  const { t, language, time } = useDeskWords()
  const { operation, segments } = search
  const { method, result, closedAt, places } = consensus
  const clue = useNewestClue(operation.id)
  const sheets = useBoard(
    (board) => consensus.sheets.flatMap(({ sheet }): Sheet[] => asList(board.sheet.get(sheet))),
    sameItems,
    'sheet',
  )
  const head = (
    <SectionHead
      title={`${t('search:consensus')} ${closedAt === null ? '' : time(closedAt)}`}
      note={t(`search:method.${method}`)}
    />
  )
  if (!result)
    return (
      <div className={styles.history}>
        {head}
        <p className="dim small">{t('search:consensus-dropped')}</p>
      </div>
    )
  const lines: (Id | 'row')[] = [...places, 'row']
  const shares = [...result.poa, result.row]
  const each = sheets.map(({ values }) => sharesOf(method, values, consensus.row))
  const letterOf = (line: Id | 'row') =>
    line === 'row' ? t('search:row') : (segments.find(({ id }) => id === line)?.letter ?? '–')
  const fits = byConsensus(consensus, segments) !== null
  return (
    <div className={styles.history}>
      {head}
      {isOlderThan(clue, closedAt) && clue !== null && (
        <p className="amber small">{t('search:clue-since', { clue: time(clue) })}</p>
      )}
      <table className={styles.sum}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('search:segment')}</span>
            </th>
            <th scope="col">{t('search:sheets-of', { count: sheets.length })}</th>
            <th scope="col">{t('search:spread')}</th>
            <th scope="col">{t('search:mean')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={line}>
              <th scope="row">{letterOf(line)}</th>
              <td className="num dim">
                {sheets
                  .map(({ values }, n) =>
                    values[i] === undefined
                      ? '–'
                      : method === 'mattson'
                        ? number(values[i] as number, language, 1)
                        : `${typeof values[i] === 'number' ? number(values[i], language, 1) : values[i]} (${percent(each[n]?.[i] ?? 0, language)})`,
                  )
                  .join(' · ')}
              </td>
              <td className="num dim">
                {number((result.least[i] ?? 0) * 100, language)}–
                {number((result.most[i] ?? 0) * 100, language)}
              </td>
              <td className="num strong">{percent(shares[i] ?? 0, language, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className={styles.evaluators}>
        {consensus.sheets.map(({ sheet, by, person }) => (
          <li key={sheet}>
            <Evaluator by={by} person={person} />
          </li>
        ))}
      </ol>
      {operation.closedAt === null && (
        <Button
          onPress={() => setSearchDesk({ consensus: consensus.id, form: 'priors' })}
          refused={!fits && t('search:consensus-other-now')}
        >
          {t('search:consensus-use')}
        </Button>
      )}
    </div>
  )
}

function Evaluator({ by, person }: Pick<Consensus['sheets'][number], 'by' | 'person'>) {
  const { t } = useDeskWords()
  const name = useText(person)
  return person ? (
    <>
      {name} <span className="dim">{t('search:sheet-typed-by')}</span> <Officer id={by} />
    </>
  ) : (
    <Officer id={by} />
  )
}

const asList = <One,>(one: One | undefined): One[] => (one === undefined ? [] : [one])
