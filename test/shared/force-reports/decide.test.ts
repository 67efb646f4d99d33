import { describe, expect, test } from 'vitest'
import { prune } from '../../../shared/board/prune.ts'
import { reportDeciders } from '../../../shared/force-reports/decide.ts'
import { reviewDeciders } from '../../../shared/force-reports/decide-review.ts'
import { evaluate } from '../../../shared/force-reports/evaluate.ts'
import { forceParameters } from '../../../shared/force-reports/parameters.ts'
import type { Injuries } from '../../../shared/force-reports/types.ts'
import { checkGates } from '../../../shared/gates/all.ts'
import { taskDeciders } from '../../../shared/tasks/decide.ts'
import { opened, people, planned, reached, sent, units, window } from '../../kit/dispatch-past.ts'
import { criteria, forceReported } from '../../kit/force.ts'
import { type GivenContext, given, noon } from '../../kit/given-when-then.ts'

const { ReportForce, WriteForceReport, MarkReportOverdue } = reportDeciders
const { ReviewForce, SignForceReview, ReturnForceReview } = reviewDeciders
const report = 'r1'
const self: GivenContext = { by: { kind: 'assistant', id: 'a1' } }
const by = (id: string, police = true): GivenContext => ({ by: { kind: 'staff', id }, police })
const ready = [opened('op'), planned('post', 'op'), ...units('u1'), ...people('a1', 'a2')]
const atWork = [
  ...ready,
  sent('t', { members: ['a1'] }),
  ...reached('t', 'on-scene', { unit: 'u1' }, { assistant: 'a1' }),
]
const reported = [...ready, forceReported(report, 'a1')]
const person = {
  ...{ criteria, categories: ['none' as const] },
  ...{ injuries: 'none' as Injuries, firstAid: 'no' as const },
}
const account = {
  ...{ report, happenedAt: noon, place: 'Gate 4', unit: 'K-14', words: 'Held by the arm', witnesses: null },
  ...{ policeAt: noon, notified: ['nobody' as const], subjects: [person] },
}
const review = { report, finding: 'met' as const, reason: 'As the camera shows' }
const late = noon + forceParameters.writtenWithin + 1

