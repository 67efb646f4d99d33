import { expect, test } from 'vitest'
import { endsSoon, shiftOverrun } from '../../../../shared/alarms/rules/shift-overrun.ts'

const shift = { from: 0, to: 100_000_000, openedAt: 0, closedAt: null }
const at = (minutes: number) => shift.to + minutes * 60_000

test.each([
  ['before its end', shift, 'task', -1, 'clear'],
  ['at its end', shift, 'task', 0, { raise: { to: shift.to } }],
  ['at its end without a task', shift, null, 0, 'clear'],
  ['after booking off', { ...shift, closedAt: 5 }, 'task', 1, 'clear'],
  ['never on duty', null, 'task', 1, 'clear'],
])('ALARM-18 shift overrun: %s', (_, shift, task, minutes, expected) => {
  expect(shiftOverrun.judge({ shift, task, now: at(minutes) })).toEqual(expected)
})

test.each([
  [-16, false],
  [-15, true],
  [0, false],
])('ALARM-18 a shift ends soon in its last quarter of an hour: %i min', (minutes, expected) => {
  expect(endsSoon(shift, at(minutes))).toBe(expected)
})
