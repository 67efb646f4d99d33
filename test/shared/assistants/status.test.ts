import { describe, expect, test } from 'vitest'
import { applicationDeciders } from '../../../shared/applications/decide.ts'
import { owesCard } from '../../../shared/applications/standing.ts'
import { assistantDeciders } from '../../../shared/assistants/decide.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { endingRule } from '../../../shared/law/endings/all.ts'
import { endingIds } from '../../../shared/law/endings/rule.ts'
import { submitted } from '../../kit/application.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import { registered } from '../../kit/past.ts'

const { SuspendAssistant, ReinstateAssistant, EndAssistant, RecordRecheck } = assistantDeciders
const { RecordTraining, PermitRegion, RevokePermit, EnrolDevice } = assistantDeciders
const { ReturnCard } = applicationDeciders

const a1 = { assistant: 'a1' }
const status = (to: string, reason = 'check', from = 'ACTIVE'): GivenFact => ({
  ...{ type: 'RegistryStatusChanged', keys: ['assistant:a1'], data: { ...a1, from, to, reason } },
})
const answered = (rule: string, result = 'CLEAR'): GivenFact => ({
  ...{ type: 'RecheckRecorded', keys: ['recheck:a1'] },
  ...{ data: { ...a1, region: 'almaty', rule, result }, by: { kind: 'staff', id: 'reviewer' } },
})
const all = policeRules.map((rule) => answered(rule))
const suspended = [registered('a1'), status('SUSPENDED')]
const recheckOpen = (rules: string) => ({
  ...{ code: 'registry.recheck-open', rule: rules.slice(0, 2), params: { rules } },
})

describe('after a suspension', () => {
  test('REG-201 a person from paper comes back only with E5 to E9 answered anew, and all that is missing is named at once', () => {
    given(...suspended)
      .when(ReinstateAssistant, a1)
      .then(recheckOpen('E5, E6, E7, E8, E9'))
    given(...suspended, answered('E5'), answered('E6', 'NOT_CLEAR'), answered('E8'))
      .when(ReinstateAssistant, a1)
      .then(recheckOpen('E6, E7, E9'))
    const { board } = given(...suspended, ...all).when(ReinstateAssistant, a1)
    expect(board.assistant.get('a1')).toMatchObject({ status: 'ACTIVE', lapse: null })
  })

  test.each(policeRules)(
    'REG-202 without %s alone, unanswered or against the person, the status stays suspended',
    (rule) => {
      const others = all.filter(({ data }) => (data as { rule: string }).rule !== rule)
      given(...suspended, ...others)
        .when(ReinstateAssistant, a1)
        .then(recheckOpen(rule))
      given(...suspended, ...all, answered(rule, 'NOT_CLEAR'))
        .when(ReinstateAssistant, a1)
        .then(recheckOpen(rule))
    },
  )

  test('REG-203 the answers of the application and of an earlier suspension do not count', () => {
    const checks = policeRules.map(
      (rule): GivenFact => ({
        ...{ type: 'PoliceCheckRecorded', keys: ['application:a1'] },
        data: { application: 'a1', rule, result: 'CLEAR' },
      }),
    )
    given(submitted('a1'), ...checks, ...suspended)
      .when(ReinstateAssistant, a1)
      .then(recheckOpen('E5, E6, E7, E8, E9'))
    given(...suspended, ...all, status('ACTIVE', 'reinstated', 'SUSPENDED'), status('SUSPENDED'))
      .when(ReinstateAssistant, a1)
      .then(recheckOpen('E5, E6, E7, E8, E9'))
  })

  test('REG-204 an answer is kept with its checker and date, and nothing of what was found, and only while suspended', () => {
    const { board } = given(...suspended)
      .when(RecordRecheck, { ...a1, rule: 'E9', result: 'CLEAR' }, { by: { kind: 'staff', id: 'r' } })
      .thenTypes('RecheckRecorded')
      .when(RecordRecheck, { ...a1, rule: 'E9', result: 'CLEAR' })
      .then([])
    expect(board.recheck.get('a1')?.checks).toEqual({ E9: { result: 'CLEAR', by: 'r', at: noon } })
    given(registered('a1'))
      .when(RecordRecheck, { ...a1, rule: 'E9', result: 'CLEAR' })
      .then({ code: 'registry.not-suspended' })
  })
})

