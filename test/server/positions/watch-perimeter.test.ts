import { expect, test } from 'vitest'
import type { Pipeline } from '../../../server/pipeline/handle-command.ts'
import { perimeterWatcher } from '../../../server/positions/watch-perimeter.ts'
import type { Assistant } from '../../../shared/assistants/types.ts'
import type { Ring } from '../../../shared/geo/lat-lng.ts'
import { opened, order, people, perimeter, planned, reached, sent, units } from '../../kit/dispatch-past.ts'
import { foldFact, type GivenFact, given, MINUTE, noon, officer } from '../../kit/given-when-then.ts'

const inside = 43.249
const outside = 43.2509
const SECOND = 1000

/** `a1` is on scene, `a2` has only been offered; both are followed by one watcher. */
function watched() {
  const { board } = given(
    ...units('u1'),
    ...people('a1', 'a2'),
    opened('op'),
    planned('post', 'op'),
    sent('task', { members: ['a1', 'a2'] }),
    ...reached('task', 'on-scene', { unit: 'u1' }, { assistant: 'a1' }),
  )
  const commands: { type: string; body: unknown }[] = []
  const pipeline: Pipeline = {
    give: () => Promise.reject(new Error('nobody gives commands here')),
    async giveOwn(_, type, body) {
      commands.push({ type, body })
      return { ok: true, upTo: 0 }
    },
  }
  const look = perimeterWatcher(board, pipeline, (error) => {
    throw error
  })
  return {
    happens: (fact: GivenFact) => foldFact(board, fact, noon, officer),
    /** Commands that one more fix of the carrier leads to. */
    fix(at: number, lat: number, id = 'a1', accuracy = 10) {
      commands.length = 0
      look(board.assistant.get(id) as Assistant, { at, lat, lng: 76.94, accuracy }, at)
      return commands
    },
  }
}

test('WATCH-1 the third fix in a row beyond the border and its accuracy is the alarm, with the metres', () => {
  const { fix } = watched()
  expect(fix(noon, inside)).toEqual([])
  expect(fix(noon + 5 * SECOND, outside)).toEqual([])
  expect(fix(noon + 10 * SECOND, outside, 'a1', 200), 'it may be inside').toEqual([])
  for (const n of [3, 4]) expect(fix(noon + n * 5 * SECOND, outside)).toEqual([])
  expect(fix(noon + 25 * SECOND, outside)).toEqual([
    {
      type: 'RaiseAlarm',
      body: {
        ...{ kind: 'perimeter-left', subject: { kind: 'assistant', id: 'a1' }, task: 'task' },
        ...{
          fix: { at: noon + 25 * SECOND, lat: outside, lng: 76.94, accuracy: 10 },
          params: { metres: 100 },
        },
      },
    },
  ])
})

test('WATCH-2 two fixes a minute apart are enough, and who is only offered is not judged', () => {
  const { fix, happens } = watched()
  fix(noon, outside)
  expect(fix(noon + MINUTE - 1, outside)).toEqual([])
  expect(fix(noon + MINUTE, outside)).toMatchObject([{ type: 'RaiseAlarm' }])
  for (const n of [0, 1, 2, 3]) expect(fix(noon + n * MINUTE, outside, 'a2')).toEqual([])
  for (const fact of reached('task', 'on-scene', { assistant: 'a2' })) happens(fact)
  expect(fix(noon + 4 * MINUTE, outside, 'a2'), 'what was before counts for nothing').toEqual([])
})

test('WATCH-3 an open alarm is not raised again, and is over when a fix is inside', () => {
  const { fix, happens } = watched()
  for (const n of [0, 1, 2]) fix(noon + n * SECOND, outside)
  happens({
    type: 'AlarmRaised',
    keys: ['alarm:left', 'alarm-slot:perimeter-left/a1'],
    data: {
      ...{
        alarm: 'left',
        kind: 'perimeter-left',
        subject: { kind: 'assistant', id: 'a1' },
        region: 'almaty',
      },
      ...{ operation: 'op', task: 'task', fix: null, params: {}, offDuty: false },
    },
  })
  expect(fix(noon + 3 * SECOND, outside)).toEqual([])
  expect(fix(noon + 4 * SECOND, 43.25005), 'close, within its accuracy, is not inside').toEqual([])
  expect(fix(noon + 5 * SECOND, inside)).toEqual([{ type: 'ClearAlarm', body: { alarm: 'left' } }])
})

test('WATCH-4 a new version of the order begins anew, by its own perimeter', () => {
  const { fix, happens } = watched()
  const changed = (version: number, ring: Ring) =>
    happens({
      type: 'OrderChanged',
      keys: ['task:task'],
      data: { task: 'task', order: order('u1', { version, perimeter: ring }) },
    })
  for (const n of [0, 1]) expect(fix(noon + n * SECOND, outside)).toEqual([])
  changed(2, perimeter)
  for (const n of [2, 3]) expect(fix(noon + n * SECOND, outside)).toEqual([])
  expect(fix(noon + 4 * SECOND, outside)).toMatchObject([{ type: 'RaiseAlarm' }])
  changed(
    3,
    perimeter.map(({ lat, lng }) => ({ lat: lat > 43.24 ? 43.26 : lat, lng })),
  )
  for (const n of [5, 6, 7]) expect(fix(noon + n * SECOND, outside)).toEqual([])
})
