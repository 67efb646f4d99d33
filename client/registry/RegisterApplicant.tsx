import { useState } from 'react'
import { dayOf, dayOfText, dayText } from '../../shared/law/day.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'
import type { FileDialogProps } from './WrittenReason.tsx'

/** The akimat's registration: its number and its date. */
export function RegisterApplicant({ file, name, onClose }: FileDialogProps) {
  const { t } = useWords()
  const { up } = useLink()
  const now = useSlowNow()
  const [number, setNumber] = useState('')
  const [typed, setTyped] = useState(dayText(dayOf(now)))
  const { give, sending, refused } = useAsk(`register:${file.id}`)
  const on = dayOfText(typed)
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    (number.trim() === '' && t('law:number-missing')) ||
    (on === null && t('law:date-wrong'))

  async function save() {
    if (on === null) return
    const answer = await give('RegisterApplicant', { application: file.id, number, on })
    if (answer.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t('law:register-applicant')}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('law:register-applicant')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <TextInput
          label={t('law:registration-number')}
          value={number}
          onChange={setNumber}
          maxLength={30}
          autoFocus
        />
        <TextInput
          label={t('law:registration-date')}
          {...(on === null && { error: t('law:date-wrong') })}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          maxLength={10}
        />
        <p>{t('law:then.register')}</p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
