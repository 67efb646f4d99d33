import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import { type Criteria, terms } from '../../shared/force-reports/types.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { newId } from '../store/new-id.ts'
import { sameItems, useAsk, useBoard, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Choices.tsx'
import { now } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TimeInput } from '../ui/TimeInput.tsx'
import { Answers } from './Answers.tsx'
import { chooseReport } from './chosen-report.ts'
import { earlier, minutesOf } from './day-time.ts'
import styles from './force.module.css'

const unasked: Criteria = {
  ...{ protected: 'unknown', armed: 'unknown', group: 'unknown', means: 'unknown' },
  ...{ ground: 'unknown', necessary: 'unknown', proportionate: 'unknown' },
}
/** Who is on duty first: it is they who call. */
const peopleOf = (board: Board) =>
  [...board.assistant.values()].sort(
    (a, b) => Number(bookedOn(b.shift)) - Number(bookedOn(a.shift)) || a.callSign.localeCompare(b.callSign),
  )

/** The first word of an assistant whose phone is gone: the officer who writes it down stands beside it. */
export function RadioReport({ onClose }: { onClose(): void }) {
  const { t, offset } = useDeskWords()
  const { up } = useLink()
  const { give, sending, refused } = useAsk('force-by-radio')
  const people = useBoard(peopleOf, sameItems, 'assistant')
  const [report] = useState(newId)
  const [assistant, setAssistant] = useState<Id | null>(null)
  const [happenedAt, setHappenedAt] = useState(() => Math.round(now()))
  const [criteria, setCriteria] = useState(unasked)
  const why =
    (!up && t('force:no-link')) ||
    (sending.length > 0 && t('force:sending')) ||
    (assistant === null && t('force:who-missing'))

  async function save() {
    if (assistant === null) return
    const answer = await give('ReportForce', { report, assistant, happenedAt, criteria })
    if (!answer.ok) return
    chooseReport(report)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={t('force:by-radio')}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('force:save-report')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <p>{t('force:by-radio-note')}</p>
        <div className={styles.pair}>
          <Combobox
            label={t('force:assistant')}
            options={people.map(({ id, callSign }) => ({ value: id, label: callSign }))}
            value={assistant}
            onChange={setAssistant}
          />
          <TimeInput
            label={t('force:happened-at')}
            value={minutesOf(happenedAt, offset)}
            onChange={(minutes) => minutes !== null && setHappenedAt(earlier(now(), minutes, offset))}
          />
        </div>
        {terms.map((term) => (
          <Answers
            key={term}
            label={t(`terms:force.${term}`)}
            value={criteria[term]}
            onChange={(value) => setCriteria({ ...criteria, [term]: value })}
          />
        ))}
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
