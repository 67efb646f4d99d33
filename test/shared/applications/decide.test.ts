import { describe, expect, test } from 'vitest'
import { applicationDeciders } from '../../../shared/applications/decide.ts'
import { assistantDeciders } from '../../../shared/assistants/decide.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { endOfDay } from '../../../shared/law/day.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { submission, submitted } from '../../kit/application.ts'
import { factsOf, given, noon } from '../../kit/given-when-then.ts'
import { pureDesk } from '../../kit/pure-desk.ts'

const { SubmitApplication, RecordPoliceCheck, ForwardApplication, RefuseApplication } = applicationDeciders
const { WithdrawApplication, ReturnApplication, MarkOverdue, RegisterApplicant } = applicationDeciders
const { IssueCard, ReturnCard } = applicationDeciders

const reviewer: Actor = { kind: 'staff', id: 'reviewer' }
const registrar: Actor = { kind: 'staff', id: 'registrar' }
const application = 'file'
const onFile = { application }
const DAY = 86_400_000
const fact = (type: string, data: object = {}, by = reviewer) => ({
  ...{ type, keys: ['application:file' as const], data: { application, ...data }, by },
})
const checked = policeRules.map((rule) => fact('PoliceCheckRecorded', { rule, result: 'CLEAR' }))
const due = { lastDay: '2026-03-12', dueAt: endOfDay('2026-03-12') }
const atAkimat = [submitted(application), ...checked, fact('ApplicationForwarded', { due })]
const registeredFile = [
  ...atAkimat,
  fact('ApplicantRegistered', { number: '14/26', on: '2026-03-02' }, registrar),
  {
    type: 'AssistantRegistered',
    keys: ['assistant:file' as const],
    data: { assistant: 'file', callSign: 'A-0007' },
  },
]
const card = { application, number: 'ID-1', badge: 'B-1', trainedOn: '2026-03-01' }

describe('receipt', () => {
  test('APPLY-1 a complete application opens a file with the police’s clock; what is personal goes to the vault only', () => {
    const { board, decision } = given().when(SubmitApplication, submission)
    expect(board.application.get('new-1')).toMatchObject({
      ...{ number: 1, status: 'POLICE_CHECK', otherBirthDate: false, checks: {} },
      clock: { office: 'police', lastDay: '2026-04-01', dueAt: endOfDay('2026-04-01'), overdueAt: null },
    })
    const { name, iin, birthDate, phone } = submission
    expect(decision).toMatchObject({
      secrets: [{ of: 'new-1', fields: { name, iin, birthDate, phone } }],
      result: { application: 'new-1', number: 1, lastDay: '2026-04-01' },
    })
    expect(JSON.stringify(factsOf(decision))).not.toMatch(/Сағындық|791028|1979|7701/)
  })

  test.each([
    ['E1', { citizen: false }],
    ['E2', { birthDate: '2008-03-03' }],
    ['E3', { iin: '971028302728' }],
    ['E4', { idUntil: '2026-03-01' }],
    ['E4', { documents: [] }],
    ['E10', { consent: false }],
  ])('APPLY-2 what lacks %s is not received and says which rule', (rule, change) => {
    given()
      .when(SubmitApplication, { ...submission, ...change })
      .then({ code: `application.receipt-${rule}`, rule })
  })

  test('APPLY-3 another birth date than the IIN names is a mark on the file, no refusal', () => {
    const { board } = given().when(SubmitApplication, { ...submission, birthDate: '1979-10-29' })
    expect(board.application.get('new-1')?.otherBirthDate).toBe(true)
  })

  test('APPLY-4 one person has one file under way; after a refusal or the end of the status a new one may be opened', () => {
    const same = { ...submission, person: 'person-of-file' }
    given(submitted(application)).when(SubmitApplication, same).then({ code: 'application.known' })
    given(...registeredFile)
      .when(SubmitApplication, same)
      .then({ code: 'application.known' })
    given(submitted(application), fact('ApplicationRefused', { reason: { text: 'r', digest: 'd' } }))
      .when(SubmitApplication, same)
      .thenTypes('ApplicationSubmitted')
    const ended = { assistant: 'file', from: 'REGISTERED', to: 'TERMINATED', reason: 'T1' }
    given(...registeredFile, { type: 'RegistryStatusChanged', keys: ['assistant:file'], data: ended })
      .when(SubmitApplication, same)
      .thenTypes('ApplicationSubmitted')
  })

  test('APPLY-5 a deadline in a year whose holidays are not known is not made up', () => {
    given()
      .when(SubmitApplication, submission, { now: Date.UTC(2027, 11, 20) })
      .then({ code: 'law.no-calendar', params: { year: '2028' } })
  })
})

