import { expect, test } from 'vitest'
import { underMinimum, underMinimumDue } from '../../../../shared/alarms/rules/under-minimum.ts'
import type { Place } from '../../../../shared/operations/types.ts'
import { type GivenFact, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { atWork, planned, stepped } from '../../../kit/past.ts'

const later = noon + 30 * MINUTE
const a2 = { assistant: 'a2' }
const meeting = (time: number) => ({ meeting: { at: { lat: 43.2, lng: 76.9 }, time } })
const moved: GivenFact = {
  type: 'MemberMoved',
  keys: ['task:task', 'task:task2', 'assistant:a2'],
  data: { assistant: 'a2', from: 'task', to: 'task2', slot: 0, step: 'en-route', n: 2, expiresAt: 0 },
  at: later,
}

function post(place: Partial<Place>, more: GivenFact[]) {
  const { board } = given(...atWork(['a1', 'a2'], { minimum: 2, ...place }), ...more)
  const operation = board.operation.get('op')
  const found = board.place.get('post')
  if (!operation || !found) throw new Error('no post')
  return { operation, place: found, tasks: [...board.task.values()] }
}

test.each<[string, Partial<Place>, GivenFact[], number | null]>([
  ['enough people', {}, [], null],
  ['no minimum', { minimum: 0 }, [stepped(a2, 'on-scene', 'complete', { at: later })], null],
  ['never enough', { minimum: 3 }, [], noon + 2 * MINUTE],
  ['never enough, before the meeting time', { minimum: 3, ...meeting(later) }, [], later + 2 * MINUTE],
  [
    'its minimum was raised',
    {},
    [{ ...planned('post', { minimum: 3 }), type: 'PlaceChanged', at: later }],
    later + 2 * MINUTE,
  ],
  ['one completed', {}, [stepped(a2, 'on-scene', 'complete', { at: later })], later + 2 * MINUTE],
  ['one is held', {}, [stepped(a2, 'on-scene', 'hold', { at: later })], later + 2 * MINUTE],
  ['one was moved away', {}, [moved], later + 2 * MINUTE],
  [
    'one step was taken back',
    {},
    [
      {
        type: 'StepUndone',
        keys: ['task:task', 'assistant:a2'],
        data: { task: 'task', party: a2, from: 'on-scene', to: 'en-route' },
        at: later,
      },
    ],
    later + 2 * MINUTE,
  ],
  [
    'the operation closed',
    { minimum: 3 },
    [{ type: 'OperationClosed', keys: ['operation:op'], data: { operation: 'op', outcome: 'done' } }],
    null,
  ],
  ['the window ends first', { minimum: 3, ...meeting(noon + 359 * MINUTE) }, [], null],
])('ALARM-19 a post below its minimum is an alarm after two minutes: %s', (_, place, more, expected) => {
  expect(underMinimumDue(post(place, more))).toBe(expected)
})

test('ALARM-19 says how many are there; before the two minutes it neither raises nor clears', () => {
  const short = post({ minimum: 3 }, [])
  expect(underMinimum.judge({ ...short, now: noon + 2 * MINUTE - 1 })).toBeNull()
  expect(underMinimum.judge({ ...short, now: noon + 2 * MINUTE })).toEqual({
    raise: { present: 2, minimum: 3 },
  })
  expect(underMinimum.judge({ ...short, now: noon + 360 * MINUTE })).toBe('clear')
})
