import { expect, test } from 'vitest'
import { totalsOf } from '../../../client/operations/totals.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { requested, sent, took } from '../../kit/dispatch-past.ts'
import { type GivenFact, noon, officer } from '../../kit/given-when-then.ts'

const hour = 3_600_000
const a1 = { assistant: 'a1' }
const a2 = { assistant: 'a2' }

/** In order; each fact with the hour after noon at which it happened. */
const story = (...facts: [number, GivenFact][]): LoggedEvent[] =>
  facts.map(([after, fact], seq) => ({ ...fact, seq, at: noon + after * hour, by: officer }) as LoggedEvent)

test('OPUI-8 counts who set out, their hours from setting out to the release, tasks, declines and alarms', () => {
  const raised = { type: 'AlarmRaised', keys: ['alarm:x'], data: {} } as unknown as GivenFact
  const events = story(
    [0, sent('t1', { members: ['a1', 'a2'] })],
    [0, requested('t2')],
    [0, took('t1', a1, 'offered', 'accepted')],
    [0, took('t1', a2, 'offered', 'declined')],
    [0, took('t1', { unit: 'u1' }, 'accepted', 'en-route')],
    [1, took('t1', a1, 'accepted', 'en-route')],
    [1.5, took('t1', a1, 'en-route', 'on-scene')],
    [2, raised],
    [3, took('t1', a1, 'on-scene', 'complete')],
  )
  expect(totalsOf(events, noon + 9 * hour)).toEqual({ people: 1, hours: 2, tasks: 1, declines: 1, alarms: 1 })
})

test('OPUI-9 counts who is still out up to now, and a step that was taken back as if it had not been', () => {
  const undone = (party: typeof a1, from: string, to: string): GivenFact => ({
    type: 'StepUndone',
    keys: ['task:t1'],
    data: { task: 't1', party, from, to },
  })
  const events = story(
    [0, took('t1', a1, 'accepted', 'en-route')],
    [1, took('t1', a1, 'on-scene', 'complete')],
    [1, undone(a1, 'complete', 'on-scene')],
    [1, took('t1', a2, 'offered', 'declined')],
    [1, undone(a2, 'declined', 'offered')],
    [1, took('t1', a2, 'accepted', 'en-route')],
    [1, undone(a2, 'en-route', 'accepted')],
  )
  expect(totalsOf(events, noon + 4 * hour)).toMatchObject({ people: 1, hours: 4, declines: 0 })
})
