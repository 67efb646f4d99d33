import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Id } from '../../shared/kernel/ids.ts'
import { select } from '../app/desk-state.ts'
import { useStaff } from '../app/staff-session.ts'
import { Officer, Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useBoard, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, Facts, Notice, Panel, PanelTitle } from '../ui/Panel.tsx'
import { Age, Countdown } from '../ui/Times.tsx'
import { alarmOf } from './chosen-report.ts'
import styles from './force.module.css'
import { MinuteView } from './MinuteView.tsx'
import { ReportActions } from './ReportActions.tsx'
import { Reviewed, Written } from './ReportParts.tsx'
import { Subjects } from './Subjects.tsx'
import { stateOf } from './state.ts'

/** One report: what was answered at once, what was written, the minute around it, and who decides. */
export function ReportFile({ id }: { id: Id }) {
  const { t, time } = useDeskWords()
  const { pages, me } = useStaff()
  const [, go] = useLocation()
  const [minute, setMinute] = useState(false)
  const report = useEntity('report', id)
  const alarm = useBoard((board) => {
    const known = board.report.get(id)
    return (known && alarmOf(board, known)?.id) ?? null
  })
  const operation = useEntity('alarm', alarm)?.operation ?? null
  if (!report) return <Empty>{t('force:gone')}</Empty>
  const state = stateOf(report)
  const desk = pages.find(({ id }) => id === 'patrol')
  const judges = me.grants.some(({ role }) => ['police-reviewer', 'supervisor', 'auditor'].includes(role))
  return (
    <Panel actions={<ReportActions report={report} />}>
      <PanelTitle
        above={
          <>
            <span className="num">{time(report.happenedAt)}</span>
            <span>{t('force:report')}</span>
            <span className="fill" />
            <Chip>{t(`force:state.${state}`)}</Chip>
          </>
        }
        title={<Person id={report.assistant} />}
      >
        <Facts
          nameWidth={150}
          facts={[
            { name: t('force:known'), value: <span className="num">{time(report.reportedAt)}</span> },
            ...(report.unit ? [{ name: t('force:unit'), value: <UnitName id={report.unit} /> }] : []),
            ...report.enteredBy.map((by) => ({
              id: by,
              name: t('force:entered-by'),
              value: <Officer id={by} />,
            })),
            ...(state === 'reported'
              ? [{ name: t('force:due'), value: <Countdown until={report.dueAt} /> }]
              : []),
            ...(report.reviewer
              ? [{ name: t('force:in-hand'), value: <Officer id={report.reviewer.by} /> }]
              : []),
          ]}
        />
      </PanelTitle>
      <div className={styles.buttons}>
        {alarm && desk && (
          <Button
            icon="arrow-back"
            action="force.alarm"
            onPress={() => {
              select({ kind: 'alarm', id: alarm }, operation)
              go(desk.path)
            }}
          >
            {t('force:to-alarm')}
          </Button>
        )}
        {judges && !minute && (
          <Button
            action="force.minute"
            onPress={() => setMinute(true)}
            refused={report.minute === null && t('refusals:report.minute-not-yet')}
          >
            {t('force:show-minute')}
          </Button>
        )}
      </div>
      {state === 'late' && (
        <Notice
          tone="level2"
          mark={<AlarmMark level={2} size={18} />}
          title={t('force:late')}
          aside={<Age since={report.dueAt} />}
        />
      )}
      {minute && <MinuteView report={report} />}
      <Subjects report={report} />
      {report.account && <Written report={report} account={report.account} />}
      <Reviewed report={report} />
    </Panel>
  )
}
