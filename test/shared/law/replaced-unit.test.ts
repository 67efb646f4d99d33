import { expect, test } from 'vitest'
import { atWork, onShift, registeredUnit } from '../../kit/past.ts'
import { pureDesk } from '../../kit/pure-desk.ts'

test('LAW-2 D3: under a unit that has not accepted yet nobody goes on acting, and the desk hears of it until it accepts', () => {
  const desk = pureDesk([...atWork(['a1', 'a2']), registeredUnit('unit2'), onShift('unit', 'unit2')])
  const steps = () => desk.board.task.get('task')?.members.map(({ step, heldBy }) => [step, heldBy])
  const open = () =>
    [...desk.board.alarm.values()].filter(({ resolved }) => !resolved).map(({ kind }) => kind)
  desk.give('ReplaceUnit', { task: 'task', unit: 'unit2' })
  expect(steps()).toEqual([
    ['hold', 'D3'],
    ['hold', 'D3'],
  ])
  expect(open()).toEqual(['partner-lost'])
  for (const assistant of ['a1', 'a2'])
    desk.give('SeeOrder', { task: 'task', party: { assistant }, version: 2, state: 'understood' })
  desk.give('AnswerOffer', { task: 'task', party: { unit: 'unit2' }, answer: 'accept' })
  expect(steps()).toEqual([
    ['on-scene', undefined],
    ['on-scene', undefined],
  ])
  expect(open()).toEqual([])
})
