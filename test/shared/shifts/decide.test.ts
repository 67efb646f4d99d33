import { describe, expect, test } from 'vitest'
import { shiftDeciders } from '../../../shared/shifts/decide.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import {
  bookedOn,
  imported,
  opened,
  people,
  planned,
  registered,
  sent,
  suspended,
  units,
} from '../../kit/dispatch-past.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'

const { BookOn, BookOff, ExtendShift } = shiftDeciders
const who = { kind: 'assistant', id: 'a1' } as const
const unit = { kind: 'unit', id: 'u1' } as const
const self = { by: who }
const fact = (type: string, data: object) => [
  { type, keys: ['assistant:a1' as const], data: { who, ...data } },
]

describe('booking on', () => {
  test('SHIFT-1 without an end makes four hours from now; again it does nothing', () => {
    given(imported('a1'))
      .when(BookOn, { who }, { ...self, now: noon + MINUTE })
      .then(fact('ShiftOpened', { from: noon + MINUTE, to: noon + MINUTE + 4 * HOUR }))
      .when(BookOn, { who }, { ...self, now: noon + 2 * MINUTE })
      .then([])
      .when(BookOn, { who, to: noon + MINUTE + 4 * HOUR })
      .then([])
      .when(BookOn, { who, to: noon + 5 * HOUR })
      .then({ code: 'shift.already-on' })
  })

  test('SHIFT-2 lasts twelve hours at most and ends in the future', () => {
    given(imported('a1'))
      .when(BookOn, { who, to: noon + 12 * HOUR + 1 })
      .then({ code: 'shift.over-cap', rule: 'D5', params: { hours: 12 } })
      .when(BookOn, { who, to: noon })
      .then({ code: 'shift.ends-in-the-past' })
      .when(BookOn, { who, to: noon + 12 * HOUR })
      .then(fact('ShiftOpened', { from: noon, to: noon + 12 * HOUR }))
  })

  test('SHIFT-2 does not start the cap anew for who has run over', () => {
    given(imported('a1'), bookedOn('assistant', 'a1', noon + HOUR))
      .when(BookOn, { who }, { now: noon + HOUR })
      .then({ code: 'shift.overrun', rule: 'D5' })
  })

  test('GATE-1 nobody who is not ACTIVE, no closed unit, nobody unknown', () => {
    given(imported('a1'), suspended('a1'))
      .when(BookOn, { who })
      .then({ code: 'gate.NOT_ACTIVE', rule: 'D1' })
      .when(BookOn, { who: unit })
      .then({ code: 'unit.unknown' })
    given(registered('u1'), { type: 'UnitClosed', keys: ['unit:u1'], data: { unit: 'u1' } })
      .when(BookOn, { who: unit })
      .then({ code: 'unit.closed' })
      .when(BookOn, { who })
      .then({ code: 'assistant.unknown' })
  })
})

describe('booking off', () => {
  test('SHIFT-3 says who did it; again it does nothing', () => {
    const on = people('a1')
    given(...on)
      .when(BookOff, { who }, self)
      .then(fact('ShiftClosed', { why: 'self' }))
      .when(BookOff, { who }, self)
      .then([])
    given(...on)
      .when(BookOff, { who })
      .then(fact('ShiftClosed', { why: 'desk' }))
  })

  test('SHIFT-3 by the server only after its end, or when the registration is no longer in force', () => {
    const server = { kind: 'system', id: 'server' } as const
    given(...people('a1'))
      .when(BookOff, { who }, { by: server, now: noon + 4 * HOUR - 1 })
      .then([])
      .when(BookOff, { who }, { by: server, now: noon + 4 * HOUR })
      .then(fact('ShiftClosed', { why: 'overrun' }))
    const past = [opened('op'), planned('post', 'op'), ...units('u1'), ...people('a1')]
    given(...past, sent('t', { members: ['a1'] }), suspended('a1'))
      .when(BookOff, { who }, { by: server })
      .then(fact('ShiftClosed', { why: 'registry' }))
  })

  test('SHIFT-4 is refused while a task holds the person or the unit', () => {
    const past = [opened('op'), planned('post', 'op'), ...units('u1'), ...people('a1')]
    given(...past, sent('t', { members: ['a1'] }))
      .when(BookOff, { who }, self)
      .then({ code: 'shift.in-a-task', params: { task: '1187-1' } })
      .when(BookOff, { who: unit })
      .then({ code: 'shift.in-a-task' })
  })
})

describe('extending', () => {
  const on = given(...people('a1')).board

  test('SHIFT-5 to a later time up to the cap, also after an overrun', () => {
    given(on)
      .when(ExtendShift, { who, to: noon + 4 * HOUR })
      .then([])
      .when(ExtendShift, { who, to: noon + 4 * HOUR - 1 })
      .then({ code: 'shift.not-later' })
      .when(ExtendShift, { who, to: noon + 12 * HOUR + 1 })
      .then({ code: 'shift.over-cap' })
      .when(ExtendShift, { who, to: noon + 5 * HOUR }, { now: noon + 5 * HOUR })
      .then({ code: 'shift.ends-in-the-past' })
      .when(ExtendShift, { who, to: noon + 12 * HOUR }, { now: noon + 5 * HOUR })
      .then(fact('ShiftExtended', { to: noon + 12 * HOUR }))
  })

  test('SHIFT-5 needs a shift', () => {
    const { board } = given(imported('a1'))
      .when(ExtendShift, { who, to: noon + HOUR })
      .then({ code: 'shift.not-on' })
    expect(board.assistant.get('a1')?.shift).toBe(null)
  })
})
