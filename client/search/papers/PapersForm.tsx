import { useCallback, useState } from 'react'
import type { Place } from '../../../shared/operations/types.ts'
import { type Paper, paperKey, papers } from '../../../shared/search/segments/ground-types.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { sameItems, useAsk, useBoard, useStore } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { now } from '../../ui/clock.ts'
import { type SearchBoard, useClues } from '../use-search.ts'
import { PaperActivity } from './PaperActivity.tsx'
import { PaperClue, PaperClueLog } from './PaperClues.tsx'
import { PaperDebrief } from './PaperDebrief.tsx'
import { PaperPrint, type Printing } from './PaperFrame.tsx'
import { PaperTeam } from './PaperTeam.tsx'
import { type Activity, useActivity } from './use-activity.ts'

interface PapersFormProps {
  search: SearchBoard
  /** The chosen segment, whose sheet is what one usually wants. */
  segment: Place | null
  onClose(): void
}

const all = 'all'

/** Chooses a paper and prints it; which copies there are stands in the record. */
export function PapersForm({ search, segment, onClose }: PapersFormProps) {
  const { t } = useDeskWords()
  const { operation, segments } = search
  const { board } = useStore()
  const ask = useAsk(`papers:${operation.id}`)
  const activity = useActivity()
  const clues = useClues(operation)
  const tasks = useBoard(
    (all) => [...all.task.values()].filter((task) => task.operation === operation.id),
    sameItems,
    'task',
  )
  const [paper, setPaper] = useState<Paper>('team')
  const [place, setPlace] = useState(segment?.id ?? segments[0]?.id ?? null)
  const [team, setTeam] = useState(all)
  const [clue, setClue] = useState(all)
  const [printing, setPrinting] = useState<(Printing & { activity: Activity | null }) | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const done = useCallback(() => setPrinting(null), [])
  const chosen = segments.find(({ id }) => id === place)
  const task = tasks.find(({ id }) => id === team) ?? null
  const ofSegment = paper === 'team' || paper === 'debrief'
  const about = ofSegment
    ? place
    : paper === 'activity'
      ? (task?.id ?? null)
      : paper === 'clue' && clue !== all
        ? clue
        : null
  const copies = operation.search?.printed?.[paperKey(paper, about)] ?? 0
  const impossible =
    (ofSegment && !chosen && t('search:no-segments')) ||
    (paper === 'clue' && clues.length === 0 && t('search:no-clues'))

  async function print() {
    if (impossible) return
    setBusy(true)
    setFailed(false)
    const lines = paper === 'activity' ? await activity(operation.id, task?.id ?? null) : null
    setFailed(paper === 'activity' && lines === null)
    if (paper === 'activity' && lines === null) return setBusy(false)
    const upTo = board.board.seq
    const answer = await ask.give('PrintPaper', { operation: operation.id, paper, about, upTo })
    setBusy(false)
    // Paper is what one needs when the line is down: then it says that it was not counted.
    const uncounted = !answer.ok && answer.code === 'link.down'
    if (!answer.ok && !uncounted) return
    const { copy } = ((answer.ok ? answer.result : undefined) as { copy?: number }) ?? {}
    setPrinting({ paper, copy: copy ?? null, upTo, at: Math.round(now()), activity: lines })
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:papers')}
      submit={t('search:paper-print')}
      sending={busy || ask.sending.length > 0}
      onSubmit={() => void print()}
      onClose={onClose}
    >
      <div data-first="">
        <Select
          label={t('search:paper-which')}
          options={papers.map((one) => ({ value: one, label: t(`search:paper.${one}`) }))}
          value={paper}
          onChange={setPaper}
        />
      </div>
      {ofSegment && (
        <Select
          label={t('search:segment')}
          options={segments.map(({ id, letter, name }) => ({ value: id, label: `${letter} · ${name}` }))}
          value={place}
          onChange={setPlace}
        />
      )}
      {paper === 'activity' && (
        <Select
          label={t('search:paper-team')}
          options={[
            { value: all, label: t('search:paper-whole') },
            ...tasks.map(({ id, number }) => ({
              value: id,
              label: t('search:sheet.team', { task: number }),
            })),
          ]}
          value={team}
          onChange={setTeam}
        />
      )}
      {paper === 'clue' && (
        <Select
          label={t('search:clues')}
          options={[
            { value: all, label: t('search:paper-all-clues', { count: clues.length }) },
            ...clues.map(({ id, number, words }) => ({
              value: id,
              label: `${number} · ${words.slice(0, 40)}`,
            })),
          ]}
          value={clue}
          onChange={setClue}
        />
      )}
      {impossible && <p className="amber small">{impossible}</p>}
      <p className="dim small">{t('search:paper-hint', { count: copies })}</p>
      {failed && <p role="alert">{refusalText(t, { code: 'link.down' })}</p>}
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      {printing && (
        <PaperPrint onDone={done}>
          {printing.paper === 'team' && chosen && (
            <PaperTeam search={search} place={chosen} printing={printing} />
          )}
          {printing.paper === 'debrief' && chosen && (
            <PaperDebrief search={search} place={chosen} printing={printing} />
          )}
          {printing.paper === 'clue' && (
            <PaperClue operation={operation} printing={printing} clue={clue === all ? null : clue} />
          )}
          {printing.paper === 'clue-log' && <PaperClueLog operation={operation} printing={printing} />}
          {printing.activity && (
            <PaperActivity
              operation={operation}
              printing={printing}
              task={task}
              events={printing.activity.events}
              cut={printing.activity.cut}
            />
          )}
        </PaperPrint>
      )}
    </SideForm>
  )
}
