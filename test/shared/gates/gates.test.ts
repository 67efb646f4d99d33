import { describe, expect, test } from 'vitest'
import { checkGates, gates } from '../../../shared/gates/all.ts'
import type { GateInput, GateMoment } from '../../../shared/gates/gate.ts'
import { operationKinds } from '../../../shared/operations/types.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import { taskDeciders } from '../../../shared/tasks/decide.ts'
import {
  bookedOn,
  imported,
  opened,
  order,
  people,
  planned,
  reached,
  sent,
  suspended,
  took,
  understood,
  units,
  window,
} from '../../kit/dispatch-past.ts'
import { type GivenFact, given, MINUTE, noon } from '../../kit/given-when-then.ts'

const ready = [opened('op'), planned('post', 'op'), ...units('u1'), ...people('a1')]
const leaving = { type: 'UnitLeaving', keys: ['unit:u1' as const], data: { unit: 'u1' } }
const unitOff = {
  type: 'ShiftClosed',
  keys: ['unit:u1' as const],
  data: { who: { kind: 'unit', id: 'u1' }, why: 'desk' },
}

function codes(moment: GateMoment, past: GivenFact[], change: Partial<GateInput> = {}) {
  const { board } = given(...past)
  const assistant = board.assistant.get('a1')
  const operation = board.operation.get('op')
  const unit = board.unit.get('u1') ?? null
  if (!assistant || !operation) throw new Error('not there')
  const input = { board, now: noon, assistant, operation, window, unit, task: null, ...change }
  return checkGates(moment, input).map(({ code }) => code)
}

