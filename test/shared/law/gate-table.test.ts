import { describe, expect, test } from 'vitest'
import type { Body } from '../../../shared/board/commands.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import {
  bookedOn,
  centre,
  order as currentOrder,
  imported,
  opened,
  people,
  perimeter,
  planned,
  reached,
  sent,
  suspended,
  units,
  window,
} from '../../kit/dispatch-past.ts'
import { criteria } from '../../kit/force.ts'
import { type GivenFact, MINUTE, noon, officer } from '../../kit/given-when-then.ts'
import { account } from '../../kit/past.ts'
import { propose } from '../../kit/propose.ts'
import { type PureDesk, pureDesk } from '../../kit/pure-desk.ts'

/**
 * The law's table 3.3, gate by gate and moment by moment, by the commands a client gives: whoever leaves out the screen
 * is refused all the same. Each row says what has happened by then that this gate minds.
 */
const plan = [opened('op'), planned('post', 'op')]
const ready = [account('officer', 'duty-officer'), ...plan, ...units('u1'), ...people('a1')]
const order: Body<'SendTask'> = {
  ...{ operation: 'op', place: 'post', unit: 'u1', reserve: [] },
  members: [{ assistant: 'a1', slot: 0 }],
}
const member = { assistant: 'a1' }
const onTheWay = [
  ...ready,
  sent('t', { members: ['a1'] }),
  ...reached('t', 'en-route', { unit: 'u1' }, member),
]
const here = [...ready, sent('t', { members: ['a1'] }), ...reached('t', 'on-scene', { unit: 'u1' }, member)]
const assistant: Actor = { kind: 'assistant', id: 'a1' }

const fact = (type: string, keys: GivenFact['keys'], data: object): GivenFact => ({ type, keys, data })
const unitOff = fact('ShiftClosed', ['unit:u1'], { who: { kind: 'unit', id: 'u1' }, why: 'desk' })
const personOff = fact('ShiftClosed', ['assistant:a1'], { who: { kind: 'assistant', id: 'a1' }, why: 'desk' })
const elsewhere = fact('AssistantImported', ['assistant:a1'], {
  ...{ assistant: 'a1', callSign: 'A1', region: 'astana', skills: [] },
})
const underReview = fact('ForceReported', ['report:r', 'assistant:a1'], {
  ...{ report: 'r', assistant: 'a1', unit: null, task: null, operation: null, region: 'almaty' },
  ...{ happenedAt: noon, criteria, evaluation: { result: 'COMPLIANT', flags: [] }, dueAt: noon + 24 * HOUR },
})
const inAnotherTask = [
  planned('gate', 'op'),
  ...units('u2'),
  sent('other', { place: 'gate', unit: 'u2', members: ['a1'] }),
]
const forbidden = opened('op', { kind: 'operative-search' as never })

function proposalRule(past: GivenFact[]): string | null {
  const desk = pureDesk(past)
  const operation = desk.board.operation.get('op')
  if (!operation) throw new Error('not there')
  const { leftOut, teams } = propose(desk.board, () => ({ at: centre, fixAt: noon }), operation, noon)
  if (teams[0]?.unit === null) return 'D3'
  return leftOut.find((one) => one.assistant === 'a1')?.rule ?? null
}

function ruleOf(desk: PureDesk, give: (desk: PureDesk) => ReturnType<PureDesk['give']>): string | null {
  const decision = give(desk)
  return isRefusal(decision) ? (decision.rule ?? decision.code) : null
}
const send = (past: GivenFact[], by: Actor = officer) =>
  ruleOf(pureDesk(past), (desk) => desk.give('SendTask', order, by))
const arrive = (past: GivenFact[]) =>
  ruleOf(pureDesk(past), (desk) => desk.give('TakeStep', { task: 't', party: member, to: 'on-scene' }))

test('LAW-7 D1 D2 D3 D4 D5 D7 D8 D9 D10 D11 D12: with nothing lost nobody is refused, at no moment', () => {
  expect(proposalRule(ready)).toBeNull()
  expect(send(ready)).toBeNull()
  expect(arrive(onTheWay)).toBeNull()
})

describe('LAW-8 at the proposal, with its rule beside the person', () => {
  test.each<[string, GivenFact[]]>([
    ['D1', [...ready, suspended('a1')]],
    ['D3', [...ready, unitOff]],
    ['D5', [...plan, ...units('u1'), imported('a1'), bookedOn('assistant', 'a1', window.to - MINUTE)]],
    ['D7', [...ready, forbidden]],
    ['D9', [...ready, elsewhere, bookedOn('assistant', 'a1')]],
    ['D12', [...ready, underReview]],
  ])('%s', (rule, past) => {
    expect(proposalRule(past)).toBe(rule)
  })
})

