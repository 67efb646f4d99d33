import { useState } from 'react'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'
import type { FileDialogProps } from './WrittenReason.tsx'

/** ID card and badge after the legal training: from here on the status is in force. */
export function IssueCard({ file, name, onClose }: FileDialogProps) {
  const { t } = useWords()
  const { up } = useLink()
  const [number, setNumber] = useState('')
  const [badge, setBadge] = useState('')
  const [trained, setTrained] = useState(false)
  const { give, sending, refused } = useAsk(`issue:${file.id}`)
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    ((number.trim() === '' || badge.trim() === '') && t('law:numbers-missing')) ||
    (!trained && t('law:not-trained'))

  async function save() {
    const answer = await give('IssueCard', { application: file.id, number, badge, trained: true })
    if (answer.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t('law:issue')}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('law:issue')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <TextInput
          label={t('law:card-number')}
          value={number}
          onChange={setNumber}
          maxLength={30}
          autoFocus
        />
        <TextInput label={t('law:badge-number')} value={badge} onChange={setBadge} maxLength={30} />
        <Checkbox label={t('law:trained')} checked={trained} onChange={setTrained} />
        <p>{t('law:then.issue')}</p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
