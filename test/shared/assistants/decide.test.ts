import { describe, expect, test } from 'vitest'
import { assistantDeciders } from '../../../shared/assistants/decide.ts'
import { type RegistryStep, registryAfter } from '../../../shared/assistants/registry.ts'
import { registryStatuses } from '../../../shared/assistants/types.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { factsOf, type GivenFact, given } from '../../kit/given-when-then.ts'
import { registered, registeredUnit } from '../../kit/past.ts'

const { ImportAssistants, SuspendAssistant, ReinstateAssistant, EndAssistant, EnrolDevice, RevokeDevice } =
  assistantDeciders

const row = (callSign: string, name = 'Aliya') => ({ callSign, name, region: 'almaty', skills: [] })
/** E5 to E9 answered anew, none of them against the person. */
const rechecked = (assistant: string): GivenFact[] =>
  policeRules.map((rule) => ({
    type: 'RecheckRecorded',
    keys: [`recheck:${assistant}`],
    data: { assistant, region: 'almaty', rule, result: 'CLEAR' },
  }))
const status = (to: string): GivenFact => ({
  type: 'RegistryStatusChanged',
  keys: ['assistant:a1'],
  data: { assistant: 'a1', from: 'ACTIVE', to, reason: 'test' },
})

describe('import', () => {
  test('REG-1 people on paper become ACTIVE; name and phone go to the vault only', () => {
    const { board, decision } = given().when(ImportAssistants, {
      rows: [{ ...row('A-1'), phone: '+77011234567' }, row('A-2', 'Berik')],
    })
    expect(board.assistant.get('new-1')).toMatchObject({ callSign: 'A-1', status: 'ACTIVE', no: 0 })
    expect(decision).toMatchObject({
      secrets: [
        { of: 'new-1', fields: { name: 'Aliya', phone: '+77011234567' } },
        { of: 'new-2', fields: { name: 'Berik' } },
      ],
      result: { imported: 2, skipped: [] },
    })
    expect(JSON.stringify(factsOf(decision))).not.toMatch(/Aliya|7701/)
  })

  test('REG-2 a known call sign is skipped unchanged, and a second try gives nobody another’s id', () => {
    const { decision } = given(registered('a1')).when(ImportAssistants, { rows: [row('A-1'), row('A-2')] })
    expect(factsOf(decision)).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ assistant: 'new-2', callSign: 'A-2' }) }),
    ])
    expect(decision).toMatchObject({ result: { imported: 1, skipped: ['A-1'] } })
  })

  test('REG-3 a call sign twice in one list is refused whole', () => {
    given()
      .when(ImportAssistants, { rows: [row('A-1'), row('A-2'), row('A-1', 'Berik')] })
      .then({ code: 'registry.duplicate-call-sign', params: { callSign: 'A-1' } })
  })
})

