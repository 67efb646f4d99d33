import { useState } from 'react'
import { withUnit } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { useWords } from '../ui/words.ts'
import { AlarmSubject } from './AlarmSubject.tsx'
import styles from './alarms.module.css'

const minutes = ['5', '15', '30', '60'] as const

/** Puts an alarm off, always with an end; it comes back by itself. */
export function ShelveAlarm({ alarm: id, onClose }: { alarm: Id; onClose(): void }) {
  const { t, language } = useWords()
  const alarm = useEntity('alarm', id)
  const { give, refused, sending } = useAsk()
  const [time, setTime] = useState<(typeof minutes)[number]>('15')
  if (!alarm) return null
  async function shelve() {
    // A second short of the hour, which is the most the server allows when it hears this.
    const until = Math.round(now()) + Number(time) * 60_000 - 1_000
    const answer = await give('ShelveAlarm', { alarm: id, until })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <>
          {t('alarms:shelve-title')}: {t(`terms:alarm.${alarm.kind}`)}, <AlarmSubject alarm={alarm} />
        </>
      }
      actions={
        <Button
          kind="primary"
          action="confirm"
          onPress={() => void shelve()}
          refused={sending.length > 0 && t('desk:sending')}
        >
          {t('alarms:shelve')}
        </Button>
      }
    >
      <div className={styles.form}>
        <NumberedChoice
          label={t('alarms:shelve-for')}
          value={time}
          onChange={(value) => setTime(value)}
          options={minutes.map((value) => ({ value, label: withUnit(Number(value), 'min', language) }))}
        />
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
