import { describe, expect, test } from 'vitest'
import { taskDeciders } from '../../../shared/tasks/decide.ts'
import {
  opened,
  order,
  people,
  planned,
  reached,
  registered,
  sent,
  suspended,
  took,
  units,
} from '../../kit/dispatch-past.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'

const { MoveMember, ReplaceUnit, AnswerOffer, ResumeMember, SeeOrder, CheckInPost, UndoStep } = taskDeciders
const a1 = { assistant: 'a1' }
const a2 = { assistant: 'a2' }
const u1 = { unit: 'u1' }
const ready = [
  opened('op'),
  planned('post', 'op'),
  planned('gate', 'op', { slots: [{}, { skill: 'driver' }, {}] }),
  ...units('u1', 'u2', 'u3'),
  ...people('a1', 'a2', 'a3'),
  sent('t', { members: ['a1', 'a2'] }),
  sent('t2', { place: 'gate', unit: 'u2', members: ['a3'], number: 2 }),
  ...reached('t2', 'accepted', { unit: 'u2' }),
]
const move = { from: 't', to: 't2', assistant: 'a1', slot: 2 }
const coordinator = { by: { kind: 'staff', id: 'coordinator' }, police: false } as const

describe('moving a person between places', () => {
  const moved = (step: string, n = 2) => ({
    type: 'MemberMoved',
    keys: ['task:t' as const, 'task:t2' as const, 'assistant:a1' as const],
    data: { assistant: 'a1', from: 't', to: 't2', slot: 2, step, n, expiresAt: noon + 90_000 },
  })

  test.each([
    ['offered', [], 'offered'],
    ['accepted', reached('t', 'accepted', a1), 'accepted'],
    ['on the way', reached('t', 'en-route', a1), 'en-route'],
    ['on scene', reached('t', 'on-scene', a1), 'en-route'],
    ['held on scene', [...reached('t', 'on-scene', a1), took('t', a1, 'on-scene', 'hold', 'D3')], 'en-route'],
    ['held before', [...reached('t', 'accepted', a1), took('t', a1, 'accepted', 'hold', 'D3')], 'accepted'],
  ])('TASK-17 %s: the new place has to be reached, an answer stays', (_, past, step) => {
    const { board } = given(...ready, ...past)
      .when(MoveMember, move, coordinator)
      .then([moved(step)])
      .when(MoveMember, move)
      .then([])
    expect(board.assistant.get('a1')?.task).toBe('t2')
    expect(board.task.get('t')?.members.map(({ assistant }) => assistant)).toEqual(['a2'])
  })

  test('TASK-17 not to a taken slot, without the skill, to another operation, to a stranger or past a gate', () => {
    const other = [
      opened('op2'),
      planned('p2', 'op2'),
      sent('t3', { operation: 'op2', place: 'p2', unit: 'u3' }),
    ]
    given(...ready, ...other)
      .when(MoveMember, { ...move, slot: 0 })
      .then({ code: 'task.slot-taken' })
      .when(MoveMember, { ...move, slot: 1 })
      .then({ code: 'task.skill-missing' })
      .when(MoveMember, { ...move, slot: 7 })
      .then({ code: 'task.no-such-slot' })
      .when(MoveMember, { ...move, to: 't3', slot: 0 })
      .then({ code: 'task.other-operation' })
      .when(MoveMember, { ...move, to: 't' })
      .then({ code: 'task.same-task' })
      .when(MoveMember, { ...move, assistant: 'a3', from: 't', to: 't3' })
      .then({ code: 'task.not-a-member' })
    given(...ready, suspended('a1'))
      .when(MoveMember, move)
      .then({ code: 'gate.NOT_ACTIVE' })
    given(...ready, took('t2', { unit: 'u2' }, 'accepted', 'stood-down'))
      .when(MoveMember, move)
      .then({ code: 'gate.NO_POLICE_PAIR', rule: 'D3' })
  })

  test('TASK-17 moved away and back, each offer has its own number', () => {
    given(...ready)
      .when(MoveMember, move)
      .when(MoveMember, { from: 't2', to: 't', assistant: 'a1', slot: 0 })
      .then([
        {
          ...moved('offered', 3),
          keys: ['task:t2', 'task:t', 'assistant:a1'],
          data: { ...moved('offered', 3).data, from: 't2', to: 't', slot: 0 },
        },
      ])
  })
})

