import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { dayOf, dayOfText, dayText } from '../../shared/law/day.ts'
import { knownRegions } from '../../shared/law/regions.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'
import { DayInput } from './DayInput.tsx'
import { RegionField } from './RegionField.tsx'
import styles from './registry.module.css'

/** A written permission to work in another region (D9): its document, its region and its days. */
export function PermitRegion({ id, name, onClose }: { id: Id; name: string; onClose(): void }) {
  const { t } = useWords()
  const { up } = useLink()
  const now = useSlowNow()
  const [region, setRegion] = useState<string | null>(null)
  const [document, setDocument] = useState('')
  const [first, setFirst] = useState(dayText(dayOf(now)))
  const [last, setLast] = useState('')
  const { give, sending, refused } = useAsk(`permit:${id}`)
  const from = dayOfText(first)
  const until = dayOfText(last)
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    (region === null && t('registry:region-missing')) ||
    (document.trim() === '' && t('law:number-missing')) ||
    ((from === null || until === null) && t('law:date-wrong'))

  async function save() {
    if (region === null || from === null || until === null) return
    const answer = await give('PermitRegion', { assistant: id, region, document, from, until })
    if (answer.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t('law:permit')}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('law:permit')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <RegionField
          label={t('registry:region')}
          options={knownRegions}
          value={region}
          onChange={setRegion}
        />
        <TextInput label={t('law:permit-document')} value={document} onChange={setDocument} maxLength={30} />
        <DayInput label={t('law:first-day')} value={first} onChange={setFirst} />
        <DayInput label={t('law:last-day')} value={last} onChange={setLast} />
        <p>{t('law:then.permit')}</p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
