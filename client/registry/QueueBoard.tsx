import { useState } from 'react'
import type { Application } from '../../shared/applications/types.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard, useStore } from '../store/use-store.ts'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { Select } from '../ui/Choices.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, Figure, Figures } from '../ui/Panel.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Table } from '../ui/Table.tsx'
import styles from './queue.module.css'
import { countQueue, type QueueFilter, queueFilters, queueOf } from './queue.ts'
import { queueColumns } from './queue-columns.tsx'
import registry from './registry.module.css'
import { type View, ViewSwitch } from './ViewSwitch.tsx'

type Counts = ReturnType<typeof countQueue>
const sameCounts = (a: Counts, b: Counts) => queueFilters.every((filter) => a[filter] === b[filter])

interface QueueBoardProps {
  selected: Id | null
  onChoose(file: Application): void
  onView(view: View): void
}

/** Applications under way, the nearest deadline first: whose turn it is, how much time is left, what is missing. */
export function QueueBoard({ selected, onChoose, onView }: QueueBoardProps) {
  const words = useDeskWords()
  const { t } = words
  const now = useSlowNow()
  const { board } = useStore()
  const [filter, setFilter] = useState<QueueFilter>('open')
  const counts = useBoard((board) => countQueue(board, now), sameCounts)
  const rows = useBoard((board) => queueOf(board, filter, now), sameItems)
  const filters = queueFilters.map((value) => ({ value, label: t(`law:filter.${value}`) }))
  return (
    <div className={registry.board}>
      <aside className={`${registry.rail} only-l`}>
        <SectionHead title={t('law:queue')} action="queue.show" onAction={focusFirst} />
        <Rows label={t('law:queue')}>
          {filters.map(({ value, label }) => (
            <Row
              key={value}
              title={label}
              selected={value === filter}
              onChoose={() => setFilter(value)}
              end={
                <span className="flow">
                  {value === 'overdue' && counts.overdue > 0 && <AlarmMark level={2} size={14} />}
                  <span className="num strong">{counts[value]}</span>
                </span>
              }
            />
          ))}
        </Rows>
        <SectionHead title={t('law:clocks')} />
        <div className={styles.rules}>
          <p>{t('law:clocks.police')}</p>
          <p>{t('law:clocks.akimat')}</p>
        </div>
      </aside>
      <section className={registry.main}>
        <header className={registry.head}>
          <div className={registry.title}>
            <span className="dim small">{t('law:applications')}</span>
            <h1>{t('law:nearest-first')}</h1>
          </div>
          <Figures>
            <Figure value={counts.open}>{t('law:filter.open')}</Figure>
            <Figure value={counts.overdue} amber={counts.overdue > 0}>
              {t('law:filter.overdue')}
            </Figure>
            <Figure value={counts.today}>{t('law:filter.today')}</Figure>
          </Figures>
        </header>
        <div className={registry.tools}>
          <ViewSwitch view="queue" onView={onView} />
          <div className={registry.narrowFilter}>
            <Select label={t('law:queue')} options={filters} value={filter} onChange={setFilter} />
          </div>
        </div>
        <Table
          grow
          label={t('law:applications')}
          columns={queueColumns(board.board, now, words)}
          rows={rows}
          keyOf={({ id }) => id}
          selected={selected}
          onChoose={onChoose}
          empty={<Empty>{t(`law:empty.${filter === 'open' ? 'open' : 'other'}`)}</Empty>}
        />
      </section>
    </div>
  )
}

const focusFirst = () => document.querySelector<HTMLElement>('tbody button')?.focus()
