import { expect, test } from 'vitest'
import { offerUnanswered } from '../../../../shared/alarms/rules/offer-unanswered.ts'
import type { Party } from '../../../../shared/tasks/events.ts'
import { type GivenFact, given } from '../../../kit/given-when-then.ts'
import { onShift, operation, registered, registeredUnit, sent, stepped } from '../../../kit/past.ts'

const past = [
  registeredUnit('unit'),
  onShift('unit', 'unit'),
  ...['a1', 'a2'].flatMap((id) => [registered(id), onShift('assistant', id)]),
  ...operation(),
  sent(['a1', 'a2']),
]
const a1 = { assistant: 'a1' }
const unit = { unit: 'unit' }
const expired = stepped(a1, 'offered', 'expired')
const over: GivenFact = { type: 'TaskEnded', keys: ['task:task'], data: { task: 'task' } }
const offered = (assistant: string, n: number): GivenFact => ({
  type: 'MemberOffered',
  keys: ['task:task', `assistant:${assistant}`],
  data: { task: 'task', assistant, slot: 0, n, expiresAt: 0 },
})
const unmanned = [
  stepped(a1, 'offered', 'expired'),
  stepped({ assistant: 'a2' }, 'offered', 'declined'),
  stepped(unit, 'offered', 'stood-down'),
  over,
]

test.each<[string, GivenFact[], Party, boolean, unknown]>([
  ['the offer stands', [], a1, true, 'clear'],
  ['it ran out', [expired], a1, true, { raise: {} }],
  ['the unit let it run out', [stepped(unit, 'offered', 'expired')], unit, true, { raise: {} }],
  ['the person is asked again', [expired, offered('a1', 2)], a1, true, 'clear'],
  ['somebody else has the slot', [expired, registered('a3'), offered('a3', 1)], a1, true, 'clear'],
  ['nobody came, and the place still wants people', unmanned, a1, true, { raise: {} }],
  ['nobody came, and nobody is wanted any more', unmanned, a1, false, 'clear'],
  [
    'the task was recalled',
    [expired, stepped({ assistant: 'a2' }, 'offered', 'recalled'), over],
    a1,
    true,
    'clear',
  ],
])('ALARM-17 offer unanswered: %s', (_, more, party, wanted, expected) => {
  const task = given(...past, ...more).board.task.get('task')
  if (!task) throw new Error('no task')
  expect(offerUnanswered.judge({ task, party, wanted })).toEqual(expected)
})
