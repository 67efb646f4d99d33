import { useState } from 'react'
import type { Application } from '../../shared/applications/types.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'

export interface FileDialogProps {
  file: Application
  name: string
  onClose(): void
}

/** A refusal or a return: always in writing, and the reason is sealed. */
export function WrittenReason({
  step,
  file,
  name,
  onClose,
}: FileDialogProps & { step: 'refuse' | 'return' }) {
  const { t } = useWords()
  const { up } = useLink()
  const [reason, setReason] = useState('')
  const { give, sending, refused } = useAsk(`${step}:${file.id}`)
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    (reason.trim() === '' && t('law:reason-missing'))

  async function save() {
    const type = step === 'refuse' ? 'RefuseApplication' : 'ReturnApplication'
    const answer = await give(type, { application: file.id, reason })
    if (answer.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t(`law:${step}`)}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t(`law:${step}`)}
        </Button>
      }
    >
      <div className={styles.lines}>
        <TextInput
          label={t('law:written-reason')}
          hint={t('law:reason-hint')}
          lines={4}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          autoFocus
        />
        <p>{t(`law:then.${step}`)}</p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
