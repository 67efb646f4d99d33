import { useState } from 'react'
import { number } from '../../../shared/i18n/format.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { Consensus } from '../../../shared/search/priors/probability.ts'
import { letters, mattsonPoints, sheetProblem } from '../../../shared/search/priors/sheet-rules.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useSession } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choices.tsx'
import { Checkbox, NumberInput, TextInput } from '../../ui/Fields.tsx'
import type { SearchBoard } from '../use-search.ts'
import { SheetsIn } from './ConsensusSheetsIn.tsx'
import styles from './scenarios.module.css'
import { emptySheet, pointsGiven, sheetValues } from './sheet-draft.ts'

interface ConsensusSheetProps {
  search: SearchBoard
  consensus: Consensus
  onClose(): void
}

/** One's own blind sheet, or a paper of somebody without an account; who runs the search closes it from here. */
export function ConsensusSheet({ search, consensus, onClose }: ConsensusSheetProps) {
  const { t, language, time } = useDeskWords()
  const { operation, segments } = search
  const { method, sheets, row } = consensus
  const ask = useAsk(`sheet:${consensus.id}`)
  const session = useSession()
  const me = session?.me.kind === 'staff' ? session.me.account : undefined
  const [draft, setDraft] = useState(() => emptySheet(consensus))
  const [paper, setPaper] = useState(false)
  const [person, setPerson] = useState('')
  const [replaces, setReplaces] = useState<Id | null>(null)
  const [tried, setTried] = useState(false)
  const [dropping, setDropping] = useState(false)
  const values = sheetValues(consensus, draft)
  const problem = sheetProblem(consensus, values)
  const own = sheets.find(({ by, person: of }) => by === me && of === null)
  const unnamed = paper && person.trim() === ''

  async function submit() {
    setTried(true)
    if (problem || unnamed) return
    const answer = await ask.give('GiveSheet', {
      consensus: consensus.id,
      values,
      ...(paper && { person: person.trim() }),
      ...(replaces && { sheet: replaces }),
    })
    if (!answer.ok) return
    // The next one to sit down here must not read it.
    setDraft(emptySheet(consensus))
    setPerson('')
    setReplaces(null)
    setTried(false)
  }
  const give = (type: 'CloseConsensus' | 'DropConsensus') => void ask.give(type, { consensus: consensus.id })
  const set = (line: Id | 'row', value: number | string | null) => setDraft(new Map(draft).set(line, value))
  const nameOf = (line: Id | 'row') => {
    const segment = segments.find(({ id }) => id === line)
    return line === 'row'
      ? t('search:rest-of-world')
      : `${segment?.letter ?? '–'} ${segment?.name ?? ''}`.trim()
  }
  return (
    <SideForm
      above={
        <>
          <span className="num">{operation.number}</span>
          <span>{t('search:opened-at', { time: time(consensus.openedAt) })}</span>
        </>
      }
      title={t('search:consensus')}
      submit={t('search:sheet-give')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() => give('CloseConsensus')}
            refused={sheets.length < 2 && t('refusals:search.consensus-few', { least: 2 })}
          >
            {t('search:consensus-close')}
          </Button>
          <Button onPress={() => (dropping ? give('DropConsensus') : setDropping(true))}>
            {t(dropping ? 'search:consensus-drop-sure' : 'search:consensus-drop')}
          </Button>
        </>
      }
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">
        <b>{t(`search:method.${method}`)}.</b> {t(`search:method-how.${method}`)}{' '}
        {row !== null && t('search:rest-is', { percent: number(row * 100, language, 1) })}
      </p>
      {own && !paper && <p className="strong">{t('search:sheet-is-in', { time: time(own.at) })}</p>}
      <Checkbox label={t('search:sheet-paper')} checked={paper} onChange={setPaper} />
      {paper && (
        <TextInput
          label={t('search:sheet-person')}
          hint={t('search:sheet-person-hint')}
          value={person}
          maxLength={80}
          onChange={setPerson}
          error={tried && unnamed ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
      )}
      <div className={styles.lines}>
        {[...draft].map(([line, value], i) => (
          <div key={line} {...(i === 0 && { 'data-first': '' })}>
            {method === 'o-connor' ? (
              <Select
                label={nameOf(line)}
                options={letters.map((letter) => ({ value: letter, label: letter }))}
                value={letters.find((letter) => letter === value) ?? null}
                onChange={(letter) => set(line, letter)}
              />
            ) : (
              <NumberInput
                label={nameOf(line)}
                value={typeof value === 'number' ? value : null}
                min={0}
                max={method === 'mattson' ? mattsonPoints : 1000}
                step={1}
                onChange={(points) => set(line, points)}
              />
            )}
          </div>
        ))}
      </div>
      {method === 'mattson' && (
        <p className={Math.abs(pointsGiven(draft) - mattsonPoints) < 1e-6 ? 'strong' : 'amber'} role="status">
          {t('search:points-given', {
            points: number(pointsGiven(draft), language, Number.isInteger(pointsGiven(draft)) ? 0 : 2),
            of: mattsonPoints,
          })}
        </p>
      )}
      {tried && problem && problem.code !== 'search.sheet-points' && (
        <p className="amber" role="alert">
          {refusalText(t, problem)}
        </p>
      )}
      <SheetsIn
        sheets={sheets}
        me={me}
        onReplace={(sheet, name) => {
          setPaper(true)
          setPerson(name)
          setReplaces(sheet)
        }}
      />
    </SideForm>
  )
}
