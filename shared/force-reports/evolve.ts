import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { ForceReportEvent } from './events.ts'

export function evolveForceReports(board: Board, event: ForceReportEvent): void {
  const stamp = { by: event.by.id, at: event.at }
  switch (event.type) {
    case 'ForceReported': {
      const { report: id, ...reported } = event.data
      board.report.set(id, {
        ...{ id, ...reported, reportedAt: event.at, overdueAt: null, account: null, prosecutor: false },
        ...{ review: null, returned: null, signed: null },
      })
      return
    }
    case 'ForceReportWritten': {
      const { report, account, ...judged } = event.data
      change(board.report, report, { ...judged, account: { ...account, at: event.at } })
      return
    }
    case 'ForceReportOverdue':
      change(board.report, event.data.report, { overdueAt: event.at })
      return
    case 'ForceReviewed': {
      const { report, finding, reason } = event.data
      change(board.report, report, { review: { ...stamp, finding, reason }, returned: null })
      return
    }
    case 'ForceReviewSigned':
      change(board.report, event.data.report, { signed: stamp })
      return
    case 'ForceReviewReturned': {
      const { report, reason } = event.data
      change(board.report, report, { review: null, returned: { ...stamp, reason } })
    }
  }
}
