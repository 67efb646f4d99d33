import type { ReactNode } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { Refusal } from '../operations/Refusal.tsx'
import type { Asking } from '../store/use-store.ts'
import { useBoard, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../ui/words.ts'
import styles from './tasks.module.css'

interface TaskDialogProps {
  task: Id
  title: string
  submit: string
  /** Why it cannot be sent now. */
  refused?: string | false
  asking: Asking
  onSubmit(): void
  onClose(): void
  children: ReactNode
}

/** A dialog about one task: the title names it, Enter sends, a refusal stays under the form. */
export function TaskDialog(props: TaskDialogProps) {
  const { task, title, submit, refused, asking, onSubmit, onClose, children } = props
  const { t } = useWords()
  const { up } = useLink()
  const name = useBoard((board) => taskName(board, task))
  const why = (!up && t('desk:no-link-now')) || (asking.sending.length > 0 && t('desk:sending')) || refused
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${title}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" refused={why || undefined} onPress={onSubmit}>
          {submit}
        </Button>
      }
    >
      <div className={styles.form}>
        {children}
        {asking.refused && <Refusal refusal={asking.refused.refusal} />}
      </div>
    </Dialog>
  )
}
