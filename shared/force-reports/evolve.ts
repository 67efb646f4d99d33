import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { ForceReportEvent } from './events.ts'
import type { ForceReport } from './types.ts'

export function evolveForceReports(board: Board, event: ForceReportEvent): void {
  const stamp = { by: event.by.id, at: event.at }
  /** Who entered it on the assistant's behalf. */
  const author = event.by.kind === 'staff' ? [event.by.id] : []
  switch (event.type) {
    case 'ForceReported': {
      const { report: id, criteria, evaluation, prosecutor = false, ...reported } = event.data
      board.report.set(id, {
        ...{ id, ...reported, reportedAt: event.at, overdueAt: null, account: null, minute: null },
        ...{ subjects: [{ criteria, evaluation, categories: [], injuries: null, firstAid: null }] },
        ...{ enteredBy: author, prosecutor, prosecutorNotice: null, reviewer: null },
        ...{ review: null, returned: null, signed: null },
      })
      return
    }
    case 'ForceReportWritten':
      change(board.report, event.data.report, ({ happenedAt, enteredBy }) => ({
        ...written(event.data, event.at),
        happenedAt: event.data.happenedAt ?? happenedAt,
        enteredBy: [...new Set([...enteredBy, ...author])],
      }))
      return
    case 'ForceReportOverdue':
      change(board.report, event.data.report, { overdueAt: event.at })
      return
    case 'ForceMinuteFrozen':
      change(board.report, event.data.report, { minute: { ...event.data.minute, at: event.at } })
      return
    case 'ForceReviewTaken':
      change(board.report, event.data.report, { reviewer: stamp })
      return
    case 'ProsecutorNoticed': {
      const { report, number, on } = event.data
      change(board.report, report, { prosecutorNotice: { ...stamp, number, on } })
      return
    }
    case 'ForceReviewed': {
      const { report, finding, reason } = event.data
      change(board.report, report, ({ reviewer }) => ({
        ...{ review: { ...stamp, finding, reason }, returned: null, reviewer: reviewer ?? stamp },
      }))
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

type Written = Extract<ForceReportEvent, { type: 'ForceReportWritten' }>['data']

/** One of an older log is about one person, and did not ask who was told. */
function written(
  { account, criteria, evaluation, prosecutor, subjects }: Written,
  at: number,
): Pick<ForceReport, 'account' | 'subjects' | 'prosecutor'> {
  const { injuries = null, firstAid = null, unitWords = null, notified = [], ...rest } = account
  return {
    account: { ...rest, unitWords, notified, at },
    subjects: subjects ?? [{ criteria, evaluation, categories: [], injuries, firstAid }],
    prosecutor,
  }
}
