import { useState } from 'react'
import { Refusal } from '../../operations/Refusal.tsx'
import { Line, SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useEntity } from '../../store/use-store.ts'
import { now } from '../../ui/clock.ts'
import { TextInput } from '../../ui/Fields.tsx'
import { TimeInput } from '../../ui/TimeInput.tsx'
import type { CasePartProps } from '../case/StatementForm.tsx'
import { lastInstant, minutesNow } from '../case/use-case.ts'
import { useSearchDesk } from '../search-desk.ts'
import { CustodyChain } from './CustodyChain.tsx'

/** One more entry of the chain; those before it stand below and cannot be changed. */
export function ClueCustody({ operation, onClose }: CasePartProps) {
  const { t, offset } = useDeskWords()
  const clue = useEntity(
    'clue',
    useSearchDesk((desk) => desk.clue),
  )
  const ask = useAsk(`custody:${clue?.id ?? ''}`)
  const [takenBy, setTakenBy] = useState('')
  const [handedTo, setHandedTo] = useState('')
  const [stored, setStored] = useState('')
  const [minutes, setMinutes] = useState<number | null>(() => minutesNow(now(), offset))
  const [tried, setTried] = useState(false)
  if (!clue) return null
  const { id, number } = clue

  async function submit() {
    setTried(true)
    if (takenBy.trim() === '' || minutes === null) return
    const answer = await ask.give('NoteCustody', {
      ...{ clue: id, takenBy: takenBy.trim(), happenedAt: lastInstant(minutes, now(), offset) },
      ...(handedTo.trim() && { handedTo: handedTo.trim() }),
      ...(stored.trim() && { stored: stored.trim() }),
    })
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={
        <>
          <span className="num">{operation.number}</span> {t('case:clue-title', { number })}
        </>
      }
      title={t('case:custody')}
      submit={t('case:custody-add')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <TextInput
          label={t('case:custody-taken')}
          value={takenBy}
          maxLength={80}
          onChange={setTakenBy}
          error={tried && takenBy.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
      </div>
      <Line>
        <TextInput label={t('case:custody-handed')} value={handedTo} maxLength={80} onChange={setHandedTo} />
        <TimeInput label={t('case:custody-when')} value={minutes} onChange={setMinutes} />
      </Line>
      <TextInput label={t('case:custody-stored')} value={stored} maxLength={80} onChange={setStored} />
      <CustodyChain clue={clue} />
    </SideForm>
  )
}
