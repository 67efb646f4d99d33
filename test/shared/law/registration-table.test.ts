import { describe, expect, test } from 'vitest'
import type { Body, CommandType } from '../../../shared/board/commands.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { dayOf } from '../../../shared/law/day.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { submission } from '../../kit/application.ts'
import { account } from '../../kit/past.ts'
import { pureDesk } from '../../kit/pure-desk.ts'

/** The law's table 3.2, row by row, by the commands of those who may: the step, and its guard unmet. */
const reviewer: Actor = { kind: 'staff', id: 'reviewer' }
const registrar: Actor = { kind: 'staff', id: 'registrar' }

function office() {
  const desk = pureDesk([account('reviewer', 'police-reviewer'), account('registrar', 'registrar', false)])
  const file = () => [...desk.board.application.keys()][0] ?? 'none'
  const give = <Type extends CommandType>(type: Type, body: Body<Type>, by = reviewer) =>
    !isRefusal(desk.give(type, body, by))
  const status = () => desk.board.assistant.get(file())?.status ?? desk.board.application.get(file())?.status
  return { desk, file, give, status }
}
type Office = ReturnType<typeof office>

const steps = {
  submit: ({ give }: Office) => give('SubmitApplication', submission),
  check: ({ give, file }: Office) =>
    policeRules.every((rule) => give('RecordPoliceCheck', { application: file(), rule, result: 'CLEAR' })),
  forward: ({ give, file }: Office) => give('ForwardApplication', { application: file() }),
  refuse: ({ give, file }: Office) => give('RefuseApplication', { application: file(), reason: 'x' }),
  return: ({ give, file }: Office) =>
    give('ReturnApplication', { application: file(), reason: 'x' }, registrar),
  withdraw: ({ give, file }: Office) => give('WithdrawApplication', { application: file() }),
  register: ({ give, file, desk }: Office) =>
    give('RegisterApplicant', { application: file(), number: '1', on: dayOf(desk.now) }, registrar),
  issue: ({ give, file, desk }: Office) =>
    give('IssueCard', { application: file(), number: '14', badge: '7', trainedOn: dayOf(desk.now) }),
  suspend: ({ give, file }: Office) => give('SuspendAssistant', { assistant: file(), reason: 'check' }),
  recheck: ({ give, file }: Office) =>
    policeRules.every((rule) => give('RecordRecheck', { assistant: file(), rule, result: 'CLEAR' })),
  reinstate: ({ give, file }: Office) => give('ReinstateAssistant', { assistant: file() }),
  terminate: ({ give, file }: Office) => give('EndAssistant', { assistant: file(), reason: 'T1' }),
}
type Step = keyof typeof steps

const received: Step[] = ['submit']
const forwarded: Step[] = [...received, 'check', 'forward']
const registered: Step[] = [...forwarded, 'register']
const active: Step[] = [...registered, 'issue']
const suspended: Step[] = [...active, 'suspend']

describe('LAW-17 the step', () => {
  test.each<[string, Step[], Step, string]>([
    ['R1', [], 'submit', 'POLICE_CHECK'],
    ['R2', received, 'refuse', 'REFUSED'],
    ['R3', [...received, 'check'], 'forward', 'AKIMAT_REVIEW'],
    ['R4', forwarded, 'register', 'REGISTERED'],
    ['R5', forwarded, 'return', 'POLICE_CHECK'],
    ['R6', registered, 'issue', 'ACTIVE'],
    ['R7', active, 'suspend', 'SUSPENDED'],
    ['R8', [...suspended, 'recheck'], 'reinstate', 'ACTIVE'],
    ['R9', received, 'withdraw', 'WITHDRAWN'],
    ['R10', forwarded, 'withdraw', 'WITHDRAWN'],
    ['R11', registered, 'terminate', 'TERMINATED'],
    ['R12', active, 'terminate', 'TERMINATED'],
    ['R13', suspended, 'terminate', 'TERMINATED'],
  ])('%s: after %j, %s leads to %s', (_, before, step, to) => {
    const here = office()
    for (const one of before) expect(steps[one](here), one).toBe(true)
    expect(steps[step](here)).toBe(true)
    expect(here.status()).toBe(to)
  })
})

describe('LAW-18 without its guard, or from elsewhere, the step is refused and nothing changes', () => {
  test.each<[string, Step[], Step]>([
    ['R2', forwarded, 'refuse'],
    ['R3', received, 'forward'],
    ['R4', received, 'register'],
    ['R5', received, 'return'],
    ['R6', forwarded, 'issue'],
    ['R7', registered, 'suspend'],
    ['R8', suspended, 'reinstate'],
    ['R9', [...received, 'refuse'], 'withdraw'],
    ['R10', registered, 'withdraw'],
    ['R11', forwarded, 'terminate'],
  ])('%s: after %j, %s', (_, before, step) => {
    const here = office()
    for (const one of before) expect(steps[one](here), one).toBe(true)
    const was = here.status()
    const { seq } = here.desk.board
    expect(steps[step](here)).toBe(false)
    expect([here.status(), here.desk.board.seq]).toEqual([was, seq])
  })

  test.each<[string, Step[], number, 'police' | 'akimat']>([
    ['C1', received, 40, 'police'],
    ['C2', forwarded, 20, 'akimat'],
  ])(
    '%s: when its time runs out the file is overdue, is escalated and stays where it is',
    (_, before, days, at) => {
      const here = office()
      for (const one of before) steps[one](here)
      const was = here.status()
      here.desk.advance(here.desk.now + days * 86_400_000)
      expect(here.status()).toBe(was)
      const file = here.desk.board.application.get(here.file())
      expect(file?.clock).toMatchObject({ office: at })
      expect(file?.clock?.overdueAt).toBeGreaterThan(0)
      expect(file?.escalated).toBe(true)
    },
  )
})
