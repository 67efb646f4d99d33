import { expect, test } from 'vitest'
import { askedStep, mayUndo, nextStep, shares, stageOf } from '../../../client/field/stage.ts'
import type { OutboxItem } from '../../../client/field/storage.ts'
import type { CommandType } from '../../../shared/board/commands.ts'
import type { Link } from '../../../shared/tasks/types.ts'
import { boardOf, hour, me, unit } from './board-of.ts'

const kindOf = (found: Parameters<typeof boardOf>[0], now = 2 * hour, who: typeof me | typeof unit = me) =>
  stageOf(boardOf(found), who, now).kind

test('FIELD-9 the stage follows the shift and the task', () => {
  expect(kindOf({ shiftTo: null })).toBe('off-duty')
  expect(kindOf({})).toBe('waiting')
  expect(kindOf({ shiftTo: hour })).toBe('overrun')
  expect(kindOf({ step: 'offered' })).toBe('offer')
  expect(kindOf({ step: 'accepted' })).toBe('task')
  expect(kindOf({ step: 'hold' })).toBe('task')
  expect(kindOf({ step: 'declined' })).toBe('waiting')
  expect(stageOf(boardOf({}), { kind: 'assistant', id: 'nobody' }, 0).kind).toBe('unknown')
})

test('FIELD-9 what only a coordinator asks for shows on the unit that may approve it, not on its assistants', () => {
  const requested = { step: 'offered', unitStep: 'offered', orders: [] } as const
  expect(kindOf({ ...requested, orders: [] }, 0, unit)).toBe('request')
  expect(kindOf({ ...requested, orders: [] }, 0)).toBe('waiting')
})

test('FIELD-10 positions go out on duty only, and half an hour past the shift while the task lasts', () => {
  expect(shares(boardOf({ shiftTo: null }), me, 0)).toBe(false)
  expect(shares(boardOf({ shiftTo: hour }), me, hour - 1)).toBe(true)
  expect(shares(boardOf({ shiftTo: hour }), me, hour)).toBe(false)
  const atWork = boardOf({ shiftTo: hour, step: 'on-scene' })
  expect(shares(atWork, me, 1.5 * hour - 1)).toBe(true)
  expect(shares(atWork, me, 1.5 * hour)).toBe(false)
})

const item = (no: number, type: CommandType, body: object, refused = false): OutboxItem => ({
  no,
  envelope: { id: `c${no}`, type, body },
  refused: refused ? { ok: false, code: 'x' } : null,
})

test('FIELD-11 the next button builds on what was pressed and has not come back', () => {
  const party = { assistant: 'a1' }
  const step = (no: number, to: string, refused = false) =>
    item(no, 'TakeStep', { task: 't1', party, to }, refused)
  expect(askedStep([], 't1', party)).toBeNull()
  expect(askedStep([step(1, 'en-route'), step(2, 'on-scene')], 't1', party)).toBe('on-scene')
  expect(askedStep([step(1, 'en-route', true)], 't1', party)).toBeNull()
  expect(askedStep([step(1, 'en-route')], 't1', { assistant: 'a2' })).toBeNull()
  expect(askedStep([item(1, 'AnswerOffer', { task: 't1', party, answer: 'accept' })], 't1', party)).toBe(
    'accepted',
  )
  expect([nextStep('accepted'), nextStep('en-route'), nextStep('on-scene'), nextStep('hold')]).toEqual([
    'en-route',
    'on-scene',
    'complete',
    null,
  ])
})

test('FIELD-12 a step may be taken back for ten seconds, a hold never', () => {
  const link = { step: 'on-scene', before: 'en-route', since: 1_000 } as Link
  expect(mayUndo(link, 10_999)).toBe(true)
  expect(mayUndo(link, 11_000)).toBe(false)
  expect(mayUndo({ ...link, step: 'hold' }, 1_001)).toBe(false)
  expect(mayUndo({ ...link, before: 'hold' }, 1_001)).toBe(false)
})
