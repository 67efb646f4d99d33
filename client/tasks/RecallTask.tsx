import type { Id } from '../../shared/kernel/ids.ts'
import { isLive } from '../../shared/tasks/links.ts'
import { People, UnitName } from '../operations/Who.tsx'
import { useAsk, useEntity } from '../store/use-store.ts'
import { useWords } from '../ui/words.ts'
import { TaskDialog } from './TaskDialog.tsx'

/** Calls a whole task back, after saying who that is. */
export function RecallTask({ task: id, onClose }: { task: Id; onClose(): void }) {
  const { t } = useWords()
  const task = useEntity('task', id)
  const asking = useAsk(`recall:${id}`)
  if (!task) return null
  async function recall() {
    const answer = await asking.give('RecallTask', { task: id })
    if (answer.ok) onClose()
  }
  return (
    <TaskDialog
      task={id}
      title={t('tasks:recall')}
      submit={t('tasks:recall')}
      asking={asking}
      onSubmit={() => void recall()}
      onClose={onClose}
    >
      <p>
        {t('tasks:recall-whom')}{' '}
        <b>
          <UnitName id={task.unit} />
        </b>
        {', '}
        <People ids={task.members.filter(isLive).map(({ assistant }) => assistant)} />
      </p>
    </TaskDialog>
  )
}