describe('registry', () => {
  const steps: [RegistryStep, string][] = [
    ['suspend', 'SUSPENDED'],
    ['reinstate', 'ACTIVE'],
    ['terminate', 'TERMINATED'],
  ]
  const table = registryStatuses.flatMap((from) => steps.map(([step, to]) => [from, step, to] as const))

  test.each(table)('REG-4 %s %s', (from, step, to) => {
    const start = given(registered('a1'), status(from))
    const after =
      step === 'suspend'
        ? start.when(SuspendAssistant, { assistant: 'a1', reason: 'check' })
        : step === 'reinstate'
          ? given(registered('a1'), status(from), ...rechecked('a1')).when(ReinstateAssistant, {
              assistant: 'a1',
            })
          : start.when(EndAssistant, { assistant: 'a1', reason: 'T1' })
    if (from === to) after.then([])
    else if (registryAfter(from, step) === null)
      after.then({ code: 'registry.no-such-transition', params: { from, to } })
    else expect(factsOf(after.decision)[0]?.data).toMatchObject({ assistant: 'a1', from, to })
  })

  test('REG-4 the table has the thirteen rows of the law and no other', () => {
    const all: RegistryStep[] = [
      ...['submit', 'refuse', 'forward', 'register', 'return', 'issue'],
      ...['suspend', 'reinstate', 'withdraw', 'terminate'],
    ] as RegistryStep[]
    const rows = registryStatuses.flatMap((from) =>
      all.flatMap((step) => registryAfter(from, step) ?? []).map((to) => `${from}>${to}`),
    )
    expect(rows).toEqual([
      'DRAFT>POLICE_CHECK',
      'POLICE_CHECK>REFUSED',
      'POLICE_CHECK>AKIMAT_REVIEW',
      'POLICE_CHECK>WITHDRAWN',
      'AKIMAT_REVIEW>REGISTERED',
      'AKIMAT_REVIEW>POLICE_CHECK',
      'AKIMAT_REVIEW>WITHDRAWN',
      'REGISTERED>ACTIVE',
      'REGISTERED>TERMINATED',
      'ACTIVE>SUSPENDED',
      'ACTIVE>TERMINATED',
      'SUSPENDED>ACTIVE',
      'SUSPENDED>TERMINATED',
    ])
  })

  test('REG-4 somebody unknown is refused', () => {
    given().when(ReinstateAssistant, { assistant: 'x' }).then({ code: 'assistant.unknown' })
  })
})

describe('devices', () => {
  const holder = { kind: 'assistant', id: 'a1' } as const
  const phone = (device: string) => ({ device, holder, via: 'phone' as const })

  test('REG-5 a new phone takes the older one’s place; a tracker stands beside', () => {
    const { board } = given(registered('a1'))
      .when(EnrolDevice, phone('p1'))
      .thenTypes('DeviceEnrolled')
      .when(EnrolDevice, { ...phone('t1'), via: 'tracker' })
      .thenTypes('DeviceEnrolled')
      .when(EnrolDevice, phone('p2'))
      .thenTypes('DeviceRevoked', 'DeviceEnrolled')
    const live = [...board.device.values()].filter(({ revoked }) => !revoked).map(({ id }) => id)
    expect(live).toEqual(['t1', 'p2'])
  })

  test('REG-5 two phones enrolled at once meet on the holder’s slot', () => {
    const { board } = given(registered('a1'))
    const keys = EnrolDevice.involves(phone('p1'), board, { kind: 'system', id: 'serik' })
    expect(keys).toContain('store:phone/a1')
    const { decision } = given(registered('a1')).when(EnrolDevice, phone('p1'))
    expect(factsOf(decision)[0]?.keys).toContain('store:phone/a1')
  })

  test('REG-6 who has left the register, or a closed unit, gets no device', () => {
    given(registered('a1'), status('TERMINATED'))
      .when(EnrolDevice, phone('p1'))
      .then({ code: 'device.holder-gone' })
    given(registeredUnit('unit'), { type: 'UnitClosed', keys: ['unit:unit'], data: { unit: 'unit' } })
      .when(EnrolDevice, { device: 'p1', holder: { kind: 'unit', id: 'unit' }, via: 'phone' })
      .then({ code: 'device.holder-gone' })
    given(registered('a1'), status('SUSPENDED')).when(EnrolDevice, phone('p1')).thenTypes('DeviceEnrolled')
  })

  test('REG-7 an enrolment or a revocation that stands decides nothing; another’s device is refused', () => {
    given(registered('a1'), registered('a2'))
      .when(EnrolDevice, phone('p1'))
      .when(EnrolDevice, phone('p1'))
      .then([])
      .when(EnrolDevice, { ...phone('p1'), holder: { kind: 'assistant', id: 'a2' } })
      .then({ code: 'device.known' })
      .when(RevokeDevice, { device: 'p1' })
      .thenTypes('DeviceRevoked')
      .when(RevokeDevice, { device: 'p1' })
      .then([])
      .when(RevokeDevice, { device: 'x' })
      .then({ code: 'device.unknown' })
  })
})
