import type { ReactNode } from 'react'
import { alarmClass } from '../../shared/alarms/types.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { taskState } from '../../shared/tasks/types.ts'
import { AlarmSubject } from '../alarms/AlarmSubject.tsx'
import { Officer, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard, useEntity } from '../store/use-store.ts'
import { classes } from '../ui/class-names.ts'
import { Checkbox } from '../ui/Fields.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Age } from '../ui/Times.tsx'
import { useKey } from '../ui/use-key.ts'
import styles from './handover.module.css'

interface OpenThingsProps {
  alarms: readonly Id[]
  tasks: readonly Id[]
  /** What the signer has read; without it nothing is ticked. */
  ticks?: { read: ReadonlySet<Id>; toggle(id: Id): void }
}

/** Open alarms and running tasks, each with its tick; a digit ticks its row. */
export function OpenThings({ alarms: unsorted, tasks, ticks }: OpenThingsProps) {
  const { t } = useDeskWords()
  const alarms = useBoard((board) => worstFirst(board, unsorted), sameItems, 'alarm')
  const rows = [...alarms, ...tasks]
  useKey(
    'pick',
    (digit) => {
      const id = rows[digit - 1]
      if (id !== undefined) ticks?.toggle(id)
    },
    { when: ticks !== undefined },
  )
  const line = (id: Id, children: ReactNode) => {
    const nth = rows.indexOf(id) + 1
    return (
      <li key={id} className={styles.line}>
        {ticks ? (
          <>
            <span className={styles.cap}>{nth <= 99 && <Keycap parts={[String(nth)]} />}</span>
            <Checkbox label={children} checked={ticks.read.has(id)} onChange={() => ticks.toggle(id)} />
          </>
        ) : (
          children
        )}
      </li>
    )
  }
  return (
    <div className={classes(styles.things, !ticks && styles.scrolls)} tabIndex={ticks ? undefined : 0}>
      <SectionHead title={t('handover:alarms')} count={alarms.length} />
      {alarms.length === 0 && <Empty>{t('handover:no-alarms')}</Empty>}
      <ul>{alarms.map((id) => line(id, <AlarmLine id={id} />))}</ul>
      <SectionHead title={t('handover:tasks')} count={tasks.length} />
      {tasks.length === 0 && <Empty>{t('handover:no-tasks')}</Empty>}
      <ul>{tasks.map((id) => line(id, <TaskLine id={id} />))}</ul>
    </div>
  )
}

function worstFirst({ alarm }: Board, ids: readonly Id[]): Id[] {
  const rank = (id: Id) => {
    const one = alarm.get(id)
    return one && !one.resolved ? alarmClass[one.kind] : 4
  }
  return [...ids].sort((a, b) => rank(a) - rank(b))
}

function AlarmLine({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const alarm = useEntity('alarm', id)
  if (!alarm) return <span className="dim">{t('handover:gone')}</span>
  return (
    <span className={styles.thing}>
      <AlarmMark level={alarmClass[alarm.kind]} size={16} />
      <span className="clip">
        {t(`terms:alarm.${alarm.kind}`)} · <AlarmSubject alarm={alarm} />
      </span>
      <span className="dim">
        {alarm.resolved ? (
          t('handover:closed')
        ) : alarm.owner ? (
          <Officer id={alarm.owner.account} />
        ) : (
          <span className="amber">{t('handover:no-owner')}</span>
        )}
      </span>
      <Age since={alarm.raisedAt} />
    </span>
  )
}

function TaskLine({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const task = useEntity('task', id)
  const place = useEntity('place', task?.place)
  const name = useBoard((board) => taskName(board, id), Object.is, 'task')
  if (!task) return <span className="dim">{t('handover:gone')}</span>
  return (
    <span className={styles.thing}>
      <span className="num strong">{name}</span>
      <span className="clip">
        <b>
          <UnitName id={task.unit} />
        </b>{' '}
        {place && `${place.letter}: ${place.name}`}
      </span>
      <span className="dim">{t(`terms:task.${taskState(task)}`)}</span>
    </span>
  )
}