describe('the deployment gates', () => {
  test('GATE-0 stand in the order of the law, each with its moments', () => {
    expect(gates.map(({ rule, moments, holds = false }) => [rule, moments.join(' '), holds])).toEqual([
      ['D1', 'proposal sending activation always', true],
      ['D2', 'proposal sending activation', false],
      ['D3', 'proposal sending activation always', true],
      ['D5', 'proposal sending activation always', false],
      ['D7', 'proposal sending', false],
      ['D8', 'proposal sending', false],
      ['D9', 'proposal sending', false],
      ['D10', 'activation', false],
      ['D11', 'always', true],
      ['D12', 'proposal sending always', true],
    ])
  })

  test('GATE-0 say everything that is against a person at once', () => {
    const past = [
      opened('op'),
      planned('post', 'op'),
      ...units('u1'),
      imported('a1'),
      suspended('a1'),
      unitOff,
    ]
    expect(codes('sending', past)).toEqual(['NOT_ACTIVE', 'NO_POLICE_PAIR', 'OFF_SHIFT'])
    expect(codes('always', [...past, leaving])).toEqual([
      'NOT_ACTIVE',
      'NO_POLICE_PAIR',
      'OFF_SHIFT',
      'PARTNER_LOST',
    ])
    expect(codes('sending', ready)).toEqual([])
  })

  test('GATE-1 D1: only who is ACTIVE', () => {
    for (const moment of ['proposal', 'sending', 'activation', 'always'] as const)
      expect(codes(moment, [...ready, suspended('a1')])).toContain('NOT_ACTIVE')
  })

  test('GATE-2 D3: a unit on duty; an offered one counts until somebody goes on scene', () => {
    const task = [...ready, sent('t', { members: ['a1'] }), understood('t', { assistant: 'a1' })]
    const here = { task: 't' }
    expect(codes('proposal', ready, { unit: null })).toEqual([])
    expect(codes('sending', ready, { unit: null })).toEqual(['NO_POLICE_PAIR'])
    expect(codes('sending', [...ready, unitOff])).toEqual(['NO_POLICE_PAIR'])
    expect(codes('always', task, here)).toEqual([])
    expect(codes('activation', task, here)).toEqual(['NO_POLICE_PAIR'])
    for (const step of ['accepted', 'en-route', 'on-scene'] as const)
      expect(codes('activation', [...task, ...reached('t', step, { unit: 'u1' })], here)).toEqual([])
    const out = [...task, took('t', { unit: 'u1' }, 'offered', 'declined')]
    expect(codes('always', out, here)).toEqual(['NO_POLICE_PAIR'])
  })

  test('GATE-3 D5: on duty, start included, end excluded', () => {
    const shift = (to: number) => [
      opened('op'),
      planned('post', 'op'),
      ...units('u1'),
      imported('a1'),
      bookedOn('assistant', 'a1', to),
    ]
    expect(codes('always', shift(noon + 1))).toEqual([])
    expect(codes('always', shift(noon))).toEqual(['OFF_SHIFT'])
    expect(codes('always', [...shift(noon + HOUR), closedShift()])).toEqual(['OFF_SHIFT'])
  })

  test('GATE-3 D5: who is yet to go must be on duty until the window ends', () => {
    const past = [
      opened('op'),
      planned('post', 'op'),
      ...units('u1'),
      imported('a1'),
      bookedOn('assistant', 'a1', window.to - 7 * MINUTE),
    ]
    const { board } = given(...past)
    const [refusal] = checkGates('sending', {
      board,
      now: noon,
      assistant: board.assistant.get('a1') ?? raise(),
      operation: board.operation.get('op') ?? raise(),
      window,
      unit: board.unit.get('u1') ?? null,
      task: null,
    })
    expect(refusal).toEqual({ rule: 'D5', code: 'SHIFT_TOO_SHORT', params: { left: 113, short: 7 } })
    expect(codes('proposal', past)).toEqual(['SHIFT_TOO_SHORT'])
    expect(codes('activation', past, { task: null })).not.toContain('SHIFT_TOO_SHORT')
    expect(codes('proposal', past, { window: { ...window, to: window.to - 7 * MINUTE } })).toEqual([])
  })

  test('GATE-4 D8: in no other task', () => {
    const past = [...ready, sent('t', { members: ['a1'] })]
    expect(codes('sending', past)).toEqual(['DOUBLE_BOOKED'])
    expect(codes('sending', past, { task: 't' })).toEqual([])
    expect(codes('always', past)).toEqual([])
  })

  test('GATE-20 D2: card and badge of who came by an application are issued and not given back', () => {
    const file = {
      keys: ['application:a1' as const],
      data: { application: 'a1', due: { lastDay: '2026-04-01', dueAt: noon } },
    }
    const filed = { ...file, type: 'ApplicationSubmitted' }
    const issued = { ...file, type: 'CardIssued', data: { application: 'a1', number: '14', badge: '7' } }
    const returned = { ...file, type: 'CardReturned' }
    for (const moment of ['proposal', 'sending'] as const) {
      expect(codes(moment, ready)).toEqual([])
      expect(codes(moment, [...ready, filed])).toEqual(['NO_ID'])
      expect(codes(moment, [...ready, filed, issued])).toEqual([])
      expect(codes(moment, [...ready, filed, issued, returned])).toEqual(['NO_ID'])
    }
    expect(codes('always', [...ready, filed])).toEqual([])
  })

  test('GATE-21 D7: every kind of operation there is may be worked by assistants, another one not', () => {
    for (const kind of operationKinds)
      expect(codes('sending', [...ready, opened('op', { kind })])).toEqual([])
    const other = [...ready, opened('op', { kind: 'inspection' as never })]
    expect(codes('proposal', other)).toEqual(['TASK_FORBIDDEN'])
    expect(codes('sending', other)).toEqual(['TASK_FORBIDDEN'])
  })

  test('GATE-22 D10: nobody goes on scene who has not understood the newest order', () => {
    const a1 = { assistant: 'a1' }
    const past = [
      ...ready,
      sent('t', { members: ['a1'] }),
      ...reached('t', 'on-scene', { unit: 'u1' }),
      took('t', a1, 'offered', 'accepted'),
      took('t', a1, 'accepted', 'en-route'),
    ]
    const onScene = { task: 't', party: a1, to: 'on-scene' as const }
    const version2 = {
      type: 'OrderChanged',
      keys: ['task:t' as const],
      data: { task: 't', order: order('u1', { version: 2 }) },
    }
    const { TakeStep } = taskDeciders
    const refused = { code: 'gate.NO_BRIEFING', rule: 'D10' }
    given(...past)
      .when(TakeStep, onScene)
      .then(refused)
    given(...past, understood('t', a1))
      .when(TakeStep, onScene)
      .thenTypes('StepTaken')
    given(...past, understood('t', a1), version2)
      .when(TakeStep, onScene)
      .then(refused)
    given(...past, version2, understood('t', a1, 2))
      .when(TakeStep, onScene)
      .thenTypes('StepTaken')
    given(...past)
      .when(taskDeciders.CheckInPost, { task: 't', present: ['a1'] })
      .then(refused)
  })

  test('GATE-22 D10: who was held goes on, though the order changed meanwhile', () => {
    const a1 = { assistant: 'a1' }
    const past = [
      ...ready,
      sent('t', { members: ['a1'] }),
      ...reached('t', 'on-scene', { unit: 'u1' }, a1),
      took('t', a1, 'on-scene', 'hold', 'D3'),
    ]
    const version2 = {
      type: 'OrderChanged',
      keys: ['task:t' as const],
      data: { task: 't', order: order('u1', { version: 2 }) },
    }
    given(...past, version2)
      .when(taskDeciders.ResumeMember, { task: 't', assistant: 'a1' })
      .thenTypes('StepTaken')
  })

  test('GATE-5 D11: the partner on duty and not leaving', () => {
    expect(codes('always', [...ready, leaving])).toEqual(['PARTNER_LOST'])
    expect(codes('sending', [...ready, leaving])).toEqual([])
    expect(codes('always', ready, { unit: null })).toEqual(['NO_POLICE_PAIR'])
  })
})

function closedShift(): GivenFact {
  return {
    type: 'ShiftClosed',
    keys: ['assistant:a1'],
    data: { who: { kind: 'assistant', id: 'a1' }, why: 'self' },
  }
}

function raise(): never {
  throw new Error('not there')
}