describe('another unit', () => {
  test('TASK-18 leads by a new version of the order; the old one is free', () => {
    const { board } = given(...ready)
      .when(ReplaceUnit, { task: 't', unit: 'u3' }, { now: noon + MINUTE })
      .then([
        {
          type: 'UnitReplaced',
          keys: ['task:t', 'unit:u1', 'unit:u3'],
          data: { task: 't', from: 'u1', to: 'u3', expiresAt: noon + MINUTE + 90_000 },
        },
        {
          type: 'OrderChanged',
          keys: ['task:t'],
          data: { task: 't', order: order('u3', { version: 2, at: noon + MINUTE }) },
        },
      ])
      .when(ReplaceUnit, { task: 't', unit: 'u3' })
      .then([])
    expect([board.unit.get('u1')?.task, board.unit.get('u3')?.task]).toEqual([null, 't'])
  })

  test('TASK-18 not one that is busy or off duty, and not by a coordinator who is not police (D4)', () => {
    given(...ready, registered('u4'))
      .when(ReplaceUnit, { task: 't', unit: 'u2' })
      .then({ code: 'unit.busy' })
      .when(ReplaceUnit, { task: 't', unit: 'u4' })
      .then({ code: 'unit.off-duty' })
      .when(ReplaceUnit, { task: 't', unit: 'u3' }, coordinator)
      .then({ code: 'gate.NO_POLICE_ORDER', rule: 'D4' })
  })

  test('GATE-6 who was held for want of a unit goes on when the new one has accepted', () => {
    const held = given(
      ...ready,
      ...reached('t', 'on-scene', u1, a1),
      took('t', u1, 'on-scene', 'declined'),
      took('t', a1, 'on-scene', 'hold', 'D3'),
    ).when(ReplaceUnit, { task: 't', unit: 'u3' })
    held.when(ResumeMember, { task: 't', ...a1 }).then({ code: 'gate.NO_POLICE_PAIR' })
    held.when(AnswerOffer, { task: 't', party: { unit: 'u3' }, answer: 'accept' })
    held.when(ResumeMember, { task: 't', ...a1 }).then([
      {
        type: 'StepTaken',
        keys: ['task:t', 'assistant:a1'],
        data: { task: 't', party: a1, from: 'hold', to: 'on-scene' },
      },
    ])
  })

  test('TASK-18 the same unit can be asked again after it had declined', () => {
    const { board } = given(...ready, ...reached('t', 'accepted', a1), took('t', u1, 'offered', 'declined'))
      .when(ReplaceUnit, { task: 't', unit: 'u1' })
      .thenTypes('UnitReplaced', 'OrderChanged')
    expect(board.task.get('t')?.unitLink).toMatchObject({ step: 'offered', offer: { n: 2 } })
    expect(board.unit.get('u1')?.task).toBe('t')
  })
})

describe('the post', () => {
  const checkIn = { task: 't', present: ['a1', 'a2'] }
  const leader = { by: { kind: 'unit', id: 'u1' }, police: true } as const

  test('TASK-19 a check-in puts the unit and the people named on scene at once', () => {
    const { board } = given(...ready, ...reached('t', 'accepted', u1, a1), ...reached('t', 'on-scene', a2))
      .when(CheckInPost, checkIn, leader)
      .thenTypes('StepTaken', 'StepTaken', 'PostCheckedIn')
      .when(CheckInPost, checkIn, leader)
      .then([])
      .when(CheckInPost, checkIn, { ...leader, now: noon + MINUTE })
      .thenTypes('PostCheckedIn')
    expect(board.task.get('t')).toMatchObject({
      checkedInAt: noon + MINUTE,
      unitLink: { step: 'on-scene' },
      members: [{ step: 'on-scene' }, { step: 'on-scene' }],
    })
  })

  test('TASK-19 nobody who has not accepted or is not of the task, and no post whose unit is out', () => {
    given(...ready, ...reached('t', 'accepted', u1, a1))
      .when(CheckInPost, checkIn, leader)
      .then({ code: 'task.not-accepted' })
      .when(CheckInPost, { task: 't', present: ['a3'] }, leader)
      .then({ code: 'task.not-a-member' })
    given(...ready, took('t', u1, 'offered', 'stood-down'))
      .when(CheckInPost, { task: 't', present: [] })
      .then({ code: 'gate.NO_POLICE_PAIR' })
  })
})

