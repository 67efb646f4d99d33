import { whereCalled } from '../auth/may-see.ts'
import type { Deciders } from '../board/decision.ts'
import { seal } from '../kernel/decider.ts'
import type { Actor } from '../kernel/event.ts'
import { key } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'
import { evaluate, protectedBy } from './evaluate.ts'
import type { ForceReportEvents } from './events.ts'
import { fact, involves } from './facts.ts'
import type { MeasuredMinute } from './minute.ts'
import { forceParameters, prosecutorDue } from './parameters.ts'
import type { Subject } from './types.ts'

type ReportCommand = 'ReportForce' | 'WriteForceReport' | 'MarkReportOverdue' | 'FreezeForceMinute'

/** Whose report it is: the phone's holder, or whom the desk speaks for. */
const speaker = (by: Actor): string => by.behalfOf ?? by.id

export const reportDeciders: Deciders<ReportCommand> = {
  ReportForce: {
    involves: ({ report }, _, by) => [key('report', report), key('assistant', speaker(by))],
    decide(board, { report, happenedAt, criteria }, { by, now }) {
      const assistant = by.kind === 'unit' ? undefined : board.assistant.get(speaker(by))
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
        prosecutor: prosecutorDue([]),
      }
      return { facts: [fact('ForceReported', made, assistant.id)] }
    },
  },

  WriteForceReport: {
    involves,
    decide(board, body, ctx) {
      const { report: id, policeAt, notified } = body
      const report = board.report.get(id)
      if (report?.assistant !== speaker(ctx.by)) return refuse('report.unknown')
      if (report.account) return refuse('report.written')
      if (report.unit === null && body.unit === null) return refuse('report.unit-missing')
      if (notified.includes('nobody') && notified.length > 1) return refuse('report.notified-both')
      const subjects: Subject[] = []
      for (const { criteria, categories, ...rest } of body.subjects) {
        const who = protectedBy(categories)
        if (who === null) return refuse('report.categories')
        const judged = { ...criteria, protected: who }
        subjects.push({ criteria: judged, evaluation: evaluate(judged), categories, ...rest })
      }
      const [first] = subjects
      if (!first) return refuse('report.categories')
      const sealed = (text: string | null) => (text === null ? null : seal(ctx, text))
      const [place, words] = [seal(ctx, body.place), seal(ctx, body.words)]
      const [witnesses, unit] = [sealed(body.witnesses), sealed(body.unit)]
      const data: ForceReportEvents['ForceReportWritten'] = {
        report: id,
        account: {
          ...{ place: place.sealed, words: words.sealed, witnesses: witnesses?.sealed ?? null },
          ...{ unitWords: unit?.sealed ?? null, policeAt, notified },
        },
        ...{ happenedAt: Math.min(body.happenedAt, ctx.now), subjects },
        ...{ criteria: first.criteria, evaluation: first.evaluation },
        prosecutor: prosecutorDue(subjects.map(({ injuries }) => injuries)),
      }
      return {
        facts: [fact('ForceReportWritten', data, report.assistant)],
        secrets: [place, words, witnesses, unit].flatMap((one) => (one ? [one.secret] : [])),
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

  FreezeForceMinute: {
    involves,
    decide(board, { report: id }, ctx) {
      const report = board.report.get(id)
      const measured = ctx.measured as MeasuredMinute | undefined
      if (!report || report.minute || !measured) return { facts: [] }
      const { text, from, to } = measured
      // By its content, so that what another node gathered never stands under this one's digest.
      const copy = `minute-${ctx.digest(text, id).slice(0, 40)}`
      const minute = { id: copy, digest: ctx.digest(text, copy), from, to }
      return {
        facts: [fact('ForceMinuteFrozen', { report: id, minute }, report.assistant)],
        secrets: [{ of: copy, fields: { minute: text } }],
      }
    },
  },
}