describe('the police', () => {
  test('APPLY-6 a check is recorded with its checker and date, and nothing of what was found', () => {
    const after = given(submitted(application)).when(
      ...([
        RecordPoliceCheck,
        { application, rule: 'E9' as const, result: 'NOT_CLEAR' as const },
        { by: reviewer },
      ] as const),
    )
    expect(factsOf(after.decision)[0]?.data).toEqual({ application, rule: 'E9', result: 'NOT_CLEAR' })
    expect(after.board.application.get(application)?.checks.E9).toEqual({
      ...{ result: 'NOT_CLEAR', by: 'reviewer', at: noon },
    })
    given(...atAkimat)
      .when(RecordPoliceCheck, { application, rule: 'E9', result: 'CLEAR' })
      .then({ code: 'application.not-with-police' })
  })

  test.each(policeRules)('APPLY-7 without %s answered and clear a file is not forwarded', (rule) => {
    const others = checked.filter(({ data }) => (data as { rule?: string }).rule !== rule)
    given(submitted(application), ...others)
      .when(ForwardApplication, onFile)
      .then({ rule })
    given(submitted(application), ...checked, fact('PoliceCheckRecorded', { rule, result: 'NOT_CLEAR' }))
      .when(ForwardApplication, onFile)
      .then({ code: 'application.check-open', rule })
  })

  test('APPLY-8 forwarding starts seven working days; an identity document that has run out meanwhile stops it', () => {
    const { board } = given(submitted(application), ...checked).when(ForwardApplication, onFile)
    expect(board.application.get(application)).toMatchObject({
      ...{ status: 'AKIMAT_REVIEW', clock: { office: 'akimat', lastDay: '2026-03-12', from: noon } },
    })
    given(
      {
        ...submitted(application),
        data: { ...(submitted(application).data as object), idUntil: '2026-03-01' },
      },
      ...checked,
    )
      .when(ForwardApplication, onFile)
      .then({ rule: 'E4' })
  })

  test('APPLY-9 a refusal is in writing, sealed, and ends the file', () => {
    const after = given(submitted(application)).when(RefuseApplication, {
      application,
      reason: 'E5, letter 12',
    })
    expect(after.board.application.get(application)).toMatchObject({ status: 'REFUSED', clock: null })
    expect(after.decision).toMatchObject({ secrets: [{ fields: { text: 'E5, letter 12' } }] })
    expect(JSON.stringify(factsOf(after.decision))).not.toContain('letter')
    after.when(ForwardApplication, onFile).then({ code: 'application.not-at-this-step' })
  })

  test('APPLY-10 an applicant may withdraw until the registration, not after', () => {
    given(submitted(application)).when(WithdrawApplication, onFile).thenTypes('ApplicationWithdrawn')
    given(...atAkimat)
      .when(WithdrawApplication, onFile)
      .thenTypes('ApplicationWithdrawn')
    given(...registeredFile)
      .when(WithdrawApplication, onFile)
      .then({ code: 'application.not-at-this-step' })
  })
})

