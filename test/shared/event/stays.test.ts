import { expect, test } from 'vitest'
import { staysIn } from '../../../shared/event/stays.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Step } from '../../../shared/tasks/types.ts'

const log = (...events: { at: number; type: string; data: object }[]) => events as unknown as LoggedEvent[]
const stepped = (at: number, assistant: string, from: Step, to: Step, task = 'task') => ({
  at,
  type: 'StepTaken',
  data: { task, party: { assistant }, from, to },
})
const placeOf = (task: string) => ({ task: 'gate', other: 'tribune' })[task]

test('EVENT-UI-1 somebody stands at a post from on scene to whatever comes after', () => {
  const events = log(
    stepped(1, 'a', 'en-route', 'on-scene'),
    stepped(2, 'b', 'en-route', 'on-scene'),
    stepped(5, 'a', 'on-scene', 'complete'),
  )
  expect(staysIn(events, placeOf)).toEqual([
    { assistant: 'a', place: 'gate', from: 1, to: 5 },
    { assistant: 'b', place: 'gate', from: 2, to: null },
  ])
})

test('EVENT-UI-1 a hold interrupts the stay, and coming back begins another', () => {
  const events = log(
    stepped(1, 'a', 'en-route', 'on-scene'),
    stepped(3, 'a', 'on-scene', 'hold'),
    stepped(6, 'a', 'hold', 'on-scene'),
  )
  expect(staysIn(events, placeOf)).toEqual([
    { assistant: 'a', place: 'gate', from: 1, to: 3 },
    { assistant: 'a', place: 'gate', from: 6, to: null },
  ])
})

test('EVENT-UI-2 a move ends the stay at the post that was left', () => {
  const events = log(
    stepped(1, 'a', 'en-route', 'on-scene'),
    { at: 4, type: 'MemberMoved', data: { assistant: 'a', from: 'task', to: 'other' } },
    stepped(7, 'a', 'en-route', 'on-scene', 'other'),
  )
  expect(staysIn(events, placeOf)).toEqual([
    { assistant: 'a', place: 'gate', from: 1, to: 4 },
    { assistant: 'a', place: 'tribune', from: 7, to: null },
  ])
})

test('EVENT-UI-2 units, and tasks that are not known any more, make no stay', () => {
  const unit = { at: 1, type: 'StepTaken', data: { task: 'task', party: { unit: 'u' }, to: 'on-scene' } }
  expect(staysIn(log(unit, stepped(2, 'a', 'en-route', 'on-scene', 'gone')), placeOf)).toEqual([])
})

test('EVENT-UI-2 a step taken back ends the stay as well', () => {
  const undone = { ...stepped(2, 'a', 'on-scene', 'en-route'), type: 'StepUndone' }
  expect(staysIn(log(stepped(1, 'a', 'en-route', 'on-scene'), undone), placeOf)).toEqual([
    { assistant: 'a', place: 'gate', from: 1, to: 2 },
  ])
})
