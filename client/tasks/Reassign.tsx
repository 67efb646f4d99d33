import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { isLive, runningTasksOf } from '../../shared/tasks/links.ts'
import { slotIsFree } from '../../shared/tasks/offers.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { shortName } from '../operations/short-name.ts'
import { UnitName } from '../operations/Who.tsx'
import { sameItems, useAsk, useBoard, useEntity, useStore } from '../store/use-store.ts'
import { Select } from '../ui/Choices.tsx'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { TaskDialog } from './TaskDialog.tsx'

/** Moves one person to another task of the operation that has a free slot. */
export function Reassign({ task: id, assistant, onClose }: { task: Id; assistant?: Id; onClose(): void }) {
  const { t } = useWords()
  const store = useStore()
  const task = useEntity('task', id)
  const members = task?.members.filter(isLive) ?? []
  const asking = useAsk(`reassign:${id}`)
  const [who, setWho] = useState<Id | null>(assistant ?? members[0]?.assistant ?? null)
  const [to, setTo] = useState<Id | null>(null)
  const targets = useBoard(
    (board) =>
      task
        ? runningTasksOf(board, task.operation).filter((one) => one.id !== id && one.orders.length > 0)
        : [],
    sameItems,
  )
  const slotIn = (target: Task): number | undefined =>
    store.board.board.place
      .get(target.place)
      ?.slots.map((_, slot) => slot)
      .find((slot) => slotIsFree(target, slot))
  const chosen = targets.find((one) => one.id === to) ?? targets.find((one) => slotIn(one) !== undefined)
  const slot = chosen && slotIn(chosen)
  async function move() {
    if (!who || !chosen || slot === undefined) return
    const answer = await asking.give('MoveMember', { from: id, to: chosen.id, assistant: who, slot })
    if (answer.ok) onClose()
  }
  const nameOf = (of: Id) => {
    const name = store.names.get(of)
    return name ? shortName(name) : (store.board.board.assistant.get(of)?.callSign ?? '')
  }
  return (
    <TaskDialog
      task={id}
      title={t('tasks:reassign')}
      submit={t('tasks:move')}
      refused={(slot === undefined || !who) && t('tasks:no-free-slot')}
      asking={asking}
      onSubmit={() => void move()}
      onClose={onClose}
    >
      <Select
        label={t('tasks:who')}
        value={who}
        onChange={setWho}
        options={members.map((member) => ({ value: member.assistant, label: nameOf(member.assistant) }))}
      />
      {targets.length === 0 ? (
        <Empty>{t('tasks:no-other-task')}</Empty>
      ) : (
        <NumberedChoice
          label={t('tasks:to-task')}
          value={chosen?.id ?? null}
          onChange={setTo}
          options={targets.map((target) => ({
            value: target.id,
            label: <TargetName task={target} />,
            ...(slotIn(target) === undefined && { refused: t('tasks:full') }),
          }))}
        />
      )}
    </TaskDialog>
  )
}

function TargetName({ task }: { task: Task }) {
  const place = useEntity('place', task.place)
  return (
    <>
      <b className="num">{task.number}</b> <UnitName id={task.unit} /> · {place?.letter}: {place?.name}
    </>
  )
}
