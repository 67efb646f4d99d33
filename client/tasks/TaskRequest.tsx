import type { Task } from '../../shared/tasks/types.ts'
import { useStaff } from '../app/staff-session.ts'
import { Officer } from '../operations/Who.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleLine } from '../ui/Chip.tsx'
import { Notice } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import styles from './tasks.module.css'

/** D4: asked for by somebody who is not police; only a police officer makes it an order. */
export function TaskRequest({ task }: { task: Task }) {
  const { t } = useWords()
  const { me } = useStaff()
  const { up } = useLink()
  const { give, sending } = useAsk(`task:${task.id}`)
  const why = (!up && t('desk:no-link-now')) || (sending.length > 0 && t('desk:sending')) || undefined
  return (
    <Notice tone="advice" title={t('tasks:request')}>
      <p>
        {t('tasks:requested-by')} <Officer id={task.requestedBy} />
      </p>
      <RuleLine id="D4">{t('terms:rule.D4')}</RuleLine>
      <div className={styles.answers}>
        <Button
          kind="primary"
          action="confirm"
          refused={me.police ? why : t('refusals:gate.NO_POLICE_ORDER')}
          onPress={() => void give('ApproveTask', { task: task.id }, { seen: [`task:${task.id}`] })}
        >
          {t('tasks:approve')}
        </Button>
        <Button action="task.refuse" refused={why} onPress={() => void give('RefuseTask', { task: task.id })}>
          {t('tasks:refuse')}
        </Button>
      </div>
    </Notice>
  )
}
