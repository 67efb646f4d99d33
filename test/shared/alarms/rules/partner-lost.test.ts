import { expect, test } from 'vitest'
import { partnerLost } from '../../../../shared/alarms/rules/partner-lost.ts'
import { type GivenFact, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { atWork, stepped } from '../../../kit/past.ts'

const leaving: GivenFact = { type: 'UnitLeaving', keys: ['unit:unit'], data: { unit: 'unit' } }
const off: GivenFact = {
  type: 'ShiftClosed',
  keys: ['unit:unit'],
  data: { who: { kind: 'unit', id: 'unit' }, why: 'desk' },
}
const people = ['a1', 'a2']
const gone = people.map((assistant) => stepped({ assistant }, 'on-scene', 'complete'))

test.each<[string, GivenFact[], number, unknown]>([
  ['the unit is there', [], noon, 'clear'],
  ['it reported leaving', [leaving], noon, { raise: { people: 2 } }],
  ['it went off duty', [off], noon, { raise: { people: 2 } }],
  ['its shift ran out', [], noon + 240 * MINUTE, { raise: { people: 2 } }],
  [
    'it left the chain',
    [stepped({ unit: 'unit' }, 'on-scene', 'stood-down')],
    noon,
    { raise: { people: 2 } },
  ],
  ['nobody waits for it', [leaving, ...gone], noon, 'clear'],
  [
    'the task is over',
    [leaving, { type: 'TaskEnded', keys: ['task:task'], data: { task: 'task' } }],
    noon,
    'clear',
  ],
])('ALARM-16 partner lost: %s', (_, past, now, expected) => {
  const { board } = given(...atWork(people), ...past)
  const task = board.task.get('task')
  const unit = board.unit.get('unit')
  if (!task || !unit) throw new Error('no task')
  expect(partnerLost.judge({ task, unit, now })).toEqual(expected)
})
