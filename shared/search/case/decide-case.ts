import type { Deciders } from '../../board/decision.ts'
import { type DecisionContext, seal } from '../../kernel/decider.ts'
import type { Fact } from '../../kernel/event.ts'
import { type Id, type Key, key } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'
import { questionnaire, type Section } from './questionnaire.ts'
import { urgencyOf } from './urgency.ts'

type CaseCommand =
  | 'RegisterStatement'
  | 'AllowHasty'
  | 'DescribeSubject'
  | 'SetSubjectPhoto'
  | 'SetSearchPoint'
  | 'ScoreUrgency'
  | 'AnswerQuestions'

/** Who is missed: everything that was said is sealed, and the facts carry the case's key, which no phone sees. */
export const caseDeciders: Deciders<CaseCommand> = {
  RegisterStatement: {
    involves: onCase,
    decide(board, { operation: id, statement }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      if (Date.parse(statement.day) > ctx.now + day) return refuse('search.statement-day')
      return sealedFact(ctx, 'StatementRegistered', id, JSON.stringify(statement))
    },
  },

  AllowHasty: {
    involves: onCase,
    decide(board, { operation: id, reason }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      if (board.case.get(id)?.statement) return refuse('search.statement-there')
      return sealedFact(ctx, 'HastyAllowed', id, reason)
    },
  },

  DescribeSubject: {
    involves: onCase,
    decide(board, { operation: id, text, minor }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const { sealed, secret } = seal(ctx, text)
      const data = { operation: id, subject: sealed, ...(minor === undefined ? {} : { minor }) }
      return { facts: [{ type: 'SubjectDescribed', keys: [key('case', id)], data }], secrets: [secret] }
    },
  },

  SetSubjectPhoto: {
    involves: onCase,
    decide(board, { operation: id, photo }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      if ((board.case.get(id)?.photo?.id ?? null) === (photo?.id ?? null)) return { facts: [] }
      const data = { operation: id, photo }
      return { facts: [{ type: 'SubjectPhotoSet', keys: [key('case', id)], data }] }
    },
  },

  SetSearchPoint: {
    involves: onCase,
    decide(board, { operation: id, point, at, source, seenAt }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      if (point === 'ipp' && operation.search?.ipp) return refuse('search.ipp-fixed')
      if (seenAt !== undefined && seenAt > ctx.now + 60_000) return refuse('search.seen-later')
      const said = { ...at, ...(source && { source }), ...(seenAt && { seenAt }) }
      // The plan's digest is seen where the point is not: without a mask a point could be guessed from it.
      const { sealed, secret } = seal(ctx, JSON.stringify({ ...said, mask: ctx.newId() }))
      const keys = [key('operation', id), key('case', id)]
      const data = { operation: id, point, sealed }
      return { facts: [{ type: 'SearchPointSet', keys, data }], secrets: [secret] }
    },
  },

  ScoreUrgency: {
    involves: onCase,
    decide(board, { operation: id, answers }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const { score, level } = urgencyOf(answers)
      return sealedFact(ctx, 'UrgencyScored', id, JSON.stringify(answers), { score, level })
    },
  },

  AnswerQuestions: {
    involves: onCase,
    decide(board, { operation: id, section, who, answers }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const asked: readonly string[] = questionnaire[section as Section]
      const given = Object.keys(answers)
      if (given.length === 0) return refuse('search.nothing-answered')
      if (given.some((question) => !asked.includes(question))) return refuse('search.other-section')
      return sealedFact(ctx, 'QuestionsAnswered', id, JSON.stringify({ who, answers }), { section })
    },
  },
}

/** A day in Kazakhstan begins before the same day of UTC. */
const day = 24 * 3_600_000

/** Both keys: what is decided looks at the operation, what it changes is the case. */
function onCase({ operation }: { operation: Id }): Key[] {
  return [key('operation', operation), key('case', operation)]
}

function sealedFact(ctx: DecisionContext, type: string, operation: Id, text: string, more: object = {}) {
  const { sealed, secret } = seal(ctx, text)
  const fact: Fact = { type, keys: [key('case', operation)], data: { operation, ...more, sealed } }
  return { facts: [fact], secrets: [secret] }
}
