import { isLive } from '../../shared/tasks/links.ts'
import { type Task, taskState } from '../../shared/tasks/types.ts'
import { select, useDesk } from '../app/desk-state.ts'
import { People, UnitName } from '../operations/Who.tsx'
import { sameItems, useBoard, useEntity } from '../store/use-store.ts'
import { Keycap } from '../ui/Keycap.tsx'
import { Empty } from '../ui/Panel.tsx'
import { Row } from '../ui/Row.tsx'
import { ScrollList } from '../ui/ScrollList.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useKey } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import { chainState, StepMark } from './step-words.tsx'
import styles from './tasks.module.css'
import { useSlowNow } from './use-slow-now.ts'

/** The running tasks of the operation at hand, by number; a digit picks one, T goes down the list. */
export function TaskList() {
  const { t } = useWords()
  const operationId = useDesk((desk) => desk.operation)
  const selected = useDesk((desk) => desk.selected)
  const operation = useEntity('operation', operationId)
  const tasks = useBoard(
    (board) =>
      [...board.task.values()]
        .filter(({ operation: of, endedAt }) => of === operationId && endedAt === null)
        .sort((a, b) => a.number - b.number),
    sameItems,
    'task',
  )
  const chosen = tasks.find((task) => isChosen(task, selected))
  const choose = (task: Task) => select({ kind: 'task', id: task.id }, task.operation)
  useKey(
    'pick',
    (digits) => {
      const task = tasks.find(({ number }) => number === digits)
      if (task) choose(task)
    },
    { when: tasks.length > 0 },
  )
  function next() {
    const task = tasks[((chosen ? tasks.indexOf(chosen) : -1) + 1) % Math.max(1, tasks.length)]
    if (task) choose(task)
  }
  return (
    <>
      <SectionHead
        title={operation ? t('tasks:of-operation', { number: operation.number }) : t('tasks:tasks')}
        count={tasks.length}
        note={t('tasks:by-number')}
        action="show.tasks"
        onAction={next}
      />
      <ScrollList
        items={tasks}
        keyOf={({ id }) => id}
        label={t('tasks:tasks')}
        lines={2}
        selected={chosen?.id ?? null}
        empty={
          <Empty>
            {operation ? (
              <>
                {t('tasks:none')} <Keycap parts={['P']} /> {t('tasks:none-propose')}
              </>
            ) : (
              t('tasks:choose-operation')
            )}
          </Empty>
        }
      >
        {(task) => <TaskRow task={task} selected={task === chosen} onChoose={() => choose(task)} />}
      </ScrollList>
    </>
  )
}

/** A selected person or unit stands for its task. */
function isChosen(task: Task, selected: { kind: string; id: string } | null): boolean {
  if (!selected) return false
  if (selected.kind === 'task') return task.id === selected.id
  if (selected.kind === 'place') return task.place === selected.id
  return (
    (selected.kind === 'unit' && task.unit === selected.id) ||
    (selected.kind === 'assistant' &&
      task.members.some((one) => one.assistant === selected.id && isLive(one)))
  )
}

function TaskRow({ task, selected, onChoose }: { task: Task; selected: boolean; onChoose(): void }) {
  const { t } = useWords()
  const place = useEntity('place', task.place)
  const live = task.members.filter(isLive)
  const gone = task.members.length - live.length
  const now = useSlowNow()
  const requested = taskState(task) === 'requested'
  // The row shows the link that is furthest behind: there the officer has to act.
  const link = [task.unitLink, ...live].reduce((a, b) => (rank(b.step) < rank(a.step) ? b : a))
  return (
    <Row
      lead={<Keycap parts={[String(task.number)]} />}
      selected={selected}
      onChoose={onChoose}
      title={
        <>
          <UnitName id={task.unit} />{' '}
          <span style={{ fontWeight: 400 }}>
            <span className="dim">{t('tasks:with')}</span>{' '}
            <People ids={live.map(({ assistant }) => assistant)} />
          </span>
        </>
      }
      note={
        <span className={styles.note}>
          <span className="clip">
            {place && `${t(`terms:place.${place.kind}`)} ${place.letter}: ${place.name}`}
          </span>
          {gone > 0 && <span className="amber">· {t('tasks:fell-out', { count: gone })}</span>}
        </span>
      }
      end={
        requested ? (
          <span className="advice small">{t('terms:task.requested')}</span>
        ) : (
          <StepMark link={link} state={chainState(link, now, place?.meeting.time ?? null)} />
        )
      }
    />
  )
}

const order = ['hold', 'offered', 'accepted', 'en-route', 'on-scene', 'complete']
const rank = (step: string): number => {
  const at = order.indexOf(step)
  return at < 0 ? order.length : at
}
