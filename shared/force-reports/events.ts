import type { SealedText } from '../kernel/decider.ts'
import type { Facts, Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type {
  Account,
  Criteria,
  Evaluation,
  Finding,
  ForceReport,
  FrozenCopy,
  Injuries,
  Said,
  Subject,
} from './types.ts'

/** The first person's, as they stood before a report had rows; kept so that older logs read the same. */
interface First {
  criteria: Criteria
  evaluation: Evaluation
}

export interface ForceReportEvents {
  ForceReported: { report: Id; prosecutor?: boolean } & First &
    Pick<ForceReport, 'assistant' | 'unit' | 'task' | 'operation' | 'region' | 'happenedAt' | 'dueAt'>
  ForceReportWritten: {
    report: Id
    account: Pick<Account, 'place' | 'words' | 'witnesses' | 'policeAt'> &
      Partial<Pick<Account, 'unitWords' | 'notified'>> & { injuries?: Injuries; firstAid?: Said }
    happenedAt?: Millis
    subjects?: Subject[]
  } & First &
    Pick<ForceReport, 'prosecutor'>
  ForceReportOverdue: { report: Id }
  ForceMinuteFrozen: { report: Id; minute: Omit<FrozenCopy, 'at'> }
  ForceReviewTaken: { report: Id }
  ProsecutorNoticed: { report: Id; number: string; on: Millis }
  ForceReviewed: { report: Id; finding: Finding; reason: SealedText }
  /** By somebody else than the reviewer: with it the assistant may act again. */
  ForceReviewSigned: { report: Id }
  ForceReviewReturned: { report: Id; reason: SealedText }
}
export type ForceReportFact = Facts<ForceReportEvents>
export type ForceReportEvent = Logged<ForceReportEvents>
