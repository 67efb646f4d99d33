import { useMemo, useState } from 'react'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import type { TypedPoint } from '../operations/draft.ts'
import { PointField } from '../operations/OutlineField.tsx'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { useAsk } from '../store/use-store.ts'
import { Select } from '../ui/Choices.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { type ClueKind, clueKinds, clueText } from './sealed-words.ts'
import { setSearchDesk } from './search-desk.ts'

/** Something found, seen or heard: what, where, in which words. */
export function ClueForm({ operation, onClose }: { operation: Operation; onClose(): void }) {
  const { t } = useDeskWords()
  const ask = useAsk(`clue:${operation.id}`)
  const [kind, setKind] = useState<ClueKind>('item')
  const [point, setPoint] = useState<TypedPoint>({ text: '', at: null })
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)

  async function submit() {
    setTried(true)
    if (!point.at || words.trim() === '') return
    const text = clueText({ kind, words: words.trim() })
    const answer = await ask.give('PlaceClue', { operation: operation.id, at: point.at, text })
    if (!answer.ok) return
    setSearchDesk({ clue: (answer.result as { clue: string }).clue })
    onClose()
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
