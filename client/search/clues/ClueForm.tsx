import { useMemo, useState } from 'react'
import type { Body } from '../../../shared/board/commands.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { runningTasksOf } from '../../../shared/tasks/links.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import type { TypedPoint } from '../../operations/draft.ts'
import { PointField } from '../../operations/OutlineField.tsx'
import { Refusal } from '../../operations/Refusal.tsx'
import { Line, SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { sameItems, useAsk, useBoard } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { now } from '../../ui/clock.ts'
import { TextInput } from '../../ui/Fields.tsx'
import { TimeInput } from '../../ui/TimeInput.tsx'
import { lastInstant, minutesNow } from '../case/use-case.ts'
import { type ClueKind, clueKinds, clueText } from '../sealed-words.ts'
import { setSearchDesk } from '../search-desk.ts'

/** Something found, seen or heard: what, where, in which words. */
export function ClueForm({ operation, onClose }: { operation: Operation; onClose(): void }) {
  const { t, offset } = useDeskWords()
  const finders = useFinders(operation.id)
  const ask = useAsk(`clue:${operation.id}`)
  const [kind, setKind] = useState<ClueKind>('item')
  const [point, setPoint] = useState<TypedPoint>({ text: '', at: null })
  const [words, setWords] = useState('')
  const [finder, setFinder] = useState('desk')
  const [minutes, setMinutes] = useState<number | null>(() => minutesNow(now(), offset))
  const [tried, setTried] = useState(false)

  async function submit() {
    setTried(true)
    if (!point.at || words.trim() === '') return
    const text = clueText({ kind, words: words.trim() })
    const answer = await ask.give('PlaceClue', {
      ...{ operation: operation.id, at: point.at, text },
      ...finderOf(finder),
      ...(minutes !== null && { foundAt: lastInstant(minutes, now(), offset) }),
    })
    if (!answer.ok) return
    setSearchDesk({ clue: (answer.result as { clue: string }).clue, form: 'clue-file' })
  }
  useShapes(
    'clue-form',
    useMemo(
      (): Shape[] => (point.at ? [{ kind: 'clue', id: 'draft-clue', at: point.at, selected: true }] : []),
      [point.at],
    ),
  )
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:new-clue')}
      submit={t('search:place-clue')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <Select
          label={t('search:clue-kind')}
          options={clueKinds.map((one) => ({ value: one, label: t(`search:clue.${one}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <Line>
        <Select
          label={t('case:clue-by')}
          options={[
            { value: 'desk', label: t('case:clue-finder.desk') },
            { value: 'citizen', label: t('case:clue-finder.citizen') },
            ...finders,
          ]}
          value={finder}
          onChange={setFinder}
        />
        <TimeInput label={t('case:clue-seen')} value={minutes} onChange={setMinutes} />
      </Line>
      <PointField
        label={t('search:where')}
        value={point}
        onChange={setPoint}
        {...(tried && { error: refuse('typed.missing') })}
      />
      <TextInput
        label={t('search:clue-words')}
        value={words}
        lines={3}
        maxLength={1500}
        onChange={setWords}
        error={tried && words.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
      />
      <p className="dim small">{t('search:clue-hint')}</p>
    </SideForm>
  )
}

/** Everybody who is in a task of the search now, by call sign. */
function useFinders(operation: Id): { value: string; label: string }[] {
  const signs = useBoard(
    (board) =>
      runningTasksOf(board, operation).flatMap(({ unit, members }) => [
        `unit:${unit} ${board.unit.get(unit)?.callSign ?? ''}`,
        ...members.map(
          ({ assistant }) => `assistant:${assistant} ${board.assistant.get(assistant)?.callSign ?? ''}`,
        ),
      ]),
    sameItems,
    'task',
  )
  return signs.map((sign) => {
    const cut = sign.indexOf(' ')
    return { value: sign.slice(0, cut), label: sign.slice(cut + 1) }
  })
}

function finderOf(chosen: string): Pick<Body<'PlaceClue'>, 'finder'> {
  if (chosen === 'desk') return {}
  if (chosen === 'citizen') return { finder: { kind: 'citizen' } }
  const [kind, id = ''] = chosen.split(':')
  return { finder: { kind: kind === 'unit' ? 'unit' : 'assistant', id } }
}