describe('receipts of the order', () => {
  test('TASK-20 are kept per version, once, and never for a version that is not there', () => {
    const see = { task: 't', party: a1, version: 1, state: 'read' } as const
    given(...ready)
      .when(SeeOrder, see)
      .then([{ type: 'OrderSeen', keys: ['task:t'], data: see }])
      .when(SeeOrder, see)
      .then([])
      .when(SeeOrder, { ...see, version: 2 })
      .then({ code: 'order.unknown-version' })
      .when(SeeOrder, { ...see, party: { assistant: 'a3' } })
      .then({ code: 'task.not-a-member' })
  })
})

describe('undoing a step', () => {
  const undo = { task: 't', party: a1 }
  const declined = [...ready, took('t', a1, 'offered', 'declined')]

  test('TASK-21 within ten seconds, once', () => {
    given(...ready, ...reached('t', 'on-scene', a1))
      .when(UndoStep, undo, { now: noon + 10_000 })
      .then([
        {
          type: 'StepUndone',
          keys: ['task:t', 'assistant:a1'],
          data: { ...undo, from: 'on-scene', to: 'en-route' },
        },
      ])
      .when(UndoStep, undo, { now: noon + 10_000 })
      .then({ code: 'task.nothing-to-undo' })
    given(...ready, ...reached('t', 'on-scene', a1))
      .when(UndoStep, undo, { now: noon + 10_001 })
      .then({ code: 'task.too-late-to-undo' })
  })

  test('TASK-21 an answer only while its offer stands', () => {
    const answered = { ...took('t', a1, 'offered', 'accepted'), at: noon + 85_000 }
    given(...ready, answered)
      .when(UndoStep, undo, { now: noon + 89_999 })
      .thenTypes('StepUndone')
    given(...ready, answered)
      .when(UndoStep, undo, { now: noon + 90_000 })
      .then({ code: 'task.too-late-to-undo' })
  })

  test('TASK-21 a decline takes the person back, unless gone elsewhere or the slot is given away', () => {
    const { board } = given(...declined)
      .when(UndoStep, undo)
      .thenTypes('StepUndone')
    expect(board.assistant.get('a1')?.task).toBe('t')
    given(...declined, offered('t', 'a4', 0))
      .when(UndoStep, undo)
      .then({ code: 'task.slot-taken' })
    given(...declined, offered('t2', 'a1', 2))
      .when(UndoStep, undo)
      .then({ code: 'gate.DOUBLE_BOOKED', rule: 'D8', params: { assistant: 'A1', task: '1187-2' } })
    given(...declined, suspended('a1'))
      .when(UndoStep, undo)
      .then({ code: 'gate.NOT_ACTIVE' })
  })

  test('TASK-21 not the leaving of a unit: it has freed or held its people', () => {
    given(...ready, ...reached('t', 'accepted', a2), took('t', u1, 'offered', 'declined'))
      .when(UndoStep, { task: 't', party: u1 })
      .then({ code: 'task.nothing-to-undo' })
    given(...ready, ...reached('t', 'accepted', u1))
      .when(UndoStep, { task: 't', party: u1 })
      .thenTypes('StepUndone')
  })
})

function offered(task: string, assistant: string, slot: number) {
  return {
    type: 'MemberOffered',
    keys: [`task:${task}` as const, `assistant:${assistant}` as const],
    data: { task, assistant, slot, n: 1, expiresAt: noon + 90_000 },
  }
}