describe('the ten triggers', () => {
  test('LAW-201 stand in the order of the law, each with its basis and effect', () => {
    const rows = endingIds.map((id) => {
      const { rule, basis, effect, needs = '-', freezes = false } = endingRule(id)
      return [rule, basis, effect, needs, freezes]
    })
    expect(rows).toEqual([
      ['T1', 'S', 'terminate', '-', false],
      ['T2', 'S', 'suspend-first', 'document', false],
      ['T3', 'S', 'terminate', '-', false],
      ['T4', 'S', 'terminate', '-', false],
      ['T5', 'S', 'terminate', '-', false],
      ['T6', 'S', 'terminate', '-', true],
      ['T7', 'I', 'terminate', '-', false],
      ['T8', 'I', 'suspend-first', 'document', false],
      ['T9', 'I', 'terminate', '-', false],
      ['T10', 'I', 'suspend-first', 'police', false],
    ])
  })

  test.each(endingIds)('LAW-202 %s', (reason) => {
    const { effect, needs } = endingRule(reason)
    const document = needs === 'document' ? { document: '14/26' } : {}
    const end = { ...a1, reason, ...document }
    for (const from of ['REGISTERED', 'SUSPENDED']) {
      const { board } = given(registered('a1'), status(from)).when(EndAssistant, end)
      expect(board.assistant.get('a1')).toMatchObject({
        ...{ status: 'TERMINATED', lapse: { reason, at: noon, ...document } },
      })
    }
    const active = given(registered('a1')).when(EndAssistant, end)
    if (effect === 'terminate') expect(active.board.assistant.get('a1')?.status).toBe('TERMINATED')
    else active.then({ code: 'registry.suspend-first', rule: reason })
  })

  test.each(['T2', 'T8'] as const)(
    'LAW-203 %s suspends at once, and ends the status on the number of the document only',
    (reason) => {
      const desk = given(registered('a1')).when(SuspendAssistant, { ...a1, reason })
      expect(desk.board.assistant.get('a1')).toMatchObject({ status: 'SUSPENDED', lapse: { reason } })
      desk
        .when(EndAssistant, { ...a1, reason })
        .then({ code: 'registry.document-missing', rule: reason })
        .when(EndAssistant, { ...a1, reason, document: '14/26' })
        .thenTypes('RegistryStatusChanged')
      expect(desk.board.assistant.get('a1')?.lapse).toMatchObject({ reason, document: '14/26' })
    },
  )

  test('LAW-204 T10 suspends, and only a police officer ends the status', () => {
    const desk = given(registered('a1')).when(SuspendAssistant, { ...a1, reason: 'T10' })
    desk
      .when(EndAssistant, { ...a1, reason: 'T10' }, { police: false })
      .then({ code: 'registry.police-decide', rule: 'T10' })
      .when(EndAssistant, { ...a1, reason: 'T10' }, { police: true })
      .thenTypes('RegistryStatusChanged')
  })

  test('LAW-205 a trigger that becomes known during a check takes the check’s place, once', () => {
    const desk = given(...suspended, ...all).when(SuspendAssistant, { ...a1, reason: 'T8' })
    expect(desk.board.assistant.get('a1')).toMatchObject({ status: 'SUSPENDED', lapse: { reason: 'T8' } })
    desk.when(ReinstateAssistant, a1).then(recheckOpen('E5, E6, E7, E8, E9'))
    desk.when(SuspendAssistant, { ...a1, reason: 'T8' }).then([])
    desk.when(SuspendAssistant, { ...a1, reason: 'check' }).then([])
  })

  test.each(endingIds)(
    'LAW-206 after %s a second command of the end, whatever its trigger, changes nothing',
    (reason) => {
      const ended = given(registered('a1'), status('TERMINATED', reason))
      for (const again of endingIds) ended.when(EndAssistant, { ...a1, reason: again }).then([])
      ended.when(ReinstateAssistant, a1).then({ code: 'registry.no-such-transition' })
    },
  )

  test('LAW-207 T6 freezes the file: nothing of it changes any more; others are only closed', () => {
    const dead = given(registered('a1'), status('TERMINATED', 'T6'))
    expect(dead.board.assistant.get('a1')?.frozen).toBe(true)
    const permit = { ...a1, region: 'astana', document: '1', from: '2026-03-02', until: '2026-03-02' }
    const tries = () =>
      [
        dead.when(RecordTraining, { ...a1, on: '2026-03-01' }),
        dead.when(PermitRegion, permit),
        dead.when(RevokePermit, { ...a1, document: '1' }),
      ] as const
    for (const tried of tries()) tried.then({ code: 'registry.frozen', rule: 'T6' })
    dead
      .when(EnrolDevice, { device: 'p', holder: { kind: 'assistant', id: 'a1' }, via: 'phone' })
      .then({ code: 'device.holder-gone' })
    const gone = given(registered('a1'), status('TERMINATED', 'T4'))
    expect(gone.board.assistant.get('a1')?.frozen).toBeUndefined()
    gone.when(RecordTraining, { ...a1, on: '2026-03-01' }).then({ code: 'registry.ended' })
  })

  test.each(endingIds)(
    'LAW-208 after %s ID card and badge are owed until they are returned, also by who came from paper',
    (reason) => {
      const file = { application: 'a1' }
      const paper = given(registered('a1'))
      expect(owesCard(paper.board, 'a1')).toBe(false)
      paper.when(ReturnCard, file).then({ code: 'application.no-card-due' })
      const ended = given(registered('a1'), status('TERMINATED', reason))
      expect(owesCard(ended.board, 'a1')).toBe(true)
      ended.when(ReturnCard, file).thenTypes('CardReturned')
      expect(owesCard(ended.board, 'a1')).toBe(false)
      ended.when(ReturnCard, file).then([])
    },
  )
})

