import { whereCalled } from '../auth/may-see.ts'
import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { seal } from '../kernel/decider.ts'
import { type Id, key } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { evaluate } from './evaluate.ts'
import type { ForceReportEvents, ForceReportFact } from './events.ts'
import { forceParameters } from './parameters.ts'
import type { ForceReport } from './types.ts'

type ForceCommand =
  | 'ReportForce'
  | 'WriteForceReport'
  | 'MarkReportOverdue'
  | 'ReviewForce'
  | 'SignForceReview'
  | 'ReturnForceReview'

export const forceReportDeciders: Deciders<ForceCommand> = {
  ReportForce: {
    involves: ({ report }, _, by) => [key('report', report), key('assistant', by.id)],
    decide(board, { report, happenedAt, criteria }, { by, now }) {
      const assistant = by.kind === 'assistant' ? board.assistant.get(by.id) : undefined
      if (!assistant) return refuse('report.not-an-assistant')
      const known = board.report.get(report)
      if (known) return known.assistant === assistant.id ? { facts: [] } : refuse('report.unknown')
      const task = board.task.get(assistant.task ?? '')
      const made: ForceReportEvents['ForceReported'] = {
        ...{ report, assistant: assistant.id, unit: task?.unit ?? null, task: task?.id ?? null },
        ...whereCalled(board, { kind: 'assistant', id: assistant.id }),
        // A phone's clock that runs ahead reports nothing from the future.
        happenedAt: Math.min(happenedAt, now),
        ...{ criteria, evaluation: evaluate(criteria), dueAt: now + forceParameters.writtenWithin },
      }
      return { facts: [fact('ForceReported', made, assistant.id)] }
    },
  },

  WriteForceReport: {
    involves,
    decide(board, body, ctx) {
      const { report: id, criteria, injuries, firstAid, policeAt } = body
      const report = board.report.get(id)
      if (report?.assistant !== ctx.by.id) return refuse('report.unknown')
      if (report.account) return refuse('report.written')
      const [place, words] = [seal(ctx, body.place), seal(ctx, body.words)]
      const witnesses = body.witnesses === null ? null : seal(ctx, body.witnesses)
      const account = {
        ...{ place: place.sealed, words: words.sealed, witnesses: witnesses?.sealed ?? null },
        ...{ injuries, firstAid, policeAt },
      }
      const prosecutor = forceParameters.prosecutorAt.has(injuries)
      const data = { report: id, account, criteria, evaluation: evaluate(criteria), prosecutor }
      return {
        facts: [fact('ForceReportWritten', data, report.assistant)],
        secrets: [place.secret, words.secret, ...(witnesses ? [witnesses.secret] : [])],
      }
    },
  },

  MarkReportOverdue: {
    involves,
    decide(board, { report: id }, { now }) {
      const report = board.report.get(id)
      if (!report || report.account || report.overdueAt !== null || report.signed || now <= report.dueAt)
        return { facts: [] }
      return { facts: [fact('ForceReportOverdue', { report: id }, report.assistant)] }
    },
  },

  ReviewForce: {
    involves,
    decide(board, { report: id, finding, reason }, ctx) {
      const report = open(board, id)
      if (isRefusal(report)) return report
      if (!ctx.police) return refuse('report.police-only')
      if (report.review) return refuse('report.reviewed')
      // Who is held must not be held for ever by not writing.
      if (!report.account && report.overdueAt === null) return refuse('report.not-written')
      const { sealed, secret } = seal(ctx, reason)
      const data = { report: id, finding, reason: sealed }
      return { facts: [fact('ForceReviewed', data, report.assistant)], secrets: [secret] }
    },
  },

  SignForceReview: {
    involves,
    decide(board, { report: id }, ctx) {
      if (board.report.get(id)?.signed?.by === ctx.by.id) return { facts: [] }
      const report = second(board, id, ctx)
      if (isRefusal(report)) return report
      return { facts: [fact('ForceReviewSigned', { report: id }, report.assistant)] }
    },
  },

  ReturnForceReview: {
    involves,
    decide(board, { report: id, reason }, ctx) {
      const report = second(board, id, ctx)
      if (isRefusal(report)) return report
      const { sealed, secret } = seal(ctx, reason)
      return {
        facts: [fact('ForceReviewReturned', { report: id, reason: sealed }, report.assistant)],
        secrets: [secret],
      }
    },
  },
}

function involves({ report }: { report: Id }, board: Board) {
  const assistant = board.report.get(report)?.assistant
  return [key('report', report), ...(assistant === undefined ? [] : [key('assistant', assistant)])]
}

function open(board: Board, id: Id): ForceReport | Refusal {
  const report = board.report.get(id)
  if (!report) return refuse('report.unknown')
  return report.signed ? refuse('report.signed') : report
}

/** Nobody signs, or gives back, a review of their own. */
function second(
  board: Board,
  id: Id,
  { by, police }: { by: { id: Id }; police: boolean },
): ForceReport | Refusal {
  const report = open(board, id)
  if (isRefusal(report)) return report
  if (!police) return refuse('report.police-only')
  if (!report.review) return refuse('report.not-reviewed')
  return report.review.by === by.id ? refuse('report.own-review') : report
}

/** The assistant's key moves too: every step of a report may change whether they may act. */
function fact<Type extends keyof ForceReportEvents>(
  type: Type,
  data: ForceReportEvents[Type],
  assistant: Id,
): ForceReportFact {
  const keys = [key('report', data.report), key('assistant', assistant)]
  return { type, keys, data } as unknown as ForceReportFact
}
