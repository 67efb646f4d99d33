import { coordinatesText } from '../../../shared/city/find-point.ts'
import { calendarDate } from '../../../shared/i18n/format.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import type { Clue } from '../../../shared/search/case/case-types.ts'
import { Officer, Person, UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useText } from '../../store/use-store.ts'
import { useClues } from '../use-search.ts'
import { PaperBlanks, PaperFacts, PaperSheet, PaperSigns, type Printing } from './PaperFrame.tsx'

type ClueLine = ReturnType<typeof useClues>[number]

interface PaperCluesProps {
  operation: Operation
  printing: Printing
}

/** Every clue on a sheet of its own, or the one that was asked for, with lines for whoever takes it over. */
export function PaperClue({ operation, printing, clue }: PaperCluesProps & { clue: string | null }) {
  const clues = useClues(operation).filter(({ id }) => clue === null || id === clue)
  return (
    <>
      {clues.map((one) => (
        <ClueSheet key={one.id} operation={operation} printing={printing} clue={one} />
      ))}
    </>
  )
}

function ClueSheet({ operation, printing, clue }: PaperCluesProps & { clue: ClueLine }) {
  const { t } = useDeskWords()
  const at = useMoment()
  return (
    <PaperSheet
      operation={operation}
      printing={printing}
      title={t('search:paper-clue-title', { number: clue.number })}
    >
      <PaperFacts
        facts={[
          [t('search:clue-kind'), clue.kind && t(`search:clue.${clue.kind}`)],
          [t('search:clue-words'), clue.words],
          [t('search:where'), coordinatesText(clue.at)],
          [t('search:paper-found-at'), at(clue.foundAt)],
          [t('search:paper-found-by'), <Finder key="finder" finder={clue.finder} />],
          [t('search:paper-verdict'), clue.assessed && t(`search:verdict.${clue.assessed.verdict}`)],
        ]}
      />
      <h2>{t('search:paper-custody')}</h2>
      <table>
        <thead>
          <tr>
            <th style={{ width: '20%' }}>{t('search:paper-when')}</th>
            <th>{t('search:paper-custody-words')}</th>
            <th style={{ width: '26%' }}>{t('search:sheet.signature')}</th>
          </tr>
        </thead>
        <tbody>
          {clue.custody.map((said) => (
            <tr key={said.sealed.text}>
              <td>{at(said.happenedAt)}</td>
              <td>
                <Custody said={said} />
              </td>
              <td />
            </tr>
          ))}
          {Array.from({ length: 5 }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place
            <tr key={i}>
              <td>&nbsp;</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('search:paper-clue-more')}</h2>
      <PaperBlanks
        tall
        rows={(['looks', 'direction', 'left', 'next'] as const).map((row) => t(`search:paper-clue.${row}`))}
      />
      <PaperSigns signs={[t('search:paper-sign-finder'), t('search:paper-sign-taken')]} />
    </PaperSheet>
  )
}

const blankLines = 6

/** All clues in the order of their numbers, with lines for those still to come. */
export function PaperClueLog({ operation, printing }: PaperCluesProps) {
  const { t } = useDeskWords()
  const clues = useClues(operation)
  const at = useMoment()
  return (
    <PaperSheet operation={operation} printing={printing} title={t('search:paper.clue-log')}>
      <table>
        <thead>
          <tr>
            <th style={{ width: '24pt' }}>#</th>
            <th style={{ width: '15%' }}>{t('search:paper-found-at')}</th>
            <th style={{ width: '18%' }}>{t('search:paper-found-by')}</th>
            <th style={{ width: '17%' }}>{t('search:where')}</th>
            <th>{t('search:clue-words')}</th>
            <th style={{ width: '15%' }}>{t('search:paper-verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {clues.map(({ id, number, foundAt, finder, at: where, kind, words, assessed }) => (
            <tr key={id}>
              <td>{number}</td>
              <td>{at(foundAt)}</td>
              <td>
                <Finder finder={finder} />
              </td>
              <td>{coordinatesText(where)}</td>
              <td>
                {kind && `${t(`search:clue.${kind}`)}: `}
                {words}
              </td>
              <td>{assessed && t(`search:verdict.${assessed.verdict}`)}</td>
            </tr>
          ))}
          {Array.from({ length: blankLines }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place
            <tr key={i}>
              <td>&nbsp;</td>
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </PaperSheet>
  )
}

function useMoment() {
  const { time, offset } = useDeskWords()
  return (at: number) => `${calendarDate(at, offset).slice(0, 5)} ${time(at)}`
}

function Custody({ said }: { said: Clue['custody'][number] }) {
  return <>{useText(said.sealed)}</>
}

function Finder({ finder }: { finder: Clue['finder'] }) {
  const { t } = useDeskWords()
  if (finder.kind === 'citizen') return <>{t('search:paper-citizen')}</>
  if (finder.kind === 'assistant') return <Person id={finder.id} short />
  return finder.kind === 'unit' ? <UnitName id={finder.id} /> : <Officer id={finder.id} />
}