describe('training and permissions', () => {
  test('REG-205 a later training takes the place of the earlier one, an earlier one changes nothing, none is in the future', () => {
    const desk = given(registered('a1')).when(RecordTraining, { ...a1, on: '2026-02-01' })
    desk.when(RecordTraining, { ...a1, on: '2026-01-31' }).then([])
    desk.when(RecordTraining, { ...a1, on: '2026-03-03' }).then({ code: 'registry.training-day' })
    desk.when(RecordTraining, { ...a1, on: '2026-03-02' }).thenTypes('TrainingRecorded')
    expect(desk.board.assistant.get('a1')?.trainedOn).toBe('2026-03-02')
  })

  test('REG-206 a permission has a document, a region and days; it is withdrawn by its document', () => {
    const permit = { region: 'astana', document: '7', from: '2026-03-02', until: '2026-03-09' }
    const desk = given(registered('a1')).when(PermitRegion, { ...a1, ...permit })
    expect(desk.board.assistant.get('a1')?.permits).toEqual([permit])
    desk.when(PermitRegion, { ...a1, ...permit }).then([])
    desk
      .when(PermitRegion, { ...a1, ...permit, region: 'shymkent' })
      .then({ code: 'registry.permit-known', rule: 'D9' })
    desk
      .when(PermitRegion, { ...a1, ...permit, document: '8', until: '2026-03-01' })
      .then({ code: 'registry.permit-days', rule: 'D9' })
    desk.when(RevokePermit, { ...a1, document: '7' }).thenTypes('RegionPermitRevoked')
    expect(desk.board.assistant.get('a1')?.permits).toEqual([])
    desk.when(RevokePermit, { ...a1, document: '7' }).then([])
  })
})