describe('LAW-9 at the sending, whatever the screen said', () => {
  test.each<[string, GivenFact[]]>([
    ['D1', [...ready, suspended('a1'), bookedOn('assistant', 'a1')]],
    ['D3', [...ready, unitOff]],
    ['D5', [...ready, personOff]],
    ['D7', [...ready, forbidden]],
    ['D8', [...ready, ...inAnotherTask]],
    ['D9', [...ready, elsewhere, bookedOn('assistant', 'a1')]],
    ['D11', [...ready, fact('UnitLeaving', ['unit:u1'], { unit: 'u1' })]],
    ['D12', [...ready, underReview]],
  ])('%s', (rule, past) => {
    expect(send(past)).toBe(rule)
  })

  test('D4: from who is not police it is a request, and no order before the police approve it', () => {
    const desk = pureDesk([...ready, account('planner', 'event-coordinator', false)])
    const planner: Actor = { kind: 'assistant', id: 'planner' }
    desk.give('SendTask', order, planner)
    const [task] = [...desk.board.task.values()]
    expect(task).toMatchObject({ requestedBy: 'planner', orders: [] })
    const approve = (by: Actor) => desk.give('ApproveTask', { task: task?.id ?? '' }, by)
    expect(approve(planner)).toMatchObject({ refused: true, rule: 'D4' })
    expect(isRefusal(approve(officer))).toBe(false)
    expect(desk.board.task.get(task?.id ?? '')?.orders.at(-1)).toMatchObject({ by: 'officer', perimeter })
  })
})

describe('LAW-10 at the activation', () => {
  const unread = fact('OrderChanged', ['task:t', 'unit:u1', 'assistant:a1', 'operation:op'], {
    task: 't',
    order: currentOrder('u1', { version: 2 }),
  })
  test.each<[string, GivenFact[]]>([
    ['D1', [...onTheWay, suspended('a1')]],
    ['D3', [...onTheWay, unitOff]],
    ['D5', [...onTheWay, personOff]],
    ['D10', [...onTheWay, unread]],
  ])('%s', (rule, past) => {
    expect(arrive(past)).toBe(rule)
  })
})

describe('LAW-11 always, while the task runs', () => {
  const after = (lose: (desk: PureDesk) => void) => {
    const desk = pureDesk(here)
    lose(desk)
    const [task] = [...desk.board.task.values()]
    const alarms = [...desk.board.alarm.values()].filter(({ resolved }) => !resolved).map(({ kind }) => kind)
    const link = task?.members.find((one) => one.assistant === 'a1')
    return { step: link?.step, heldBy: link?.heldBy, alarms }
  }
  test.each<[string, (desk: PureDesk) => void, string]>([
    ['D1', (desk) => desk.give('SuspendAssistant', { assistant: 'a1', reason: 'check' }), 'gate-lost'],
    ['D3', (desk) => desk.advance(noon + 4 * HOUR), 'partner-lost'],
    ['D11', (desk) => desk.give('ReportLeaving', { unit: 'u1' }), 'partner-lost'],
    [
      'D12',
      (desk) => desk.give('ReportForce', { report: 'r', happenedAt: noon, criteria }, assistant),
      'force-used',
    ],
  ])('%s holds, and an alarm says so', (rule, lose, alarm) => {
    const { step, heldBy, alarms } = after(lose)
    expect([step, heldBy]).toEqual(['hold', rule])
    expect(alarms).toContain(alarm)
  })

  test('D5 warns at the end of the shift, holds nobody, and the officer extends or stands down', () => {
    const desk = pureDesk([...here, bookedOn('assistant', 'a1', noon + HOUR)])
    desk.advance(noon + HOUR)
    expect([...desk.board.alarm.values()].map(({ kind }) => kind)).toEqual(['shift-overrun'])
    desk.give('ExtendShift', { who: { kind: 'assistant', id: 'a1' }, to: noon + 2 * HOUR })
    expect([...desk.board.alarm.values()].filter(({ resolved }) => !resolved)).toEqual([])
    expect(
      desk.give('ExtendShift', { who: { kind: 'assistant', id: 'a1' }, to: noon + 13 * HOUR }),
    ).toMatchObject({
      rule: 'D5',
    })
  })
})
