import { bookedOn } from '../../shared/shifts/types.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { openDialog } from '../app/desk-state.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import styles from './forces.module.css'
import { type Carrying, kindOf } from './status.ts'
import { showOnMap } from './where.ts'

/** What the desk may do about a unit or an assistant: about the task it is in, and about its shift. */
export function CarrierActions({ carrier, task }: { carrier: Carrying; task: Task | undefined }) {
  const { t } = useWords()
  const store = useStore()
  const session = useStaff()
  const { up } = useLink()
  const { id } = carrier
  const kind = kindOf(carrier)
  const who = { kind, id }
  const { give, sending } = useAsk(`carrier:${id}`)
  const mayShift = useBoard((board) => maySend(session, board, 'BookOff', { who }))
  const mayTask = useBoard(
    (board) => task !== undefined && maySend(session, board, 'RecallTask', { task: task.id }),
  )
  const why = (!up && t('desk:no-link-now')) || (sending.length > 0 && t('desk:sending'))
  const on = bookedOn(carrier.shift)
  const ordered = task && task.orders.length > 0 ? task : null
  const party = kind === 'assistant' ? { assistant: id } : {}
  const leaving = 'leaving' in carrier && carrier.leaving !== null
  return (
    <div className={styles.actions}>
      <Button action="map.show" onPress={() => showOnMap(store, who)}>
        {t('tasks:show')}
      </Button>
      {mayTask && ordered && (
        <>
          <Button
            action="message.write"
            refused={why}
            onPress={() => openDialog({ name: 'message', operation: ordered.operation, task: ordered.id })}
          >
            {t('tasks:message')}
          </Button>
          <Button
            action="task.by-radio"
            refused={why}
            onPress={() => openDialog({ name: 'by-radio', task: ordered.id, ...party })}
          >
            {t('tasks:by-radio')}
          </Button>
          {kind === 'assistant' && (
            <Button
              action="task.reassign"
              refused={why}
              onPress={() => openDialog({ name: 'reassign', task: ordered.id, ...party })}
            >
              {t('tasks:reassign')}
            </Button>
          )}
          <Button
            action="task.stand-down"
            refused={why}
            onPress={() => openDialog({ name: 'stand-down', task: ordered.id, assistant: id })}
          >
            {t('tasks:stand-down')}
          </Button>
        </>
      )}
      {mayShift && kind === 'unit' && on && (
        <Button
          refused={why}
          onPress={() =>
            void give(leaving ? 'ReportBack' : 'ReportLeaving', { unit: id }, { seen: [`unit:${id}`] })
          }
        >
          {t(leaving ? 'tasks:carrier.back' : 'tasks:carrier.leaves')}
        </Button>
      )}
      {mayShift && on && (
        <Button
          action="shift.extend"
          refused={why}
          onPress={() => openDialog({ name: 'extend-shift', kind, id })}
        >
          {t('tasks:carrier.extend')}
        </Button>
      )}
      {mayShift && (
        <Button
          action="shift.book"
          refused={(on && task && t('tasks:carrier.in-a-task')) || why}
          onPress={() => void give(on ? 'BookOff' : 'BookOn', { who })}
        >
          {t(on ? 'tasks:carrier.book-off' : 'tasks:carrier.book-on')}
        </Button>
      )}
    </div>
  )
}
