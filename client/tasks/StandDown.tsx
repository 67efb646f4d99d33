import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { isLive } from '../../shared/tasks/links.ts'
import { useAsk, useEntity } from '../store/use-store.ts'
import { useWords } from '../ui/words.ts'
import { PartyChoice, partyOf } from './PartyChoice.tsx'
import { TaskDialog } from './TaskDialog.tsx'

/** Lets one of the team go; the others stay. */
export function StandDown({ task: id, assistant, onClose }: { task: Id; assistant?: Id; onClose(): void }) {
  const { t } = useWords()
  const task = useEntity('task', id)
  const asking = useAsk(`stand-down:${id}`)
  const [who, setWho] = useState<Id | null>(
    assistant ?? task?.members.find(isLive)?.assistant ?? task?.unit ?? null,
  )
  if (!task) return null
  async function standDown() {
    if (!task || !who) return
    const answer = await asking.give('StandDown', { task: id, party: partyOf(task, who) })
    if (answer.ok) onClose()
  }
  return (
    <TaskDialog
      task={id}
      title={t('tasks:stand-down')}
      submit={t('tasks:stand-down')}
      asking={asking}
      onSubmit={() => void standDown()}
      onClose={onClose}
    >
      <PartyChoice task={task} value={who} onChange={setWho} />
      {who === task.unit && <p>{t('tasks:unit-stands-down')}</p>}
    </TaskDialog>
  )
}
