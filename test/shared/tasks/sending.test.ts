import { describe, expect, test } from 'vitest'
import { HOUR } from '../../../shared/shifts/types.ts'
import { sendingDeciders } from '../../../shared/tasks/decide-sending.ts'
import {
  bookedOn,
  closed,
  imported,
  opened,
  order,
  people,
  planned,
  reached,
  registered,
  requested,
  sent,
  suspended,
  took,
  units,
  window,
} from '../../kit/dispatch-past.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'

const { SendTask, ApproveTask, RefuseTask, OfferSlot } = sendingDeciders
const ready = [opened('op'), planned('post', 'op'), ...units('u1', 'u2'), ...people('a1', 'a2', 'a3')]
const team = {
  operation: 'op',
  place: 'post',
  unit: 'u1',
  members: [
    { assistant: 'a1', slot: 0 },
    { assistant: 'a2', slot: 1 },
  ],
}
const coordinator = { by: { kind: 'staff', id: 'coordinator' }, police: false } as const
const leader = { by: { kind: 'unit', id: 'u1' }, police: false } as const
const expiresAt = noon + 90_000

describe('an order', () => {
  test('TASK-1 from police is sent with a copy of the perimeter, and offers run', () => {
    given(...ready)
      .when(SendTask, { ...team, reserve: ['a3', 'a1'] })
      .then([
        {
          type: 'TaskSent',
          keys: ['task:new-1', 'operation:op', 'unit:u1', 'assistant:a1', 'assistant:a2'],
          data: {
            task: 'new-1',
            number: 1,
            ...team,
            reserve: ['a3'],
            order: order('u1'),
            expiresAt,
          },
        },
      ])
  })

  test('TASK-2 from a coordinator who is not police becomes a request (D4)', () => {
    given(...ready)
      .when(SendTask, team, coordinator)
      .then([
        {
          type: 'TaskRequested',
          keys: ['task:new-1', 'operation:op', 'unit:u1', 'assistant:a1', 'assistant:a2'],
          data: { task: 'new-1', number: 1, ...team, reserve: [] },
        },
      ])
  })

  test('TASK-2 is approved by police, who stands in the order', () => {
    given(...ready, requested('t', { members: ['a1', 'a2'], reserve: ['a3'] }))
      .when(ApproveTask, { task: 't' }, { by: { kind: 'staff', id: 'duty' }, now: noon + MINUTE })
      .then([
        {
          type: 'TaskSent',
          keys: ['task:t', 'unit:u1', 'assistant:a1', 'assistant:a2'],
          data: {
            task: 't',
            number: 1,
            ...team,
            reserve: ['a3'],
            order: order('u1', { by: 'duty', at: noon + MINUTE }),
            expiresAt: expiresAt + MINUTE,
          },
        },
      ])
      .when(ApproveTask, { task: 't' })
      .then([])
  })

  test('TASK-2 is approved by the device of the unit that leads, not of another and not by the coordinator', () => {
    const asked = given(...ready, requested('t', { members: ['a1'] }))
    asked.when(ApproveTask, { task: 't' }, coordinator).then({ code: 'gate.NO_POLICE_ORDER', rule: 'D4' })
    asked
      .when(ApproveTask, { task: 't' }, { by: { kind: 'unit', id: 'u2' }, police: false })
      .then({ code: 'gate.NO_POLICE_ORDER' })
    asked.when(ApproveTask, { task: 't' }, leader).thenTypes('TaskSent')
  })

  test('TASK-3 is checked again when a request is approved', () => {
    given(...ready, requested('t', { members: ['a1'] }))
      .when(ApproveTask, { task: 't' }, { now: noon + 5 * HOUR })
      .then({ code: 'operation.over' })
    given(...ready, requested('t', { members: ['a1'] }), suspended('a1'))
      .when(ApproveTask, { task: 't' })
      .then({ code: 'gate.NOT_ACTIVE', rule: 'D1', params: { assistant: 'A1' } })
  })

  test('TASK-2 a request is refused by police or its unit, or taken back by who asked', () => {
    const asked = [...ready, requested('t', { members: ['a1'] })]
    for (const ctx of [{}, leader, coordinator])
      given(...asked)
        .when(RefuseTask, { task: 't' }, ctx)
        .then([
          {
            type: 'TaskRequestRefused',
            keys: ['task:t', 'unit:u1', 'assistant:a1'],
            data: { task: 't' },
          },
        ])
        .when(RefuseTask, { task: 't' }, ctx)
        .then([])
    given(...asked)
      .when(RefuseTask, { task: 't' }, { by: { kind: 'staff', id: 'other' }, police: false })
      .then({ code: 'gate.NO_POLICE_ORDER' })
    given(...ready, sent('t', { members: ['a1'] }))
      .when(RefuseTask, { task: 't' })
      .then({ code: 'task.already-sent' })
  })
})

