import { expect, test } from 'vitest'
import { applicationDeciders } from '../../../shared/applications/decide.ts'
import { prune } from '../../../shared/board/prune.ts'
import { retentionTerms } from '../../../shared/erasure/parameters.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { submission, submitted } from '../../kit/application.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import { registered } from '../../kit/past.ts'

const { SubmitApplication, ForwardApplication, RegisterApplicant } = applicationDeciders

test('APPLY-218 who is in the register from paper does not apply; after the end of the status they may', () => {
  const { keys, data, ...fact } = registered('a1')
  const paper: GivenFact = { ...fact, keys, data: { ...(data as object), person: submission.person } }
  const ended = { assistant: 'a1', from: 'ACTIVE', to: 'TERMINATED', reason: 'T1' }
  given(paper).when(SubmitApplication, submission).then({ code: 'application.known', rule: 'E3' })
  given(paper, { type: 'RegistryStatusChanged', keys: ['assistant:a1'], data: ended })
    .when(SubmitApplication, submission)
    .thenTypes('ApplicationSubmitted')
})

test('APPLY-219 the keyed hash of the follow-up secret goes to the vault and not into the log', () => {
  const { decision } = given().when(SubmitApplication, { ...submission, followUp: 'keyed-hash-of-a-secret' })
  expect(decision).toMatchObject({ secrets: [{ fields: { followUp: 'keyed-hash-of-a-secret' } }] })
  expect(JSON.stringify('facts' in decision && decision.facts)).not.toContain('keyed-hash-of-a-secret')
})

test('ATTACK-1 a number is given once, also when an earlier file was erased and has left the board', () => {
  const erased = { erasure: null, person: 'f', rows: ['f'] }
  const scene = given(
    submitted('f'),
    { type: 'ApplicationWithdrawn', keys: ['application:f'], data: { application: 'f' } },
    { type: 'PersonErased', keys: ['application:f'], data: erased },
  )
  prune(scene.board, noon + retentionTerms.erasedOnBoard + 1)
  expect(scene.board.application.size).toBe(0)
  expect(scene.when(SubmitApplication, submission).decision).toMatchObject({ result: { number: 2 } })
})

test('ATTACK-2 the number of a registration that stands on paper is taken', () => {
  const { keys, data, ...fact } = registered('a1')
  const papers = { registration: { number: '14-0412/26', on: '2026-02-27' } }
  const paper: GivenFact = { ...fact, keys, data: { ...(data as object), papers } }
  const due = { lastDay: '2026-04-10', dueAt: noon }
  given(paper, submitted('f'), ...checked('f'), {
    ...{ type: 'ApplicationForwarded', keys: ['application:f'], data: { application: 'f', due } },
    by: { kind: 'staff', id: 'reviewer' },
  })
    .when(
      RegisterApplicant,
      { application: 'f', number: '14-0412/26', on: '2026-03-02' },
      { by: { kind: 'staff', id: 'registrar' } },
    )
    .then({ code: 'application.number-taken' })
})

test('ATTACK-7 an IIN alone does not tell who has applied: what is missing is told first', () => {
  const known = given().when(SubmitApplication, submission)
  for (const missing of [{ documents: [] }, { consent: false }, { citizen: false }])
    expect(known.when(SubmitApplication, { ...submission, ...missing }).decision).toMatchObject({
      code: expect.stringContaining('application.receipt-'),
    })
  known.when(SubmitApplication, submission).then({ code: 'application.known', rule: 'E3' })
})

test('ATTACK-10 all rules that do not hold are named at once, at the receipt and when a file is to be forwarded', () => {
  given()
    .when(SubmitApplication, { ...submission, citizen: false, iin: '850101300006', consent: false })
    .then({ code: 'application.receipt-E1', rule: 'E1', params: { rules: 'E1, E3, E10' } })
  given(submitted('f'))
    .when(ForwardApplication, { application: 'f' })
    .then({ code: 'application.check-open', rule: 'E5', params: { rules: 'E5, E6, E7, E8, E9' } })
})

const checked = (application: string): GivenFact[] =>
  policeRules.map((rule) => ({
    ...{ type: 'PoliceCheckRecorded', keys: [`application:${application}`] },
    data: { application, rule, result: 'CLEAR' },
  }))
