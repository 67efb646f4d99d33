import { useState } from 'react'
import { number, percent } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import { isRefusal, type Refusal as Refused, refuse } from '../../../shared/kernel/refusal.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import {
  regionsUp,
  rowProblem,
  rowsOf,
  sameRow,
  tableIds,
} from '../../../shared/search/priors/find-distances.ts'
import { type DistancesInFile, readDistances } from '../../../shared/search/priors/find-distances-csv.ts'
import type { FindDistances } from '../../../shared/search/priors/probability.ts'
import { regionName } from '../../app/region-name.ts'
import { maySend, useStaff } from '../../app/staff-session.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useStore } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { FileButton } from '../segments/FileButton.tsx'
import { DistanceRowFields } from './DistanceRowFields.tsx'
import { newRow, type RowDraft, rowDraftOf, rowOf } from './distance-draft.ts'
import { RingSource } from './RingSource.tsx'
import { useDistanceTable, useRowWords } from './ring-words.ts'
import styles from './rings.module.css'

/** Bytes; 150 rows are a tenth of it. */
const longestFile = 500_000

interface DistancesFormProps {
  operation: Operation
  onClose(): void
}

/**
 * The table of find distances that a search goes by: its rows with their sources, typed or from a file. Whoever may not
 * change it makes one for the widest region that their grant covers.
 */
export function DistancesForm({ operation, onClose }: DistancesFormProps) {
  const { t, language } = useDeskWords()
  const words = useRowWords()
  const ask = useAsk('distances')
  const session = useStaff()
  const { board } = useStore()
  const table = useDistanceTable(operation.region)
  const mine = regionsUp(operation.region).filter((region) =>
    maySend(session, board.board, 'ChangeFindDistances', { region, rows: [] }),
  )
  const region = mine.find((one) => one === table?.id) ?? mine.at(-1) ?? operation.region
  const [rows, setRows] = useState<readonly FindDistances[]>(() => rowsOf(table))
  const [draft, setDraft] = useState<RowDraft | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [file, setFile] = useState<string | null>(null)
  const [leftOut, setLeftOut] = useState<DistancesInFile['leftOut']>([])

  /** The list with what is being typed in it; null when that will not do. */
  function withDraft(): readonly FindDistances[] | null {
    if (!draft) return rows
    const row = rowOf(draft)
    const wrong = isRefusal(row) ? row : rowProblem(row)
    const others = rows.filter((_, i) => i !== draft.replaces)
    const twice = !isRefusal(row) && others.some((other) => sameRow(other, row))
    if (wrong || isRefusal(row) || twice) {
      setProblem(wrong ?? { refused: true, code: 'search.distances-twice' })
      return null
    }
    const next = draft.replaces === null ? [...rows, row] : rows.with(draft.replaces, row)
    setRows(next)
    setDraft(null)
    setProblem(null)
    return next
  }
  function edit(next: RowDraft) {
    const kept = withDraft()
    if (kept) setDraft(next)
  }
  async function bring(chosen: File) {
    setFile(chosen.name)
    const found =
      chosen.size > longestFile ? refuse('search.distances-head') : readDistances(await chosen.text())
    if (isRefusal(found)) {
      setProblem(found)
      setLeftOut([])
      return
    }
    setProblem(null)
    setLeftOut(found.leftOut)
    // A row of the file takes the place of the one of the same category and terrain.
    setRows([...rows.filter((row) => !found.rows.some((other) => sameRow(other, row))), ...found.rows])
  }
  async function submit() {
    const next = withDraft()
    if (!next) return
    const answer = await ask.give(
      'ChangeFindDistances',
      { region, rows: next.map((row) => ({ ...row, within: row.within.map((one) => ({ ...one })) })) },
      { seen: tableIds(region).map((id) => key('distances', id)) },
    )
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={<span>{regionName(t, region)}</span>}
      title={t('search:distances')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
      actions={
        <Button icon="plus" onPress={() => edit(newRow)}>
          {t('search:distances-row')}
        </Button>
      }
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">{t('search:distances-hint')}</p>
      <div data-first="">
        <FileButton accept=".csv,.txt,.tsv" name={file} onFile={(chosen) => void bring(chosen)} />
      </div>
      <p className="dim small">{t('search:distances-file-hint')}</p>
      {!draft && problem && <Refusal refusal={problem} />}
      {leftOut.length > 0 && (
        <div role="alert">
          <SectionHead title={t('search:areas-left-out')} count={leftOut.length} />
          <ul className="small">
            {leftOut.map(({ line, refusal }) => (
              <li key={line}>
                <b className="num">{t('search:distances-line', { line })}</b> {refusalText(t, refusal)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {draft?.replaces === null && <DistanceRowFields draft={draft} problem={problem} onChange={setDraft} />}
      {rows.map((row, i) =>
        draft?.replaces === i ? (
          <DistanceRowFields
            key={`${row.category} ${row.terrain}`}
            draft={draft}
            problem={problem}
            onChange={setDraft}
          />
        ) : (
          <div key={`${row.category} ${row.terrain}`} className={styles.row}>
            <b>
              {words.category(row.category)}, {words.terrain(row.terrain)}
            </b>
            <Button onPress={() => edit(rowDraftOf(row, i, language))}>{t('search:distances-change')}</Button>
            <Button
              icon="cross"
              label={t('search:distances-remove', {
                row: `${words.category(row.category)}, ${words.terrain(row.terrain)}`,
              })}
              onPress={() => {
                setDraft(null)
                setRows(rows.filter((_, other) => other !== i))
              }}
            >
              {''}
            </Button>
            <span className={styles.within}>
              {row.within.map(({ share, metres }) => (
                <span key={share} className="num">
                  <span className="dim">{percent(share, language)}</span> {number(metres / 1000, language, 2)}
                </span>
              ))}
            </span>
            <p className="dim small">
              <RingSource row={row} />
            </p>
          </div>
        ),
      )}
    </SideForm>
  )
}
