import { isBound, isLive } from '../../shared/tasks/links.ts'
import { currentOrder, type Member, type Task } from '../../shared/tasks/types.ts'
import { select, useDesk } from '../app/desk-state.ts'
import { Person } from '../operations/Who.tsx'
import { sameItems, useBoard } from '../store/use-store.ts'
import { Chip } from '../ui/Chip.tsx'
import { Ticks } from '../ui/Marks.tsx'
import { Row } from '../ui/Row.tsx'
import { useWords } from '../ui/words.ts'
import { PairGauges } from './PairGauges.tsx'
import { chainState, StepMark } from './step-words.tsx'

interface MemberRowProps {
  task: Task
  member: Member
  now: number
  meets: number | null
}

/** One of the team: alarms, what is confirmed of the order, the step, and the gauges of the pair. */
export function MemberRow({ task, member, now, meets }: MemberRowProps) {
  const { t } = useWords()
  const selected = useDesk((desk) => desk.selected?.id === member.assistant)
  const alarms = useBoard(
    (board) =>
      [...board.alarm.values()].filter(
        ({ resolved, subject }) => resolved === null && subject.id === member.assistant,
      ),
    sameItems,
    'alarm',
  )
  const sos = alarms.some(({ kind }) => kind === 'sos')
  const other = alarms.find(({ kind }) => kind !== 'sos')
  const version = currentOrder(task)?.version ?? 0
  const { delivered, read, understood } = member.order
  const live = isLive(member)
  return (
    <Row
      selected={selected}
      level={sos ? 1 : other ? 2 : undefined}
      onChoose={() => select({ kind: 'assistant', id: member.assistant }, task.operation)}
      title={<Person id={member.assistant} />}
      note={
        <span className="flow">
          {sos && <Chip tone="red">SOS</Chip>}
          {other && <Chip tone="amber">{t(`terms:alarm.${other.kind}`)}</Chip>}
          {version > 0 && live && (
            <Ticks
              delivered={delivered >= version}
              read={read >= version}
              understood={understood >= version}
              label={t(
                understood >= version
                  ? 'terms:order.understood'
                  : read >= version
                    ? 'terms:order.read'
                    : 'terms:order.delivered',
              )}
            />
          )}
        </span>
      }
      end={version > 0 && <StepMark link={member} state={chainState(member, now, meets)} />}
      below={isBound(member) && <PairGauges task={task} assistant={member.assistant} />}
    />
  )
}
