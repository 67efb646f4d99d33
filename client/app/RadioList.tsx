import { createPortal } from 'react-dom'
import { clockTime } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { liveMembers } from '../../shared/tasks/links.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { sameItems, useBoard, useEntity, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Panel.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { radioRows } from './radio-rows.ts'
import { useStaff } from './staff-session.ts'

/** Work without the link: whom to call and what they were doing, as last known. On screen and on paper. */
export function RadioList({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { utcOffset } = useStaff()
  const { lastGood } = useLink()
  const units = useBoard(radioRows, sameItems)
  const title = t('desk:radio-list-of', { time: lastGood ? clockTime(lastGood, utcOffset) : '–' })
  const columns: Column<Id>[] = [
    {
      id: 'unit',
      head: t('desk:radio.unit'),
      width: '16%',
      cell: (id) => (
        <b>
          <UnitName id={id} />
        </b>
      ),
    },
    { id: 'task', head: t('desk:radio.task'), cell: (id) => <TaskOf unit={id} /> },
    { id: 'with', head: t('desk:radio.with'), width: '30%', cell: (id) => <With unit={id} /> },
    { id: 'state', head: t('desk:radio.state'), width: '18%', cell: (id) => <State unit={id} /> },
    {
      id: 'heard',
      head: t('desk:radio.heard'),
      width: '11%',
      align: 'right',
      cell: (id) => <Heard unit={id} />,
    },
  ]
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      width={920}
      actions={
        <Button kind="primary" action="confirm" onPress={() => window.print()}>
          {t('desk:print')}
        </Button>
      }
    >
      <div className={styles.radioList}>
        <Table
          grow
          label={title}
          columns={columns}
          rows={units}
          keyOf={(id) => id}
          empty={<Empty>{t('desk:radio.none')}</Empty>}
        />
      </div>
      {createPortal(<Paper title={title} columns={columns} units={units} />, document.body)}
    </Dialog>
  )
}

/** The same on paper: black on white, every row, nothing of the screen around it. */
function Paper({
  title,
  columns,
  units,
}: {
  title: string
  columns: readonly Column<Id>[]
  units: readonly Id[]
}) {
  return (
    <div className={styles.paper} aria-hidden="true">
      <h1>{title}</h1>
      <table>
        <thead>
          <tr>
            {columns.map(({ id, head }) => (
              <th key={id}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit}>
              {columns.map(({ id, cell }) => (
                <td key={id}>{cell(unit)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useTaskOf(unit: Id) {
  return useEntity('task', useEntity('unit', unit)?.task)
}

function TaskOf({ unit }: { unit: Id }) {
  const task = useTaskOf(unit)
  const name = useBoard((board) => (task ? taskName(board, task.id) : ''))
  const place = useEntity('place', task?.place)
  if (!task) return '–'
  return (
    <>
      <span className="num">{name}</span>
      {place && ` · ${place.letter} ${place.name}`}
    </>
  )
}

function With({ unit }: { unit: Id }) {
  const task = useTaskOf(unit)
  if (!task) return '–'
  return liveMembers(task).map(({ assistant }, index) => (
    <span key={assistant}>
      {index > 0 && ', '}
      <Person id={assistant} short />
    </span>
  ))
}

function State({ unit }: { unit: Id }) {
  const { t } = useWords()
  const { utcOffset } = useStaff()
  const task = useTaskOf(unit)
  if (!task) return t('terms:status.free')
  const { step, since } = task.unitLink
  return `${t(`terms:step.${step}`)} ${clockTime(since, utcOffset, false)}`
}

function Heard({ unit }: { unit: Id }) {
  const { utcOffset } = useStaff()
  const { table } = useStore().live
  const at = table.at[useEntity('unit', unit)?.no ?? -1]
  return <span className="num">{at ? clockTime(at, utcOffset) : '–'}</span>
}
