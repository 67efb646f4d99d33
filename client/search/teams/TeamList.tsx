import { useRef } from 'react'
import type { Id } from '../../../shared/kernel/ids.ts'
import { isLive } from '../../../shared/tasks/links.ts'
import { type Task, taskState } from '../../../shared/tasks/types.ts'
import { select, useDesk } from '../../app/desk-state.ts'
import { Letter } from '../../operations/Letter.tsx'
import { People, UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useEntity } from '../../store/use-store.ts'
import { Empty } from '../../ui/Panel.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import type { SearchBoard } from '../use-search.ts'

/** The teams that are out, with their segment and their people. */
export function TeamList({ search: { tasks } }: { search: SearchBoard }) {
  const { t } = useDeskWords()
  const list = useRef<HTMLDivElement>(null)
  const running = [...tasks.values()].sort((a, b) => a.number - b.number)
  const selected = useDesk((desk) => desk.selected)
  return (
    <>
      <SectionHead
        title={t('search:teams')}
        count={running.length}
        action="show.tasks"
        onAction={() => list.current?.querySelector('button')?.focus()}
      />
      {running.length === 0 && <Empty>{t('search:no-teams')}</Empty>}
      <div ref={list}>
        <Rows label={t('search:teams')}>
          {running.map((task) => (
            <Team key={task.id} task={task} selected={selected?.id ?? null} />
          ))}
        </Rows>
      </div>
    </>
  )
}

function Team({ task, selected }: { task: Task; selected: Id | null }) {
  const { t } = useDeskWords()
  const place = useEntity('place', task.place)
  return (
    <Row
      lead={place && <Letter kind={place.kind} letter={place.letter} />}
      title={
        <>
          <UnitName id={task.unit} />{' '}
          <span className="dim small" style={{ fontWeight: 400 }}>
            <People ids={task.members.filter(isLive).map(({ assistant }) => assistant)} />
          </span>
        </>
      }
      end={<span className="small">{t(`terms:task.${taskState(task)}`)}</span>}
      selected={selected === task.id}
      onChoose={() => select({ kind: 'task', id: task.id }, task.operation)}
    />
  )
}
