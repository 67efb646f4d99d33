import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { dayOf, dayOfText, dayText } from '../../shared/law/day.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../ui/words.ts'
import { DayInput } from './DayInput.tsx'
import styles from './registry.module.css'

/** A legal training after the one that the card was issued on (D2). */
export function RecordTraining({ id, name, onClose }: { id: Id; name: string; onClose(): void }) {
  const { t } = useWords()
  const { up } = useLink()
  const now = useSlowNow()
  const [typed, setTyped] = useState(dayText(dayOf(now)))
  const { give, sending, refused } = useAsk(`training:${id}`)
  const on = dayOfText(typed)
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    (on === null && t('law:date-wrong'))

  async function save() {
    if (on === null) return
    const answer = await give('RecordTraining', { assistant: id, on })
    if (answer.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t('law:record-training')}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('law:record-training')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <DayInput label={t('law:trained-on')} value={typed} onChange={setTyped} />
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
