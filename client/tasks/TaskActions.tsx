import { isBound, isLive } from '../../shared/tasks/links.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { openDialog } from '../app/desk-state.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { showOnMap } from '../forces/where.ts'
import { useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import styles from './tasks.module.css'

/** What the desk may do about a running task; who only looks may still see it on the map. */
export function TaskActions({ task }: { task: Task }) {
  const { t } = useWords()
  const store = useStore()
  const session = useStaff()
  const { up } = useLink()
  const { give, sending } = useAsk(`task:${task.id}`)
  const may = useBoard((board) => maySend(session, board, 'RecallTask', { task: task.id }))
  const why = (!up && t('desk:no-link-now')) || (sending.length > 0 && t('desk:sending')) || undefined
  const { id, operation } = task
  const live = task.members.filter(isLive)
  const show = (
    <Button action="map.show" onPress={() => showOnMap(store, { kind: 'task', id })}>
      {t('tasks:show')}
    </Button>
  )
  if (!may || task.orders.length === 0) return show
  const toCheckIn = live.filter(({ step }) => step === 'accepted' || step === 'en-route')
  return (
    <div className={styles.actions}>
      <Button
        action="message.write"
        refused={why}
        onPress={() => openDialog({ name: 'message', operation, task: id })}
      >
        {t('tasks:message')}
      </Button>
      <Button
        action="roll-call"
        refused={why}
        onPress={() => void give('SendMessage', { kind: 'roll-call', operation, task: id })}
      >
        {t('tasks:roll-call')}
      </Button>
      <Button action="task.by-radio" refused={why} onPress={() => openDialog({ name: 'by-radio', task: id })}>
        {t('tasks:by-radio')}
      </Button>
      {toCheckIn.length > 0 && (
        <Button
          action="post.check-in"
          refused={why}
          onPress={() =>
            void give('CheckInPost', {
              task: id,
              present: live.filter(isBound).map(({ assistant }) => assistant),
            })
          }
        >
          {t('tasks:check-in')}
        </Button>
      )}
      {live.length > 0 && (
        <Button
          action="task.reassign"
          refused={why}
          onPress={() => openDialog({ name: 'reassign', task: id })}
        >
          {t('tasks:reassign')}
        </Button>
      )}
      <Button
        action="task.stand-down"
        refused={why}
        onPress={() => openDialog({ name: 'stand-down', task: id })}
      >
        {t('tasks:stand-down')}
      </Button>
      <Button
        action="task.replace-unit"
        refused={why}
        onPress={() => openDialog({ name: 'replace-unit', task: id })}
      >
        {t('tasks:replace-unit')}
      </Button>
      <Button action="task.recall" refused={why} onPress={() => openDialog({ name: 'recall', task: id })}>
        {t('tasks:recall')}
      </Button>
      {show}
    </div>
  )
}