describe('a report of force', () => {
  test('FORCE-REP-3 says at once who, with which unit and where, evaluated by the server, and is told once', () => {
    given(...atWork)
      .when(ReportForce, { report, happenedAt: noon + 5, criteria }, self)
      .then([
        {
          type: 'ForceReported',
          keys: ['report:r1', 'assistant:a1'],
          data: {
            ...{ report, assistant: 'a1', unit: 'u1', task: 't', operation: 'op', region: 'almaty' },
            ...{ happenedAt: noon, criteria, evaluation: { result: 'COMPLIANT', flags: [] } },
            ...{ dueAt: noon + forceParameters.writtenWithin, prosecutor: false },
          },
        },
      ])
      .when(ReportForce, { report, happenedAt: noon, criteria }, self)
      .then([])
      .when(ReportForce, { report, happenedAt: noon, criteria }, { by: { kind: 'assistant', id: 'a2' } })
      .then({ code: 'report.unknown' })
    given(...ready)
      .when(ReportForce, { report, happenedAt: noon, criteria }, { by: { kind: 'unit', id: 'u1' } })
      .then({ code: 'report.not-an-assistant' })
  })

  test('FORCE-REP-4 the written part is given once by the same person; its words are sealed and it is evaluated again', () => {
    const means = { ...criteria, means: 'yes' as const }
    const scene = given(...reported).when(
      WriteForceReport,
      { ...account, subjects: [{ ...person, criteria: means }], witnesses: 'X' },
      self,
    )
    scene.thenTypes('ForceReportWritten')
    expect(JSON.stringify((scene.decision as { facts: unknown }).facts)).not.toContain('Held by')
    expect(scene.decision).toMatchObject({
      secrets: [
        { fields: { text: 'Gate 4' } },
        { fields: { text: 'Held by the arm' } },
        { fields: { text: 'X' } },
        { fields: { text: 'K-14' } },
      ],
    })
    expect(scene.board.report.get(report)).toMatchObject({
      ...{ subjects: [{ evaluation: evaluate(means) }], prosecutor: false },
    })
    scene.when(WriteForceReport, account, self).then({ code: 'report.written' })
    given(...reported)
      .when(WriteForceReport, account, { by: { kind: 'assistant', id: 'a2' } })
      .then({ code: 'report.unknown' })
  })

  test('FORCE-REP-4 an injury or a death is for the prosecutor', () => {
    for (const injuries of ['light', 'serious', 'death'] as const) {
      const subjects = [person, { ...person, injuries }]
      const { board } = given(...reported).when(WriteForceReport, { ...account, subjects }, self)
      expect(board.report.get(report)?.prosecutor).toBe(true)
    }
  })

  test('FORCE-REP-5 unwritten after 24 hours it is overdue, once, and not before', () => {
    const overdue = (now: number) => given(...reported).when(MarkReportOverdue, { report }, { now })
    overdue(late - 1).then([])
    overdue(late).thenTypes('ForceReportOverdue').when(MarkReportOverdue, { report }, { now: late }).then([])
    given(...reported)
      .when(WriteForceReport, account, self)
      .when(MarkReportOverdue, { report }, { now: late })
      .then([])
  })

  test('FORCE-REP-6 a police reviewer finds, once it is written or overdue, and another person signs', () => {
    given(...reported)
      .when(ReviewForce, review, by('r'))
      .then({ code: 'report.not-written' })
    given(...reported)
      .when(MarkReportOverdue, { report }, { now: late })
      .when(ReviewForce, review, by('r'))
      .thenTypes('ForceReviewed')
    const written = given(...reported).when(WriteForceReport, account, self)
    written.when(SignForceReview, { report }, by('s')).then({ code: 'report.not-reviewed' })
    written.when(ReviewForce, review, by('r', false)).then({ code: 'report.police-only' })
    written.when(ReviewForce, review, by('r')).thenTypes('ForceReviewed')
    written.when(ReviewForce, review, by('s')).then({ code: 'report.reviewed' })
    written.when(SignForceReview, { report }, by('r')).then({ code: 'report.own-review' })
    written.when(ReturnForceReview, { report, reason: 'x' }, by('r')).then({ code: 'report.own-review' })
    written.when(SignForceReview, { report }, by('s', false)).then({ code: 'report.police-only' })
    written.when(SignForceReview, { report }, by('s')).thenTypes('ForceReviewSigned')
    written.when(SignForceReview, { report }, by('s')).then([])
    written.when(ReviewForce, review, by('r')).then({ code: 'report.signed' })
    expect(written.board.report.get(report)).toMatchObject({
      review: { by: 'r', finding: 'met' },
      signed: { by: 's' },
    })
  })

  test('FORCE-REP-6 the second person may give the finding back with a reason', () => {
    given(...reported)
      .when(WriteForceReport, account, self)
      .when(ReviewForce, review, by('r'))
      .when(ReturnForceReview, { report, reason: 'Ask the witness' }, by('s'))
      .thenTypes('ForceReviewReturned')
      .when(SignForceReview, { report }, by('s'))
      .then({ code: 'report.not-reviewed' })
      .when(ReviewForce, { ...review, finding: 'not-met' }, by('r'))
      .thenTypes('ForceReviewed')
  })

  test('FORCE-REP-7 signed, it leaves the board after a year; under review it stays', () => {
    const { board } = given(...reported)
    expect(prune(board, noon + 90 * 86_400_000)).not.toContain('report:r1')
    const signed = { type: 'ForceReviewSigned', keys: ['report:r1' as const], data: { report } }
    expect(prune(given(...reported, signed).board, noon + 366 * 86_400_000)).toContain('report:r1')
  })
})

describe('D12', () => {
  test('GATE-23 whose report of force is under review is not proposed, not sent and not at work until it is signed', () => {
    const check = (signed: boolean) => {
      const facts = [{ type: 'ForceReviewSigned', keys: ['report:r1' as const], data: { report } }]
      const { board } = given(...reported, ...(signed ? facts : []))
      return (['proposal', 'sending', 'always'] as const).map((moment) =>
        ['a1', 'a2'].map((id) => {
          const assistant = board.assistant.get(id)
          const operation = board.operation.get('op') ?? null
          const unit = board.unit.get('u1') ?? null
          if (!assistant) throw new Error('nobody')
          const input = { board, now: noon, assistant, operation, window, unit, task: null }
          return checkGates(moment, input).map(({ code }) => code)
        }),
      )
    }
    expect(check(false)).toEqual(Array(3).fill([['UNDER_REVIEW'], []]))
    expect(check(true)).toEqual(Array(3).fill([[], []]))
  })

  test('GATE-23 the hold of D12 is taken only while a report is under review', () => {
    const hold = { task: 't', assistant: 'a1', rule: 'D12' as const }
    given(...atWork)
      .when(taskDeciders.HoldMember, hold)
      .then([])
    given(...atWork, forceReported(report, 'a1'))
      .when(taskDeciders.HoldMember, hold)
      .thenTypes('StepTaken')
    given(...atWork, forceReported(report, 'a1'))
      .when(taskDeciders.HoldMember, hold)
      .when(taskDeciders.ResumeMember, { task: 't', assistant: 'a1' })
      .then({ code: 'gate.UNDER_REVIEW', rule: 'D12' })
  })
})
