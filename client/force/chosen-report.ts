import { create } from 'zustand'
import type { Board } from '../../shared/board/board.ts'
import { type ForceReport, isUnderReview } from '../../shared/force-reports/types.ts'
import type { Id } from '../../shared/kernel/ids.ts'

/** Which report is open, also when another page opens it. */
export const useChosenReport = create<{ report: Id | null }>(() => ({ report: null }))

export const chooseReport = (report: Id | null): void => useChosenReport.setState({ report })

/** What an alarm about used force is about: the person's oldest report that is not closed. */
export function reportOf(board: Board, assistant: Id): ForceReport | undefined {
  return [...board.report.values()]
    .filter((report) => report.assistant === assistant && isUnderReview(report))
    .sort((a, b) => a.reportedAt - b.reportedAt)[0]
}

/** The way back: the open alarm of this report. */
export function alarmOf(board: Board, { assistant }: ForceReport): { id: Id; operation: Id | null } | null {
  for (const { id, kind, subject, resolved, operation } of board.alarm.values())
    if (kind === 'force-used' && subject.id === assistant && resolved === null) return { id, operation }
  return null
}
