import { useState } from 'react'
import type { Finding, ForceReport } from '../../shared/force-reports/types.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'
import styles from './force.module.css'

interface ReviewDialogProps {
  report: ForceReport
  step: Finding | 'return'
  onClose(): void
}

/** A finding, or its return: always in writing, and the reason is sealed. */
export function ReviewDialog({ report, step, onClose }: ReviewDialogProps) {
  const { t } = useWords()
  const { up } = useLink()
  const [reason, setReason] = useState('')
  const { give, sending, refused } = useAsk(`review:${report.id}`)
  const title = step === 'return' ? t('force:return') : t(`terms:force-finding.${step}`)
  const why =
    (!up && t('force:no-link')) ||
    (sending.length > 0 && t('force:sending')) ||
    (reason.trim() === '' && t('force:reason-missing'))

  async function save() {
    const answer =
      step === 'return'
        ? await give('ReturnForceReview', { report: report.id, reason })
        : await give('ReviewForce', { report: report.id, finding: step, reason })
    if (answer.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {title}
        </Button>
      }
    >
      <div className={styles.lines}>
        <TextInput
          label={t('force:reason')}
          hint={t('force:reason-hint')}
          lines={5}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          autoFocus
        />
        <p>{t(step === 'return' ? 'force:then.return' : 'force:then.review')}</p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
