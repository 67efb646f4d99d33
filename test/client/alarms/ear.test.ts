import { expect, test } from 'vitest'
import { makeEar, sosAgain } from '../../../client/alarms/ear.ts'
import { noon } from '../../kit/given-when-then.ts'

const sos = (id: string, more = {}) => ({ id, kind: 'sos' as const, owner: null, count: 1, ...more })
const left = (id: string) => ({ id, kind: 'perimeter-left' as const, owner: null, count: 1 })
const silent = (id: string) => ({ id, kind: 'contact-lost' as const, owner: null, count: 1 })
const owned = { owner: { account: 'officer', at: noon } }

test('ALARM-UI-1 what stands open when the desk opens is not sounded; each new alarm is, once, by the worst class', () => {
  const ear = makeEar([left('a')], noon)
  expect(ear([left('a')], [], [], noon)).toBeNull()
  expect(ear([left('a'), silent('b'), left('c')], [], [], noon + 1)).toBe(2)
  expect(ear([left('a'), silent('b'), left('c')], [], [], noon + 2)).toBeNull()
  expect(ear([left('a'), silent('b'), left('c'), silent('d')], [], [], noon + 3)).toBe(3)
})

test('ALARM-UI-2 a call for help sounds at its receipt, not again when it is stored, and from then on until it is owned', () => {
  const ear = makeEar([], noon)
  expect(ear([], [{ kind: 'sos', alarm: 's' }], [], noon)).toBe(1)
  expect(ear([sos('s')], [], [], noon + 100)).toBeNull()
  expect(ear([sos('s')], [], [], noon + sosAgain - 1)).toBeNull()
  expect(ear([sos('s')], [], [], noon + sosAgain)).toBe(1)
  expect(ear([sos('s')], [], [], noon + sosAgain + 1)).toBeNull()
  expect(ear([sos('s', owned)], [], [], noon + 3 * sosAgain)).toBeNull()
})

test('ALARM-UI-3 an owned call that is pressed again sounds again', () => {
  const ear = makeEar([sos('s', owned)], noon)
  expect(ear([sos('s', { ...owned, count: 2 })], [], [], noon + 1)).toBe(1)
  expect(ear([sos('s', { ...owned, count: 2 })], [], [], noon + 2)).toBeNull()
})

test('ALARM-UI-4 an alarm that comes back from its shelf sounds again', () => {
  const ear = makeEar([left('a')], noon)
  expect(ear([], [], [], noon + 1)).toBeNull()
  expect(ear([left('a')], [], [], noon + 2)).toBe(2)
})

test('ALARM-UI-5 classes 2 and 3 can be muted, a call for help cannot', () => {
  const ear = makeEar([], noon)
  expect(ear([left('a')], [], [2], noon)).toBeNull()
  expect(ear([left('a'), silent('b')], [], [2], noon)).toBe(3)
  expect(ear([left('a'), silent('b'), sos('s')], [], [1, 2, 3], noon)).toBe(1)
})
