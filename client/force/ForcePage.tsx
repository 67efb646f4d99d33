import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import { worst } from '../../shared/force-reports/evaluate.ts'
import { type ForceReport, isUnderReview } from '../../shared/force-reports/types.ts'
import { DeskFrame } from '../app/DeskFrame.tsx'
import { useStaff } from '../app/staff-session.ts'
import { Person } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Panel.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { Countdown } from '../ui/Times.tsx'
import { chooseReport, useChosenReport } from './chosen-report.ts'
import styles from './force.module.css'
import { RadioReport } from './RadioReport.tsx'
import { ReportFile } from './ReportFile.tsx'
import { stateOf } from './state.ts'

/** What is open first, the oldest at the top. */
const reportsOf = (board: Board) =>
  [...board.report.values()].sort(
    (a, b) => Number(isUnderReview(b)) - Number(isUnderReview(a)) || a.reportedAt - b.reportedAt,
  )

const writers = ['duty-officer', 'supervisor']

/** Reports of force: for the duty officer to read and to take by radio, for the reviewers to decide. */
export function ForcePage() {
  const { t, time } = useDeskWords()
  const { me } = useStaff()
  const { report: chosen } = useChosenReport()
  const [byRadio, setByRadio] = useState(false)
  const rows = useBoard(reportsOf, sameItems, 'report')
  const columns: Column<ForceReport>[] = [
    { id: 'at', head: t('force:happened'), width: '12%', cell: (one) => time(one.happenedAt) },
    { id: 'who', head: t('force:assistant'), width: '26%', cell: (one) => <Person id={one.assistant} /> },
    {
      id: 'result',
      head: t('force:result'),
      width: '26%',
      cell: ({ subjects }) => t(`terms:force-result.${worst(subjects.map((one) => one.evaluation))}`),
    },
    { id: 'state', head: t('force:state'), width: '22%', cell: (one) => t(`force:state.${stateOf(one)}`) },
    {
      id: 'due',
      head: t('force:due'),
      width: '14%',
      cell: (one) => (stateOf(one) === 'reported' ? <Countdown until={one.dueAt} /> : null),
    },
  ]
  return (
    <DeskFrame
      page="force"
      map={false}
      alarms={false}
      rightWidth={[560, 440]}
      left={
        <section className={styles.board}>
          <header className={styles.head}>
            <div>
              <h1>{t('force:reports')}</h1>
              <p className="dim">{t('force:about')}</p>
            </div>
            {me.grants.some(({ role }) => writers.includes(role)) && (
              <Button action="force.radio" onPress={() => setByRadio(true)}>
                {t('force:by-radio')}
              </Button>
            )}
          </header>
          <Table
            grow
            label={t('force:reports')}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            selected={chosen}
            onChoose={({ id }) => chooseReport(id)}
            empty={<Empty>{t('force:none')}</Empty>}
          />
          {byRadio && <RadioReport onClose={() => setByRadio(false)} />}
        </section>
      }
      right={chosen === null ? <Empty>{t('force:choose')}</Empty> : <ReportFile key={chosen} id={chosen} />}
    />
  )
}
