import type { Id } from '../../shared/kernel/ids.ts'
import { isLive } from '../../shared/tasks/links.ts'
import { currentOrder, type Member, taskState } from '../../shared/tasks/types.ts'
import { select } from '../app/desk-state.ts'
import { TeamMessages } from '../messages/TeamMessages.tsx'
import { Refusal } from '../operations/Refusal.tsx'
import { Officer, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useEntity, useText } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { Empty, Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TimeWindowBar } from '../ui/Times.tsx'
import { useWords } from '../ui/words.ts'
import { FreeSlots } from './FreeSlots.tsx'
import { MemberRow } from './MemberRow.tsx'
import { OrderSeen } from './OrderSeen.tsx'
import { chainState, StepMark } from './step-words.tsx'
import { TaskActions } from './TaskActions.tsx'
import { TaskRequest } from './TaskRequest.tsx'
import styles from './tasks.module.css'
import { UndoLine } from './UndoLine.tsx'
import { useSlowNow } from './use-slow-now.ts'

/** One task: its order, unit and people with their gauges, what was said to them, and what may be done. */
export function TaskPanel({ id }: { id: Id }) {
  const { t, offset, time } = useDeskWords()
  const task = useEntity('task', id)
  const operation = useEntity('operation', task?.operation)
  const place = useEntity('place', task?.place)
  const asking = useAsk(`task:${id}`)
  const now = useSlowNow()
  if (!task) return <Empty>{t('desk:gone')}</Empty>
  const order = currentOrder(task)
  const state = taskState(task)
  const requested = state === 'requested'
  const meets = place?.meeting.time ?? null
  return (
    <Panel actions={state === 'ended' ? undefined : <TaskActions task={task} />}>
      <PanelTitle
        above={
          <>
            <span className="num">
              {operation?.number}-{task.number}
            </span>
            <span>{operation && t(`terms:operation.${operation.kind}`)}</span>
            <span className="fill" />
            <span className={state === 'hold' ? 'amber' : requested ? 'advice' : undefined}>
              {t(`terms:task.${state}`)}
            </span>
          </>
        }
        title={place ? `${place.letter}: ${place.name}` : ''}
      >
        {order && (
          <div className={styles.window}>
            <TimeWindowBar {...order.window} offset={offset} />
          </div>
        )}
        <Facts
          facts={[
            { name: t('tasks:leads'), value: <UnitName id={task.unit} /> },
            ...(order
              ? [
                  {
                    name: t('tasks:order'),
                    value: <OrderSeen task={task} />,
                  },
                  {
                    name: t('tasks:ordered-by'),
                    value: (
                      <>
                        <Officer id={order.by} /> <span className="num dim">{time(order.at)}</span>
                      </>
                    ),
                    wideOnly: true,
                  },
                  {
                    name: t('tasks:basis'),
                    value: (
                      <>
                        {t('tasks:law')} <RuleId id={order.basis.rule} />
                      </>
                    ),
                    wideOnly: true,
                  },
                ]
              : []),
          ]}
        />
      </PanelTitle>
      {asking.refused && (
        <div className={styles.refused}>
          <Refusal refusal={asking.refused.refusal} />
          <Button onPress={asking.dismiss}>{t('ui:close')}</Button>
        </div>
      )}
      {requested && <TaskRequest task={task} />}
      <UndoLine task={task} />
      <SectionHead
        title={t('tasks:team', { number: task.number })}
        note={<Keycap parts={[String(task.number)]} />}
      />
      <Rows label={t('tasks:team', { number: task.number })}>
        <Row
          title={<UnitName id={task.unit} />}
          note={t('terms:role.unit')}
          onChoose={() => select({ kind: 'unit', id: task.unit })}
          end={!requested && <StepMark link={task.unitLink} state={chainState(task.unitLink, now, meets)} />}
        />
        {[...task.members].sort(liveFirst).map((member) => (
          <MemberRow key={member.assistant} task={task} member={member} now={now} meets={meets} />
        ))}
      </Rows>
      {!requested && state !== 'ended' && place && <FreeSlots task={task} place={place} />}
      {order?.briefing && <Briefing order={order} />}
      <TeamMessages operation={task.operation} task={task.id} />
    </Panel>
  )
}

const liveFirst = (a: Member, b: Member): number => Number(isLive(b)) - Number(isLive(a))

function Briefing({ order }: { order: NonNullable<ReturnType<typeof currentOrder>> }) {
  const { t } = useWords()
  const text = useText(order.briefing)
  return (
    <>
      <SectionHead title={t('tasks:briefing')} />
      <p className={styles.text}>{text ?? ''}</p>
    </>
  )
}