describe('an order is refused', () => {
  const cases: [string, string, Parameters<typeof given>, Partial<typeof team>, number?][] = [
    ['OP-7 to a closed operation', 'operation.closed', [...ready, closed('op')], {}],
    ['TASK-3 after the window', 'operation.over', ready, {}, window.to],
    ['TASK-3 to an unknown operation', 'operation.unknown', [...ready], { operation: 'x' }],
    ['TASK-3 to an unknown place', 'place.unknown', [...ready], { place: 'x' }],
    [
      'TASK-3 to a place of another operation',
      'place.unknown',
      [...ready, opened('op2'), planned('p2', 'op2')],
      { place: 'p2' },
    ],
    ['TASK-4 to a place that has a task', 'place.has-task', [...ready, sent('t', { unit: 'u2' })], {}],
    ['TASK-5 for an unknown unit', 'unit.unknown', [...ready], { unit: 'x' }],
    ['TASK-5 for a unit off duty', 'unit.off-duty', [...ready, registered('u3')], { unit: 'u3' }],
    [
      'TASK-5 for a unit in a task',
      'unit.busy',
      [...ready, planned('p2', 'op'), sent('t', { place: 'p2' })],
      {},
    ],
    [
      'TASK-5 for a unit that leaves',
      'unit.leaving',
      [...ready, { type: 'UnitLeaving', keys: ['unit:u1'], data: { unit: 'u1' } }],
      {},
    ],
    [
      'TASK-5 for a closed unit',
      'unit.closed',
      [...ready, { type: 'UnitClosed', keys: ['unit:u1'], data: { unit: 'u1' } }],
      {},
    ],
    ['TASK-6 with one person twice', 'task.member-twice', ready, members(['a1', 0], ['a1', 1])],
    ['TASK-6 with two people on one slot', 'task.slot-taken', ready, members(['a1', 0], ['a2', 0])],
    ['TASK-6 to a slot that is not there', 'task.no-such-slot', ready, members(['a1', 2])],
    ['TASK-6 to an unknown person', 'assistant.unknown', ready, members(['x', 0])],
    [
      'TASK-6 without the skill of the slot',
      'task.skill-missing',
      [
        opened('op'),
        planned('post', 'op', { slots: [{ skill: 'driver' }] }),
        ...units('u1'),
        ...people('a1'),
      ],
      members(['a1', 0]),
    ],
    ['GATE-3 to somebody off duty', 'gate.OFF_SHIFT', [...ready, imported('a4')], members(['a4', 0])],
    [
      'GATE-3 to somebody whose shift ends before the window',
      'gate.SHIFT_TOO_SHORT',
      [...ready, imported('a4'), bookedOn('assistant', 'a4', window.to - MINUTE)],
      members(['a4', 0]),
    ],
    [
      'GATE-4 to somebody in a task',
      'gate.DOUBLE_BOOKED',
      [...ready, planned('p2', 'op'), sent('t', { place: 'p2', unit: 'u2', members: ['a1'] })],
      {},
    ],
  ]
  test.each(cases)('%s: %s', (_, code, past, change, now = noon) => {
    given(...(past as Parameters<typeof given>))
      .when(SendTask, { ...team, ...change }, { now })
      .then({ code })
  })

  test('TASK-4 to a place for which a request waits', () => {
    given(...ready, requested('t', { unit: 'u2' }))
      .when(SendTask, team)
      .then({ code: 'place.has-task', params: { task: '1187-1' } })
  })
})

describe('the next proposal', () => {
  const declined = [
    ...ready,
    sent('t', { members: ['a1', 'a2'], reserve: ['a3'] }),
    ...reached('t', 'accepted', { unit: 'u1' }, { assistant: 'a2' }),
    took('t', { assistant: 'a1' }, 'offered', 'declined'),
  ]

  test('TASK-9 a free slot of a running task is offered to one more person', () => {
    given(...declined)
      .when(OfferSlot, { task: 't', assistant: 'a3', slot: 0 })
      .then([
        {
          type: 'MemberOffered',
          keys: ['task:t', 'assistant:a3'],
          data: { task: 't', assistant: 'a3', slot: 0, n: 1, expiresAt },
        },
      ])
      .when(OfferSlot, { task: 't', assistant: 'a3', slot: 0 })
      .then([])
  })

  test('TASK-9 the same person may be asked again, and the offer has another number', () => {
    const { board } = given(...declined).when(OfferSlot, { task: 't', assistant: 'a1', slot: 0 })
    const offers = board.task.get('t')?.members.map(({ assistant, offer }) => [assistant, offer.n])
    expect(offers).toEqual([
      ['a2', 1],
      ['a1', 2],
    ])
  })

  test('TASK-9 not a taken slot, not to a request, not when the unit is out', () => {
    given(...declined)
      .when(OfferSlot, { task: 't', assistant: 'a3', slot: 1 })
      .then({ code: 'task.slot-taken' })
    given(...ready, requested('t', { members: ['a1'] }))
      .when(OfferSlot, { task: 't', assistant: 'a3', slot: 1 })
      .then({ code: 'task.not-sent' })
    given(...declined, took('t', { unit: 'u1' }, 'accepted', 'stood-down'))
      .when(OfferSlot, { task: 't', assistant: 'a3', slot: 0 })
      .then({ code: 'gate.NO_POLICE_PAIR' })
  })

  test('TASK-9 a coordinator who is not police offers to the reserve of the order only (D4)', () => {
    given(...declined)
      .when(OfferSlot, { task: 't', assistant: 'a3', slot: 0 }, coordinator)
      .thenTypes('MemberOffered')
    given(...declined, ...people('a4'))
      .when(OfferSlot, { task: 't', assistant: 'a4', slot: 0 }, coordinator)
      .then({ code: 'gate.NO_POLICE_ORDER', rule: 'D4' })
  })
})

function members(...rows: [string, number][]) {
  return { members: rows.map(([assistant, slot]) => ({ assistant, slot })) }
}