describe('the akimat', () => {
  const register = { application, number: '14-0412/26', on: '2026-03-02' }

  test('APPLY-11 registration has a number and a date and puts the person in the register, not yet active', () => {
    const { board, decision } = given(...atAkimat).when(RegisterApplicant, register, { by: registrar })
    expect(decision).toMatchObject({ result: { callSign: 'A-0001' } })
    expect(board.assistant.get(application)).toMatchObject({ callSign: 'A-0001', status: 'REGISTERED' })
    expect(board.application.get(application)).toMatchObject({
      ...{ status: 'REGISTERED', clock: null, registration: { number: '14-0412/26', on: '2026-03-02' } },
    })
  })

  test('APPLY-12 nobody registers a file that they have checked or forwarded, whatever their role is now', () => {
    given(...atAkimat)
      .when(RegisterApplicant, register, { by: reviewer })
      .then({ code: 'application.checked-by-you' })
  })

  test('APPLY-13 the date lies between receipt and today, and a number is given once', () => {
    for (const on of ['2026-03-01', '2026-03-03'])
      given(...atAkimat)
        .when(RegisterApplicant, { ...register, on }, { by: registrar })
        .then({ code: 'application.registration-day' })
    const other = fact('ApplicantRegistered', {
      application: 'other',
      number: register.number,
      on: '2026-03-02',
    })
    given(submitted('other'), { ...other, keys: ['application:other'] }, ...atAkimat)
      .when(RegisterApplicant, register, { by: registrar })
      .then({ code: 'application.number-taken' })
  })

  test('APPLY-14 a return is in writing and starts the police’s clock anew', () => {
    const { board } = given(...atAkimat).when(
      ...([
        ReturnApplication,
        { application, reason: 'E4 is not legible' },
        { by: registrar, now: noon + DAY },
      ] as const),
    )
    expect(board.application.get(application)).toMatchObject({
      ...{ status: 'POLICE_CHECK', clock: { office: 'police', lastDay: '2026-04-02', from: noon + DAY } },
    })
  })
})

describe('card and badge', () => {
  test('APPLY-15 issued after the registration, with the training done, they make the person active', () => {
    const { board } = given(...registeredFile).when(IssueCard, card)
    expect(board.assistant.get(application)?.status).toBe('ACTIVE')
    expect(board.application.get(application)?.card).toEqual({
      ...{ number: 'ID-1', badge: 'B-1', issuedAt: noon, returnedAt: null },
    })
    for (const past of [[submitted(application)], atAkimat])
      given(...past)
        .when(IssueCard, card)
        .then({ code: 'registry.no-such-transition' })
  })

  test('APPLY-16 a number of a card or badge is given out once', () => {
    const taken = { ...fact('CardIssued', { application: 'other', number: 'ID-9', badge: 'B-1' }) }
    given(submitted('other'), { ...taken, keys: ['application:other'] }, ...registeredFile)
      .when(IssueCard, card)
      .then({ code: 'application.card-taken' })
  })

  test('APPLY-17 they are asked back when the status has ended, and once', () => {
    const active = given(...registeredFile).when(IssueCard, card)
    active.when(ReturnCard, onFile).then({ code: 'application.no-card-due' })
    active.when(assistantDeciders.EndAssistant, { assistant: application, reason: 'T1' })
    active.when(ReturnCard, onFile).thenTypes('CardReturned')
    active.when(ReturnCard, onFile).then([])
  })
})

describe('a deadline that passes', () => {
  test('APPLY-18 marks the file the moment after its last day, once, and decides nothing', () => {
    const desk = pureDesk([submitted(application)])
    desk.advance(endOfDay('2026-04-01'))
    expect(desk.board.application.get(application)?.clock?.overdueAt).toBeNull()
    desk.advance(endOfDay('2026-04-01') + 40 * DAY)
    expect(desk.board.application.get(application)).toMatchObject({
      ...{ status: 'POLICE_CHECK', escalated: true, clock: { overdueAt: endOfDay('2026-04-01') + 1 } },
    })
    expect(desk.log.filter(({ type }) => type === 'ApplicationOverdue')).toHaveLength(1)
  })

  test('APPLY-19 marks nothing that was decided, or given to the other office, before it', () => {
    const dueAt = endOfDay('2026-04-01')
    given(...atAkimat)
      .when(MarkOverdue, { application, dueAt }, { now: dueAt + 1 })
      .then([])
    const desk = pureDesk([submitted(application)])
    desk.give('WithdrawApplication', onFile)
    desk.advance(dueAt + DAY)
    expect(desk.log.map(({ type }) => type)).toEqual(['ApplicationSubmitted', 'ApplicationWithdrawn'])
  })
})
