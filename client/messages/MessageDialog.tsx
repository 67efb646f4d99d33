import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { recipients } from '../../shared/messages/decide.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { sendOnEnter } from '../journal/send-on-enter.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useAsk, useBoard, useEntity, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import styles from './messages.module.css'
import { TeamMessages } from './TeamMessages.tsx'

const everybody = 'everybody'
const runningIn = (operation: Id) => (board: Board) =>
  [...board.task.values()]
    .filter((task) => task.operation === operation && task.endedAt === null && task.orders.length > 0)
    .sort((a, b) => a.number - b.number)

/** A message to a task's team, or to everybody in the operation when `task` is null; and how the last ones fared. */
export function MessageDialog({
  operation,
  task,
  onClose,
}: {
  operation: Id
  task: Id | null
  onClose(): void
}) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { up } = useLink()
  const { board } = useStore()
  const about = useEntity('operation', operation)
  const tasks = useBoard(runningIn(operation), sameItems, 'task')
  const [to, setTo] = useState<string>(task ?? everybody)
  const chosen = to === everybody ? null : to
  const people = useBoard((now) => recipients(now, operation, chosen).map(({ id }) => id), sameItems)
  const [text, setText] = useState('')
  const { give, sending, refused } = useAsk(`message:${operation}`)
  const stopped =
    (!up && t('messages:no-link')) ||
    (sending.length > 0 && t('messages:sending')) ||
    (people.length === 0 && t('refusals:message.nobody')) ||
    (!maySend(session, board.board, 'SendMessage', { kind: 'roll-call', operation, task: chosen }) &&
      t('refusals:command.forbidden'))
  const why = stopped || (text.trim() === '' && t('refusals:message.text-missing'))

  async function send() {
    const answer = await give('SendMessage', { kind: 'text', operation, task: chosen, text: text.trim() })
    if (answer.ok) setText('')
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width={560}
      title={t('messages:new')}
      actions={
        <>
          <Button kind="primary" action="confirm" onPress={() => void send()} refused={why}>
            {t('messages:send', { count: people.length })}
          </Button>
          <Button
            onPress={() => void give('SendMessage', { kind: 'roll-call', operation, task: chosen })}
            refused={stopped}
          >
            {t('messages:call-roll')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field, as in any form */}
      <div className={styles.form} onKeyDown={sendOnEnter(() => !why && void send())}>
        <TextInput
          label={t('messages:text')}
          hint={
            <span className="flow">
              <Keycap parts={['Enter']} /> {t('messages:enter-sends')} <Keycap parts={['Shift', 'Enter']} />{' '}
              {t('messages:enter-breaks')}
            </span>
          }
          value={text}
          onChange={setText}
          lines={3}
          maxLength={2000}
          autoFocus
        />
        <Select
          label={t('messages:to')}
          options={[
            {
              value: everybody,
              label: t('messages:to-all'),
              ...(about && { note: `${about.number} ${about.title}` }),
            },
            ...tasks.map(({ id, unit }) => ({
              value: id,
              label: t('messages:to-task', { task: taskName(board.board, id) }),
              note: board.board.unit.get(unit)?.callSign ?? '',
            })),
          ]}
          value={to}
          onChange={setTo}
        />
        <p className={styles.names}>
          {people.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              {board.board.unit.has(id) ? <UnitName id={id} /> : <Person id={id} short />}
            </span>
          ))}
        </p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
      <div className={styles.sent}>
        <TeamMessages operation={operation} task={chosen} keyed={false} />
      </div>
    </Dialog>
  )
}
