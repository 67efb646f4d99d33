import { taskName } from '../../shared/tasks/task-name.ts'
import { openDialog } from '../app/desk-state.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { UnitName } from '../operations/Who.tsx'
import { sameItems, useBoard, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import type { Carrying } from './status.ts'

/** The tasks of those inside, each with the message to its team. */
export function GroupTasks({ group }: { group: readonly Carrying[] }) {
  const { t } = useWords()
  const session = useStaff()
  const tasks = useBoard((board) => {
    const ids = new Set(group.flatMap(({ task }) => task ?? []))
    return [...ids].flatMap((id) => board.task.get(id) ?? []).filter(({ orders }) => orders.length > 0)
  }, sameItems)
  const { board } = useStore().board
  if (tasks.length === 0) return null
  return (
    <>
      <SectionHead title={t('tasks:group.tasks')} count={tasks.length} />
      <Rows label={t('tasks:group.tasks')}>
        {tasks.map(({ id, operation, unit }) => (
          <Row
            key={id}
            title={
              <>
                <span className="num">{taskName(board, id)}</span> <UnitName id={unit} />
              </>
            }
            end={
              maySend(session, board, 'SendMessage', { kind: 'roll-call', operation, task: id }) && (
                <Button onPress={() => openDialog({ name: 'message', operation, task: id })}>
                  {t('tasks:message')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </>
  )
}
