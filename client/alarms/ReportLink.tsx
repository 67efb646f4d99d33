import { useLocation } from 'wouter'
import type { Alarm } from '../../shared/alarms/types.ts'
import { useStaff } from '../app/staff-session.ts'
import { chooseReport, reportOf } from '../force/chosen-report.ts'
import { useBoard } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'

/** From the alarm about used force to its report, for whoever may open it. */
export function ReportLink({ alarm }: { alarm: Alarm }) {
  const { t } = useWords()
  const { pages } = useStaff()
  const [, go] = useLocation()
  const page = pages.find(({ id }) => id === 'force')
  const report = useBoard((board) => reportOf(board, alarm.subject.id)?.id, Object.is, 'report')
  if (alarm.kind !== 'force-used' || !page || !report) return null
  return (
    <Button
      icon="note"
      action="alarm.report"
      onPress={() => {
        chooseReport(report)
        go(page.path)
      }}
    >
      {t('alarms:report')}
    </Button>
  )
}
