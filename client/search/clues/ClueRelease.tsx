import { useState } from 'react'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useEntity, useText } from '../../store/use-store.ts'
import { TextInput } from '../../ui/Fields.tsx'
import type { CasePartProps } from '../case/StatementForm.tsx'
import { clueText, readClue } from '../sealed-words.ts'
import { useSearchDesk } from '../search-desk.ts'

/** The words that the teams will read; they begin as the desk's own, so that names can be taken out. */
export function ClueRelease(props: CasePartProps) {
  const clue = useEntity(
    'clue',
    useSearchDesk((desk) => desk.clue),
  )
  const text = useText(clue?.sealed)
  const said = text === undefined ? null : readClue(text)
  if (!clue || !said) return null
  return <Fields {...props} id={clue.id} number={clue.number} said={said} />
}

interface FieldsProps extends CasePartProps {
  id: string
  number: number
  said: NonNullable<ReturnType<typeof readClue>>
}

function Fields({ operation, onClose, id, number, said }: FieldsProps) {
  const { t } = useDeskWords()
  const ask = useAsk(`release:${id}`)
  const [words, setWords] = useState(said.words)
  const [tried, setTried] = useState(false)

  async function submit() {
    setTried(true)
    if (words.trim() === '') return
    const text = clueText({ kind: said.kind, words: words.trim() })
    const answer = await ask.give('ReleaseClue', { clue: id, at: said.at, text })
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={
        <>
          <span className="num">{operation.number}</span> {t('case:clue-title', { number })}
        </>
      }
      title={t('case:clue-release')}
      submit={t('case:clue-release')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <TextInput
          label={t('case:clue-release-words')}
          value={words}
          lines={3}
          maxLength={600}
          onChange={setWords}
          error={tried && words.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
      </div>
    </SideForm>
  )
}
