import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { type DecisionContext, seal } from '../kernel/decider.ts'
import type { Id } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { fact, involves } from './facts.ts'
import type { ForceReport } from './types.ts'

type ReviewCommand =
  | 'TakeForceReview'
  | 'RecordProsecutorNotice'
  | 'ReviewForce'
  | 'SignForceReview'
  | 'ReturnForceReview'

export const reviewDeciders: Deciders<ReviewCommand> = {
  TakeForceReview: {
    involves,
    decide(board, { report: id }, ctx) {
      const report = judged(board, id, ctx)
      if (isRefusal(report)) return report
      if (report.review) return refuse('report.reviewed')
      if (report.reviewer?.by === ctx.by.id) return { facts: [] }
      return { facts: [fact('ForceReviewTaken', { report: id }, report.assistant)] }
    },
  },

  RecordProsecutorNotice: {
    involves,
    decide(board, { report: id, number, on }, ctx) {
      const report = open(board, id)
      if (isRefusal(report)) return report
      if (!ctx.police) return refuse('report.police-only')
      if (on > ctx.now) return refuse('report.notice-later')
      const known = report.prosecutorNotice
      if (known?.number === number && known.on === on) return { facts: [] }
      return { facts: [fact('ProsecutorNoticed', { report: id, number, on }, report.assistant)] }
    },
  },

  ReviewForce: {
    involves,
    decide(board, { report: id, finding, reason }, ctx) {
      const report = judged(board, id, ctx)
      if (isRefusal(report)) return report
      if (report.review) return refuse('report.reviewed')
      // Who is held must not be held for ever by not writing.
      if (!report.account && report.overdueAt === null) return refuse('report.not-written')
      const { reviewer } = report
      if (reviewer && reviewer.by !== ctx.by.id)
        return refuse('report.other-reviewer', {
          holder: { kind: 'staff', id: reviewer.by, at: reviewer.at },
        })
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
      if (report.prosecutor && !report.prosecutorNotice) return refuse('report.prosecutor-missing')
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

type Judge = Pick<DecisionContext, 'by' | 'police'>

function open(board: Board, id: Id): ForceReport | Refusal {
  const report = board.report.get(id)
  if (!report) return refuse('report.unknown')
  return report.signed ? refuse('report.signed') : report
}

/** Only police judge, and nobody what they wrote down themselves. */
function judged(board: Board, id: Id, { by, police }: Judge): ForceReport | Refusal {
  const report = open(board, id)
  if (isRefusal(report)) return report
  if (!police) return refuse('report.police-only')
  return report.enteredBy.includes(by.id) ? refuse('report.own-entry') : report
}

/** Nobody signs, or gives back, a review of their own. */
function second(board: Board, id: Id, ctx: Judge): ForceReport | Refusal {
  const report = judged(board, id, ctx)
  if (isRefusal(report)) return report
  if (!report.review) return refuse('report.not-reviewed')
  return report.review.by === ctx.by.id ? refuse('report.own-review') : report
}
