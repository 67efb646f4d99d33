import { isUnderReview } from '../force-reports/types.ts'
import type { Gate } from './gate.ts'

/** No report of force of this person is under review. */
export const d12: Gate = {
  rule: 'D12',
  basis: 'I',
  moments: ['proposal', 'sending', 'always'],
  holds: true,
  check({ board, assistant }) {
    for (const report of board.report.values())
      if (report.assistant === assistant.id && isUnderReview(report))
        return { rule: 'D12', code: 'UNDER_REVIEW', params: {} }
    return null
  },
}
