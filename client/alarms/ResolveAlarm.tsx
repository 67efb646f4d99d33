import { useState } from 'react'
import { resolveReasons } from '../../shared/alarms/commands.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { useWords } from '../ui/words.ts'
import { AlarmSubject } from './AlarmSubject.tsx'
import styles from './alarms.module.css'

/** Closes an owned alarm: with one of the reasons, picked by its digit, and words if there is more to say. */
export function ResolveAlarm({ alarm: id, onClose }: { alarm: Id; onClose(): void }) {
  const { t } = useWords()
  const alarm = useEntity('alarm', id)
  const { give, refused, sending } = useAsk()
  const [reason, setReason] = useState<(typeof resolveReasons)[number]>(
    alarm?.kind === 'sos' ? 'helped' : 'handled',
  )
  const [words, setWords] = useState('')
  if (!alarm) return null
  async function close() {
    const answer = await give('ResolveAlarm', {
      alarm: id,
      reason,
      ...(words.trim() && { words: words.trim() }),
    })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <>
          {t('alarms:resolve-title')}: {t(`terms:alarm.${alarm.kind}`)}, <AlarmSubject alarm={alarm} />
        </>
      }
      actions={
        <Button
          kind="primary"
          action="confirm"
          onPress={() => void close()}
          refused={sending.length > 0 && t('desk:sending')}
        >
          {t('alarms:resolve-title')}
        </Button>
      }
    >
      <div className={styles.form}>
        <NumberedChoice
          label={t('alarms:reason')}
          value={reason}
          onChange={(value) => setReason(value)}
          options={resolveReasons.map((value) => ({ value, label: t(`terms:resolved.${value}`) }))}
        />
        <TextInput label={t('alarms:words')} value={words} onChange={setWords} lines={2} maxLength={2000} />
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
