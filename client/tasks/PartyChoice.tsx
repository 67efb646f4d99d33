import type { Id } from '../../shared/kernel/ids.ts'
import type { Party } from '../../shared/tasks/events.ts'
import { isLive } from '../../shared/tasks/links.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { useWords } from '../ui/words.ts'
import { stepWord } from './step-words.tsx'

interface PartyChoiceProps {
  task: Task
  value: Id | null
  onChange(id: Id): void
  withUnit?: boolean
}

/** Who of a task's team, each with the step it stands at. */
export function PartyChoice({ task, value, onChange, withUnit = true }: PartyChoiceProps) {
  const { t } = useWords()
  const members = task.members.filter(isLive)
  return (
    <NumberedChoice
      label={t('tasks:who')}
      value={value}
      onChange={onChange}
      options={[
        ...(withUnit && isLive(task.unitLink)
          ? [{ value: task.unit, label: <UnitName id={task.unit} />, note: stepWord(t, task.unitLink.step) }]
          : []),
        ...members.map(({ assistant, step }) => ({
          value: assistant,
          label: <Person id={assistant} />,
          note: stepWord(t, step),
        })),
      ]}
    />
  )
}

export const partyOf = (task: Task, id: Id): Party => (id === task.unit ? { unit: id } : { assistant: id })
