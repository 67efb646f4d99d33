import { useState } from 'react'
import { dayOf, dayOfText, dayText } from '../../shared/law/day.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'
import { DayInput } from './DayInput.tsx'
import styles from './registry.module.css'

interface IssueCardProps {
  /** The file of the application; of who came from paper the person's, which has the same id. */
  id: string
  name: string
  /** In the place of an older card: the status runs already. */
  again?: boolean
  onClose(): void
}

/** ID card and badge after the legal training: from here on the status is in force. */
export function IssueCard({ id, name, again = false, onClose }: IssueCardProps) {
  const { t } = useWords()
  const { up } = useLink()
  const now = useSlowNow()
  const [number, setNumber] = useState('')
  const [badge, setBadge] = useState('')
  const [until, setUntil] = useState('')
  const [on, setOn] = useState(dayText(dayOf(now)))
  const [trained, setTrained] = useState(false)
  const { give, sending, refused } = useAsk(`issue:${id}`)
  const trainedOn = dayOfText(on)
  const lastDay = dayOfText(until)
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    ((number.trim() === '' || badge.trim() === '') && t('law:numbers-missing')) ||
    ((trainedOn === null || (until.trim() !== '' && lastDay === null)) && t('law:date-wrong')) ||
    (!trained && t('law:not-trained'))
  const title = t(again ? 'law:issue-again' : 'law:issue')

  async function save() {
    if (trainedOn === null) return
    const card = { application: id, number, badge, trainedOn, ...(lastDay && { until: lastDay }) }
    const answer = await give('IssueCard', card)
    if (answer.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${title}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {title}
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
        <DayInput
          label={t('law:card-until')}
          hint={t('law:card-until-hint')}
          value={until}
          onChange={setUntil}
        />
        <DayInput label={t('law:trained-on')} value={on} onChange={setOn} />
        <Checkbox label={t('law:trained')} checked={trained} onChange={setTrained} />
        <p>{t(again ? 'law:then.issue-again' : 'law:then.issue')}</p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
