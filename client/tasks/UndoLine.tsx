import { undoMs } from '../../shared/tasks/chain.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Countdown } from '../ui/Times.tsx'
import { useWords } from '../ui/words.ts'
import { newestStep } from './newest-step.ts'
import { stepWord } from './step-words.tsx'
import styles from './tasks.module.css'
import { useSeconds } from './use-seconds.ts'

/** The newest step of a task while it may still be taken back: who, what, and the seconds left. */
export function UndoLine({ task }: { task: Task }) {
  const { t } = useWords()
  const { up } = useLink()
  const { give, sending } = useAsk(`task:${task.id}`)
  const now = useSeconds()
  const last = newestStep(task, now)
  if (!last || task.endedAt !== null) return null
  const { party, link } = last
  const who = 'unit' in party ? <UnitName id={party.unit} /> : <Person id={party.assistant} />
  return (
    <div className={styles.line} role="status">
      <Button
        action="undo"
        refused={(!up && t('desk:no-link-now')) || (sending.length > 0 && t('desk:sending')) || undefined}
        onPress={() => void give('UndoStep', { task: task.id, party })}
      >
        {t('tasks:undo')}
      </Button>
      <span>
        {who}: {stepWord(t, link.step)}
      </span>
      <span className="fill" />
      <span className="num">
        <Countdown until={link.since + undoMs} />
      </span>
    </div>
  )
}
