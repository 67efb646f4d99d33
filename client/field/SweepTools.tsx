import { useState } from 'react'
import type { Task } from '../../shared/tasks/types.ts'
import { BigButton, Pad } from '../ui/Phone.tsx'
import { ClueForm } from './ClueForm.tsx'
import styles from './field.module.css'
import type { Me } from './stage.ts'
import { usePhoneWords } from './use-phone.ts'
import { WidthTest } from './WidthTest.tsx'

/** What a searcher reports from the spot: a find; and who leads the line, how far one sees here. */
export function SweepTools({ me, task }: { me: Me; task: Task }) {
  const { t } = usePhoneWords()
  const [open, setOpen] = useState<'clue' | 'width' | null>(null)
  const close = () => setOpen(null)
  if (open === 'clue') return <ClueForm operation={task.operation} onClose={close} />
  if (open === 'width') return <WidthTest operation={task.operation} onClose={close} />
  return (
    <Pad>
      <div className={styles.stack}>
        <BigButton icon="flag" onPress={() => setOpen('clue')}>
          {t('sweep:clue')}
        </BigButton>
        {me.kind === 'unit' && (
          <BigButton low onPress={() => setOpen('width')}>
            {t('sweep:width')}
          </BigButton>
        )}
      </div>
    </Pad>
  )
}
