import { useState } from 'react'
import type { ForceReport } from '../../shared/force-reports/types.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import { parseInstant } from '../audit/instant.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import styles from './force.module.css'

/** Number and day of the notice to the prosecutor's office: without it such a report is not closed. */
export function NoticeDialog({ report, onClose }: { report: ForceReport; onClose(): void }) {
  const { t, offset } = useDeskWords()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`notice:${report.id}`)
  const [number, setNumber] = useState(report.prosecutorNotice?.number ?? '')
  const [day, setDay] = useState(() => calendarDate(report.prosecutorNotice?.on ?? now(), offset))
  const on = parseInstant(day, offset)
  const why =
    (!up && t('force:no-link')) ||
    (sending.length > 0 && t('force:sending')) ||
    (number.trim() === '' && t('force:number-missing')) ||
    (on === null && t('force:day-missing'))

  async function save() {
    if (on === null) return
    const answer = await give('RecordProsecutorNotice', { report: report.id, number, on })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('force:record-notice')}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('force:save-notice')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <p>{t('force:notice-note')}</p>
        <div className={styles.pair}>
          <TextInput
            label={t('force:notice-number')}
            value={number}
            onChange={setNumber}
            maxLength={40}
            autoFocus
          />
          <TextInput
            label={t('force:notice-day')}
            value={day}
            onChange={setDay}
            placeholder="02.03.2026"
            maxLength={10}
          />
        </div>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
