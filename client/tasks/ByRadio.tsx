import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { isLive, linkOf } from '../../shared/tasks/links.ts'
import { currentOrder } from '../../shared/tasks/types.ts'
import { useAsk, useEntity } from '../store/use-store.ts'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import { PartyChoice, partyOf } from './PartyChoice.tsx'
import { giveStep, type RadioStep, radioWord, stepsByRadio } from './radio-steps.ts'
import { stepWord } from './step-words.tsx'
import { TaskDialog } from './TaskDialog.tsx'

/** Enters for a unit or a person what they said by radio. */
export function ByRadio({ task: id, assistant, onClose }: { task: Id; assistant?: Id; onClose(): void }) {
  const { t } = useWords()
  const task = useEntity('task', id)
  const asking = useAsk(`by-radio:${id}`)
  const [who, setWho] = useState<Id | null>(assistant ?? task?.unit ?? null)
  const [chosen, setChosen] = useState<RadioStep | null>(null)
  if (!task) return null
  const version = currentOrder(task)?.version ?? 0
  const party = who === null ? null : partyOf(task, who)
  const link = party ? linkOf(task, party) : undefined
  const steps = party && link && isLive(link) ? stepsByRadio(link, party, version) : []
  const step = steps.includes(chosen as RadioStep) ? (chosen as RadioStep) : steps[0]
  const wordOf = (of: RadioStep) => {
    const word = radioWord(of)
    if (word === 'understood') return t('terms:order.understood')
    return word === 'resume' ? t('tasks:resume') : stepWord(t, word)
  }
  async function send() {
    if (!task || !party || !step) return
    const answer = await giveStep(asking, task.id, party, step, version)
    if (answer.ok) onClose()
  }
  return (
    <TaskDialog
      task={id}
      title={t('tasks:by-radio')}
      submit={t('tasks:by-radio-submit')}
      refused={step === undefined && t('tasks:no-step')}
      asking={asking}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <PartyChoice task={task} value={who} onChange={setWho} />
      {step !== undefined && (
        <Segments
          label={t('tasks:step')}
          value={step}
          onChange={setChosen}
          options={steps.map((value) => ({ value, label: wordOf(value) }))}
        />
      )}
    </TaskDialog>
  )
}
