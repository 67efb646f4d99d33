import type { ForceReportEvent } from '../../shared/force-reports/events.ts'
import { assistant, type Sentences } from './parts.ts'

/** Reports of force: who said so and how it was decided; what was written is read in the report alone. */
export const sentencesOfForce: Sentences<ForceReportEvent['type']> = {
  ForceReported: ({ data }) => ({ key: 'force:event.reported', params: { who: assistant(data.assistant) } }),
  ForceReportWritten: (_, who) => ({ key: 'force:event.written', params: { who } }),
  ForceReportOverdue: () => ({ key: 'force:event.overdue', params: {} }),
  ForceMinuteFrozen: () => ({ key: 'force:event.frozen', params: {} }),
  ForceReviewTaken: (_, who) => ({ key: 'force:event.taken', params: { who } }),
  ProsecutorNoticed: ({ data }, who) => ({
    key: 'force:event.prosecutor',
    params: { who, number: data.number },
  }),
  ForceReviewed: ({ data }, who) => ({
    key: 'force:event.reviewed',
    params: { who, finding: { word: `terms:force-finding.${data.finding}` } },
  }),
  ForceReviewSigned: (_, who) => ({ key: 'force:event.signed', params: { who } }),
  ForceReviewReturned: (_, who) => ({ key: 'force:event.returned', params: { who } }),
}
