import { describe, expect, test } from 'vitest'
import { unitDeciders } from '../../../shared/units/decide.ts'
import {
  opened,
  people,
  planned,
  reached,
  registered,
  requested,
  sent,
  suspended,
  took,
  units,
} from '../../kit/dispatch-past.ts'
import { given } from '../../kit/given-when-then.ts'

const { RegisterUnit, ReportLeaving, ReportBack, CloseUnit } = unitDeciders
const alatau = { callSign: 'Алатау-14', region: 'almaty', mobility: 'car' } as const
const u1 = { unit: 'u1' }
const hold = (assistant: string, from: string, rule = 'D11') => ({
  type: 'StepTaken',
  keys: ['task:t' as const, `assistant:${assistant}` as const],
  data: { task: 't', party: { assistant }, from, to: 'hold', rule },
})

describe('a unit', () => {
  test('UNIT-1 has a call sign of its own while it exists', () => {
    given()
      .when(RegisterUnit, alatau)
      .then([
        { type: 'UnitRegistered', keys: ['unit:new-1', 'store:roster'], data: { unit: 'new-1', ...alatau } },
      ])
      .when(RegisterUnit, alatau)
      .then([])
      .when(RegisterUnit, { ...alatau, mobility: 'foot' })
      .then({ code: 'unit.call-sign-taken' })
      .when(CloseUnit, { unit: 'new-1' })
      .when(RegisterUnit, { ...alatau, mobility: 'foot' })
      .thenTypes('UnitRegistered')
  })

  test('UNIT-4 is closed only off duty and out of every task; again it does nothing', () => {
    given(registered('u1'))
      .when(CloseUnit, u1)
      .then([{ type: 'UnitClosed', keys: ['unit:u1'], data: u1 }])
      .when(CloseUnit, u1)
      .then([])
      .when(ReportLeaving, u1)
      .then({ code: 'unit.closed' })
    given(...units('u1'))
      .when(CloseUnit, u1)
      .then({ code: 'unit.on-duty' })
  })
})

describe('a unit that leaves its assistants', () => {
  const atWork = [
    opened('op'),
    planned('post', 'op', { slots: [{}, {}, {}, {}] }),
    ...units('u1'),
    ...people('a1', 'a2', 'a3', 'a4'),
    sent('t', { members: ['a1', 'a2', 'a3', 'a4'] }),
    ...reached('t', 'on-scene', u1, { assistant: 'a1' }),
    ...reached('t', 'accepted', { assistant: 'a2' }),
    took('t', { assistant: 'a4' }, 'offered', 'declined'),
  ]

  test('UNIT-2 puts everybody at work on HOLD by D11 in the same decision', () => {
    given(...atWork)
      .when(ReportLeaving, u1)
      .then([
        { type: 'UnitLeaving', keys: ['unit:u1'], data: u1 },
        hold('a1', 'on-scene'),
        hold('a2', 'accepted'),
      ])
      .when(ReportLeaving, u1)
      .then([])
  })

  test('UNIT-2 names the rule that was lost first', () => {
    given(...atWork, suspended('a1'))
      .when(ReportLeaving, u1)
      .then([
        { type: 'UnitLeaving', keys: ['unit:u1'], data: u1 },
        hold('a1', 'on-scene', 'D1'),
        hold('a2', 'accepted'),
      ])
  })

  test('UNIT-3 is back: who D11 had held goes on where they were, others stay held', () => {
    const { board } = given(...atWork, took('t', { assistant: 'a2' }, 'accepted', 'hold', 'desk'))
      .when(ReportLeaving, u1)
      .when(ReportBack, u1)
      .then([
        { type: 'UnitBack', keys: ['unit:u1'], data: u1 },
        {
          type: 'StepTaken',
          keys: ['task:t', 'assistant:a1'],
          data: { task: 't', party: { assistant: 'a1' }, from: 'hold', to: 'on-scene' },
        },
      ])
      .when(ReportBack, u1)
      .then([])
    expect(board.task.get('t')?.members.map(({ step }) => step)).toEqual([
      'on-scene',
      'hold',
      'offered',
      'declined',
    ])
  })

  test('UNIT-3 is back, but the person was suspended meanwhile: HOLD stays', () => {
    const { board } = given(...atWork).when(ReportLeaving, u1)
    board.assistant.set('a1', { ...(board.assistant.get('a1') ?? raise()), status: 'SUSPENDED' })
    given(board).when(ReportBack, u1).thenTypes('UnitBack', 'StepTaken')
  })

  test('UNIT-2 without a task only says so', () => {
    given(...units('u1'))
      .when(ReportLeaving, u1)
      .thenTypes('UnitLeaving')
      .when(ReportBack, u1)
      .thenTypes('UnitBack')
    given(
      opened('op'),
      planned('post', 'op'),
      ...units('u1'),
      ...people('a1'),
      requested('t', { members: ['a1'] }),
    )
      .when(ReportLeaving, u1)
      .thenTypes('UnitLeaving')
  })
})

function raise(): never {
  throw new Error('not there')
}
