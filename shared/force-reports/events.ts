import type { SealedText } from '../kernel/decider.ts'
import type { Facts, Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { Account, Finding, ForceReport } from './types.ts'

export interface ForceReportEvents {
  ForceReported: { report: Id } & Pick<
    ForceReport,
    | 'assistant'
    | 'unit'
    | 'task'
    | 'operation'
    | 'region'
    | 'happenedAt'
    | 'criteria'
    | 'evaluation'
    | 'dueAt'
  >
  ForceReportWritten: { report: Id; account: Omit<Account, 'at'> } & Pick<
    ForceReport,
    'criteria' | 'evaluation' | 'prosecutor'
  >
  ForceReportOverdue: { report: Id }
  ForceReviewed: { report: Id; finding: Finding; reason: SealedText }
  /** By somebody else than the reviewer: with it the assistant may act again. */
  ForceReviewSigned: { report: Id }
  ForceReviewReturned: { report: Id; reason: SealedText }
}
export type ForceReportFact = Facts<ForceReportEvents>
export type ForceReportEvent = Logged<ForceReportEvents>
