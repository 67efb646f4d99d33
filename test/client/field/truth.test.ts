import { expect, test } from 'vitest'
import { stageOf } from '../../../client/field/stage.ts'
import { type TruthInput, truthOf } from '../../../client/field/truth.ts'
import { boardOf, hour, me } from './board-of.ts'

const now = 2 * hour

function truth(found: Parameters<typeof boardOf>[0], extra: Partial<TruthInput> = {}) {
  const at = extra.now ?? now
  return truthOf({
    stage: stageOf(boardOf(found), me, at) as TruthInput['stage'],
    standing: { margin: 85, accuracy: 8, fixAt: at - 4_000 },
    now: at,
    meetingAt: null,
    leaving: false,
    unit: false,
    ...extra,
  })
}
const standing = (margin: number | null, age = 4_000) => ({
  standing: { margin, accuracy: 8, fixAt: margin === null ? 0 : now - age },
})

test('FIELD-13 off duty, waiting and after the shift', () => {
  expect(truth({ shiftTo: null })).toEqual({ code: 'off-duty' })
  expect(truth({})).toEqual({ code: 'waiting', at: 5 * hour })
  expect(truth({ shiftTo: hour })).toEqual({ code: 'overrun', warn: true, at: hour })
})

test('FIELD-13 on the way it names the time of meeting, else the start of the order', () => {
  expect(truth({ step: 'accepted' })).toEqual({ code: 'go', at: hour })
  expect(truth({ step: 'en-route' }, { meetingAt: 30 })).toEqual({ code: 'on-the-way', at: 30 })
})

test('FIELD-13 on scene: inside until the end of the order', () => {
  expect(truth({ step: 'on-scene' })).toEqual({ code: 'inside', at: 3 * hour })
  expect(truth({ step: 'on-scene' }, standing(0))).toEqual({ code: 'inside', at: 3 * hour })
  expect(truth({ step: 'on-scene' }, { now: hour - 1 })).toEqual({ code: 'early', at: hour })
  expect(truth({ step: 'on-scene' }, { now: 3 * hour })).toEqual({
    code: 'order-over',
    warn: true,
    at: 3 * hour,
  })
})

test('FIELD-14 outside is said only beyond the accuracy of the fix, and never by an old one', () => {
  expect(truth({ step: 'on-scene' }, standing(-8))).toEqual({ code: 'border', at: 3 * hour })
  expect(truth({ step: 'on-scene' }, standing(-9))).toEqual({ code: 'outside', warn: true, metres: 9 })
  expect(truth({ step: 'on-scene' }, standing(-500, 120_001))).toMatchObject({ code: 'old-fix', warn: true })
  expect(truth({ step: 'on-scene' }, standing(null))).toEqual({ code: 'no-fix', warn: true })
})

test('FIELD-15 a hold names its rule before anything else', () => {
  expect(truth({ step: 'hold', heldBy: 'D11' }, standing(-500))).toEqual({
    code: 'hold',
    warn: true,
    rule: 'D11',
  })
  expect(truth({ step: 'hold' }).rule).toBe('desk')
})

test('FIELD-16 a unit reads that it leads, or that it has said it leaves', () => {
  expect(truth({ step: 'on-scene' }, { unit: true })).toEqual({ code: 'leading', at: 3 * hour })
  expect(truth({ step: 'on-scene' }, { unit: true, leaving: true })).toEqual({ code: 'leaving', warn: true })
})
