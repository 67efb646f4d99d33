import { describe, expect, test } from 'vitest'
import { reportDeciders } from '../../../shared/force-reports/decide.ts'
import { reviewDeciders } from '../../../shared/force-reports/decide-review.ts'
import { evaluate, worst } from '../../../shared/force-reports/evaluate.ts'
import { prosecutorDue } from '../../../shared/force-reports/parameters.ts'
import type { Injuries } from '../../../shared/force-reports/types.ts'
import { opened, people, planned, units } from '../../kit/dispatch-past.ts'
import { criteria, forceReported } from '../../kit/force.ts'
import { type GivenContext, given, noon } from '../../kit/given-when-then.ts'

const { ReportForce, WriteForceReport, FreezeForceMinute } = reportDeciders
const { TakeForceReview, RecordProsecutorNotice, ReviewForce, SignForceReview } = reviewDeciders
const report = 'r1'
const self: GivenContext = { by: { kind: 'assistant', id: 'a1' } }
const by = (id: string, police = true): GivenContext => ({ by: { kind: 'staff', id }, police })
const ready = [opened('op'), planned('post', 'op'), ...units('u1'), ...people('a1', 'a2')]
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

describe('several people, other voices', () => {
  test('FORCE-200 each person is a row with an evaluation of their own; who they are answers the first criterion', () => {
    const minor = {
      ...person,
      categories: ['minor' as const],
      criteria: { ...criteria, protected: 'no' as const },
    }
    const { board } = given(...reported).when(
      WriteForceReport,
      { ...account, subjects: [person, minor, { ...person, categories: ['unknown'] }] },
      self,
    )
    const subjects = board.report.get(report)?.subjects ?? []
    expect(subjects.map(({ criteria: of }) => of.protected)).toEqual(['no', 'yes', 'unknown'])
    expect(subjects.map(({ evaluation }) => evaluation.result)).toEqual([
      'COMPLIANT',
      'VIOLATION',
      'NEEDS_REVIEW',
    ])
    expect(worst(subjects.map(({ evaluation }) => evaluation))).toBe('VIOLATION')
    for (const categories of [
      ['none', 'woman'],
      ['unknown', 'none'],
    ] as const)
      given(...reported)
        .when(WriteForceReport, { ...account, subjects: [{ ...person, categories: [...categories] }] }, self)
        .then({ code: 'report.categories' })
  })

  test('FORCE-201 a unit that the board does not know is asked for in words, and "nobody was told" stands alone', () => {
    given(...reported)
      .when(WriteForceReport, { ...account, unit: null }, self)
      .then({ code: 'report.unit-missing' })
    given(...reported)
      .when(WriteForceReport, { ...account, notified: ['nobody', 'ambulance'] }, self)
      .then({ code: 'report.notified-both' })
  })

  test('FORCE-202 by radio the desk reports and writes for the assistant; its author stands there and may not judge it', () => {
    const desk: GivenContext = { by: { kind: 'staff', id: 'duty', behalfOf: 'a1' }, police: true }
    const scene = given(...ready)
      .when(ReportForce, { report, happenedAt: noon, criteria, assistant: 'a1' }, desk)
      .thenTypes('ForceReported')
      .when(WriteForceReport, account, desk)
      .thenTypes('ForceReportWritten')
    expect(scene.board.report.get(report)).toMatchObject({ assistant: 'a1', enteredBy: ['duty'] })
    scene.when(TakeForceReview, { report }, by('duty')).then({ code: 'report.own-entry' })
    scene.when(ReviewForce, review, by('duty')).then({ code: 'report.own-entry' })
    scene.when(ReviewForce, review, by('r')).thenTypes('ForceReviewed')
    scene.when(SignForceReview, { report }, by('duty')).then({ code: 'report.own-entry' })
    scene.when(SignForceReview, { report }, by('s')).thenTypes('ForceReviewSigned')
  })

  test('FORCE-203 who has the review in hand is named, and nobody else finds until another takes it', () => {
    const scene = given(...reported)
      .when(WriteForceReport, account, self)
      .when(TakeForceReview, { report }, by('r', false))
      .then({ code: 'report.police-only' })
      .when(TakeForceReview, { report }, by('r'))
      .thenTypes('ForceReviewTaken')
      .when(TakeForceReview, { report }, by('r'))
      .then([])
    scene.when(ReviewForce, review, by('s')).then({ code: 'report.other-reviewer' })
    expect(scene.board.report.get(report)?.reviewer).toMatchObject({ by: 'r' })
    scene
      .when(TakeForceReview, { report }, by('s'))
      .when(ReviewForce, review, by('s'))
      .thenTypes('ForceReviewed')
  })

  test('FORCE-204 after an injury nobody closes it before the notice to the prosecutor stands there with number and date', () => {
    const hurt = { ...account, subjects: [{ ...person, injuries: 'light' as const }] }
    const scene = given(...reported)
      .when(WriteForceReport, hurt, self)
      .when(ReviewForce, review, by('r'))
    scene.when(SignForceReview, { report }, by('s')).then({ code: 'report.prosecutor-missing' })
    scene
      .when(RecordProsecutorNotice, { report, number: '17-2/4', on: noon + 1 }, by('s'))
      .then({ code: 'report.notice-later' })
    scene
      .when(RecordProsecutorNotice, { report, number: '17-2/4', on: noon }, by('s', false))
      .then({ code: 'report.police-only' })
    scene
      .when(RecordProsecutorNotice, { report, number: '17-2/4', on: noon }, by('s'))
      .thenTypes('ProsecutorNoticed')
      .when(SignForceReview, { report }, by('s'))
      .thenTypes('ForceReviewSigned')
  })

  test('FORCE-205 when the prosecutor is told, and whether means are forbidden, are parameters', () => {
    const due = (prosecutor: 'off' | 'injury-or-death' | 'always') =>
      ([[], [null], ['none'], ['none', 'death']] as const).map((all) => prosecutorDue(all, { prosecutor }))
    expect(due('off')).toEqual([false, false, false, false])
    expect(due('injury-or-death')).toEqual([false, false, false, true])
    expect(due('always')).toEqual([true, true, true, true])
    const armed = { ...criteria, means: 'yes' as const }
    expect(evaluate(armed, { meansForbidden: true }).flags).toEqual(['WEAPON_OR_SPECIAL_MEANS'])
    expect(evaluate(armed, { meansForbidden: false }).result).toBe('COMPLIANT')
  })

  test('FORCE-206 F9: the minute is frozen once, sealed, with its digest in the log', () => {
    const measured = { text: '{"points":[43.24]}', from: noon - 30_000, to: noon + 30_000 }
    const scene = given(...reported)
      .when(FreezeForceMinute, { report }, {})
      .then([])
      .when(FreezeForceMinute, { report }, { measured })
    scene.thenTypes('ForceMinuteFrozen')
    expect(JSON.stringify((scene.decision as { facts: unknown }).facts)).not.toContain('43.24')
    expect(scene.decision).toMatchObject({ secrets: [{ fields: { minute: measured.text } }] })
    scene.when(FreezeForceMinute, { report }, { measured: { ...measured, text: 'another' } }).then([])
  })

  test('FORCE-207 a report of an older log is one about one person', () => {
    const older = {
      type: 'ForceReportWritten',
      keys: ['report:r1' as const],
      data: {
        ...{ report, criteria, evaluation: evaluate(criteria), prosecutor: true },
        account: {
          ...{ place: { text: 'p', digest: 'd' }, words: { text: 'w', digest: 'd' }, witnesses: null },
          ...{ injuries: 'light', firstAid: 'yes', policeAt: null },
        },
      },
    }
    expect(given(...reported, older).board.report.get(report)).toMatchObject({
      subjects: [{ criteria, injuries: 'light', firstAid: 'yes', categories: [] }],
      account: { notified: [], unitWords: null },
      prosecutor: true,
    })
  })
})
