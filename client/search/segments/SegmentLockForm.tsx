import { useState } from 'react'
import type { Place } from '../../../shared/operations/types.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { TextInput } from '../../ui/Fields.tsx'
import type { SearchBoard } from '../use-search.ts'

interface SegmentLockFormProps {
  search: SearchBoard
  place: Place
  onClose(): void
}

/** Closes a segment to every team, with the reason that they are told. */
export function SegmentLockForm({ search: { operation, tasks }, place, onClose }: SegmentLockFormProps) {
  const { t } = useDeskWords()
  const ask = useAsk(`lock:${place.id}`)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  async function submit() {
    setTried(true)
    if (reason.trim() === '') return
    const answer = await ask.give('LockSegment', { place: place.id, reason: reason.trim() })
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:lock-title', { letter: place.letter })}
      submit={t('search:lock')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">{t('search:lock-hint')}</p>
      {tasks.has(place.id) && <p className="amber">{t('search:lock-team-out')}</p>}
      <div data-first="">
        <TextInput
          label={t('search:lock-reason')}
          value={reason}
          maxLength={200}
          onChange={setReason}
          error={tried && reason.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
      </div>
    </SideForm>
  )
}
