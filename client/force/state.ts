import type { ForceReport } from '../../shared/force-reports/types.ts'

/** Whose turn it is. */
type ReportState = 'reported' | 'late' | 'written' | 'reviewed' | 'signed'

export function stateOf({ signed, review, account, overdueAt }: ForceReport): ReportState {
  if (signed) return 'signed'
  if (review) return 'reviewed'
  if (account) return 'written'
  return overdueAt === null ? 'reported' : 'late'
}
