import { describe, expect, test } from 'vitest'
import { taskDeciders } from '../../../shared/tasks/decide.ts'
import type { Party } from '../../../shared/tasks/events.ts'
import { opened, people, planned, reached, requested, sent, took, units } from '../../kit/dispatch-past.ts'
import { given } from '../../kit/given-when-then.ts'

const { TakeStep, StandDown, RecallTask } = taskDeciders
const a1 = { assistant: 'a1' }
const a2 = { assistant: 'a2' }
const a3 = { assistant: 'a3' }
const u1 = { unit: 'u1' }
const ready = [
  opened('op'),
  planned('post', 'op', { slots: [{}, {}, {}] }),
  ...units('u1', 'u2'),
  ...people('a1', 'a2', 'a3'),
  sent('t', { members: ['a1', 'a2', 'a3'] }),
]
const step = (party: Party, from: string, to: string, rule?: string) => ({
  type: 'StepTaken',
  keys: [
    'task:t' as const,
    'unit' in party ? (`unit:${party.unit}` as const) : (`assistant:${party.assistant}` as const),
  ],
  data: { task: 't', party, from, to, ...(rule ? { rule } : {}) },
})
const ended = (outcome: string) => ({
  type: 'TaskEnded',
  keys: ['task:t' as const, 'unit:u1' as const],
  data: { task: 't', outcome },
})

describe('the end of a task', () => {
  test('TASK-13 the unit completes: who was there completes, who never came is stood down', () => {
    const { board } = given(
      ...ready,
      ...reached('t', 'on-scene', u1, a1, a2),
      ...reached('t', 'accepted', a3),
      took('t', a2, 'on-scene', 'hold', 'desk'),
    )
      .when(TakeStep, { task: 't', party: u1, to: 'complete' })
      .then([
        step(a1, 'on-scene', 'complete'),
        step(a2, 'hold', 'complete'),
        step(a3, 'accepted', 'stood-down'),
        step(u1, 'on-scene', 'complete'),
        ended('complete'),
      ])
      .when(TakeStep, { task: 't', party: u1, to: 'complete' })
      .then([])
    expect(board.task.get('t')?.endedAt).not.toBe(null)
    expect(board.unit.get('u1')).toMatchObject({ task: null, releasedAt: board.task.get('t')?.endedAt })
  })

  test('TASK-14 the last member completes: so does the task', () => {
    given(...ready, ...reached('t', 'on-scene', u1, a1), gone(a2), gone(a3))
      .when(TakeStep, { task: 't', party: a1, to: 'complete' })
      .then([step(a1, 'on-scene', 'complete'), step(u1, 'on-scene', 'complete'), ended('complete')])
  })

  test('TASK-14 the last member is stood down: the task ends unmanned, or complete if somebody completed', () => {
    given(...ready, ...reached('t', 'accepted', u1), gone(a2), gone(a3))
      .when(StandDown, { task: 't', party: a1 })
      .then([step(a1, 'offered', 'stood-down'), step(u1, 'accepted', 'stood-down'), ended('unmanned')])
    given(...ready, ...reached('t', 'on-scene', a1, a2, u1), took('t', a2, 'on-scene', 'complete'), gone(a3))
      .when(StandDown, { task: 't', party: a1 })
      .then([step(a1, 'on-scene', 'stood-down'), step(u1, 'on-scene', 'complete'), ended('complete')])
  })

  test('TASK-14 standing one of several down goes on with the others', () => {
    given(...ready)
      .when(StandDown, { task: 't', party: a1 })
      .then([step(a1, 'offered', 'stood-down')])
      .when(StandDown, { task: 't', party: a1 })
      .then([])
  })

  test('TASK-11 standing the unit down holds who has accepted', () => {
    given(...ready, ...reached('t', 'on-scene', u1, a1), took('t', a2, 'offered', 'accepted'))
      .when(StandDown, { task: 't', party: u1 })
      .then([
        step(a1, 'on-scene', 'hold', 'D3'),
        step(a2, 'accepted', 'hold', 'D3'),
        step(u1, 'on-scene', 'stood-down'),
      ])
  })

  test('TASK-15 a recall brings everybody back; again it does nothing', () => {
    given(...ready, ...reached('t', 'on-scene', u1, a1), gone(a2))
      .when(RecallTask, { task: 't' })
      .then([
        step(a1, 'on-scene', 'recalled'),
        step(a3, 'offered', 'recalled'),
        step(u1, 'on-scene', 'recalled'),
        ended('recalled'),
      ])
      .when(RecallTask, { task: 't' })
      .then([])
  })

  test('TASK-15 a recalled request is refused', () => {
    given(
      opened('op'),
      planned('post', 'op'),
      ...units('u1'),
      ...people('a1'),
      requested('t', { members: ['a1'] }),
    )
      .when(RecallTask, { task: 't' })
      .thenTypes('TaskRequestRefused')
  })

  test('TASK-16 nothing moves in a task that has ended', () => {
    const { board } = given(...ready).when(RecallTask, { task: 't' })
    given(board)
      .when(TakeStep, { task: 't', party: a1, to: 'en-route' })
      .then({ code: 'task.ended' })
      .when(StandDown, { task: 't', party: a1 })
      .then({ code: 'task.ended' })
      .when(taskDeciders.UndoStep, { task: 't', party: a1 })
      .then({ code: 'task.ended' })
      .when(taskDeciders.OfferSlot, { task: 't', assistant: 'a1', slot: 0 })
      .then({ code: 'task.ended' })
      .when(taskDeciders.ReplaceUnit, { task: 't', unit: 'u2' })
      .then({ code: 'task.ended' })
  })
})

function gone(party: Party) {
  return took('t', party, 'offered', 'declined')
}
