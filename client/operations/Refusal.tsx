import type { Board } from '../../shared/board/board.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import type { CommandRefusal } from '../store/giver.ts'
import { useBoard, useEntity, useName } from '../store/use-store.ts'
import { RuleLine } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './operations.module.css'
import { Person } from './Who.tsx'
import { refusalText, useDeskWords } from './words.ts'

type Refused = Pick<CommandRefusal, 'code' | 'params' | 'rule' | 'holder'>

/** Why the last command was refused, with its rule, and on a conflict who was first. Stays where it was asked. */
export function Refusal({ refusal }: { refusal: Refused }) {
  const { t, time } = useDeskWords()
  const holder = useName(refusal.holder?.kind === 'staff' ? refusal.holder.id : null)
  const sentence = refusalText(t, refusal)
  return (
    <p className={styles.refusal} role="alert">
      <AlarmMark level={2} size={14} />
      <span>
        {refusal.rule ? <RuleLine id={refusal.rule}>{sentence}</RuleLine> : sentence}
        {refusal.code === 'command.conflict' && <Moved params={refusal.params} />}
        {refusal.holder && (
          <>
            {' '}
            {t('operations:changed-by', {
              who: holder ?? t('operations:somebody'),
              time: time(refusal.holder.at),
            })}
          </>
        )}
      </span>
    </p>
  )
}

/** What has moved since it was looked at, and the task that holds it now. */
function Moved({ params }: { params: Refused['params'] }) {
  const { t } = useDeskWords()
  const { kind, id } = params ?? {}
  const unit = useEntity('unit', kind === 'unit' ? String(id) : null)
  const assistant = useEntity('assistant', kind === 'assistant' ? String(id) : null)
  const held = (unit ?? assistant)?.task ?? null
  const task = useBoard((board: Board) => (held === null ? '' : taskName(board, held)), Object.is, 'task')
  if (!unit && !assistant) return null
  return (
    <>
      {' '}
      {unit ? unit.callSign : assistant && <Person id={assistant.id} short />}
      {task && `: ${t('operations:in-task', { task })}`}.
    </>
  )
}
