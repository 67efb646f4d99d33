import { expect, test } from 'vitest'
import type { Pipeline } from '../../../server/pipeline/handle-command.ts'
import { sceneWatcher } from '../../../server/positions/watch-scenes.ts'
import { alarmDeciders } from '../../../shared/alarms/decide.ts'
import type { Assistant } from '../../../shared/assistants/types.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Operation, OperationKind } from '../../../shared/operations/types.ts'
import { opened, people, planned, reached, sent, units } from '../../kit/dispatch-past.ts'
import { foldFact, type GivenFact, given, MINUTE, noon, officer } from '../../kit/given-when-then.ts'

const inside = 43.24
const SECOND = 1000

/** A scene that `u1` and `a1` hold; `a2` is on duty and on no task. */
function scene(kind: OperationKind = 'scene-hold', held = true) {
  const { board } = given(
    ...units('u1'),
    ...people('a1', 'a2'),
    opened('op', { kind }),
    planned('post', 'op'),
    ...(held
      ? [
          sent('task', { members: ['a1'] }),
          ...reached('task', 'on-scene', { unit: 'u1' }, { assistant: 'a1' }),
        ]
      : []),
  )
  const commands: { type: string; body: Record<string, unknown> }[] = []
  let isStored = true
  const pipeline: Pipeline = {
    give: () => Promise.reject(new Error('nobody gives commands here')),
    async giveOwn(_, type, body) {
      commands.push({ type, body: body as Record<string, unknown> })
      return isStored ? { ok: true, upTo: 0 } : { ok: false, code: 'store.full' }
    },
  }
  const watch = () =>
    sceneWatcher(board, pipeline, (error) => {
      throw error
    })
  let watcher = watch()
  const happens = (...facts: GivenFact[]) => {
    for (const fact of facts) foldFact(board, fact, noon, officer)
    watcher.onEvents(
      facts.map((fact) => ({ ...fact, seq: board.seq, at: noon, by: officer })) as unknown as LoggedEvent[],
    )
  }
  return {
    board,
    happens,
    restart() {
      watcher = watch()
    },
    store(works: boolean) {
      isStored = works
    },
    /** Commands that one more fix of the carrier leads to. */
    fix(at: number, lat = inside, accuracy = 10, id = 'a2', now = at) {
      commands.length = 0
      watcher.look(board.assistant.get(id) as Assistant, { at, lat, lng: 76.94, accuracy }, now)
      return commands
    },
    /** The alarm that a command raises, in the log. */
    raise() {
      let ids = 0
      const newId = () => (ids++ === 0 ? 'alarm' : `text${ids}`)
      const by = { kind: 'system', id: 's' }
      const ctx = { now: noon + 3 * MINUTE, by, newId, digest: () => 'd' } as never
      const decision = alarmDeciders.RaiseAlarm.decide(board, commands[0]?.body as never, ctx)
      if (!('facts' in decision)) throw new Error(JSON.stringify(decision))
      happens(...(decision.facts as unknown as GivenFact[]))
      return decision.facts
    },
  }
}

test('WATCH-5 who is on duty and on no task in a closed scene two minutes long is told of, once, with the scene', () => {
  for (const kind of ['scene-hold', 'site-guard'] as const) {
    const { fix } = scene(kind)
    expect(fix(noon)).toEqual([])
    expect(fix(noon + 2 * MINUTE - 1)).toEqual([])
    expect(fix(noon + 2 * MINUTE)).toMatchObject([
      {
        type: 'RaiseAlarm',
        body: {
          ...{ kind: 'uninvited', subject: { kind: 'assistant', id: 'a2' }, task: null, operation: 'op' },
          ...{
            params: { number: 1187, since: noon },
            fix: { at: noon + 2 * MINUTE, lat: inside, accuracy: 10 },
          },
        },
      },
    ])
    expect(fix(noon + 3 * MINUTE)).toEqual([])
  }
})

test('WATCH-6 nobody is who works there, nor anybody in a scene of another kind, not held, over, or not yet begun', () => {
  const stands = ({ fix }: ReturnType<typeof scene>, id = 'a2', from = noon) =>
    [0, 1, 2, 3, 4].flatMap((n) => [...fix(from + n * MINUTE, inside, 10, id)])
  expect(stands(scene(), 'a1')).toEqual([])
  for (const kind of ['event-security', 'patrol', 'search'] as const) expect(stands(scene(kind))).toEqual([])
  expect(stands(scene('scene-hold', false))).toEqual([])
  expect(stands(scene(), 'a2', noon - 10 * MINUTE)).toEqual([])
  const over = scene()
  over.happens({
    type: 'OperationClosed',
    keys: ['operation:op'],
    data: { operation: 'op', outcome: 'done' },
  } as GivenFact)
  expect(stands(over)).toEqual([])
  const heldLater = scene('scene-hold', false)
  expect(heldLater.fix(noon)).toEqual([])
  heldLater.happens(
    sent('task', { members: ['a1'] }),
    ...reached('task', 'on-scene', { unit: 'u1' }, { assistant: 'a1' }),
  )
  expect(heldLater.fix(noon + MINUTE), 'begins here').toEqual([])
  expect(heldLater.fix(noon + 3 * MINUTE)).toMatchObject([{ type: 'RaiseAlarm' }])
})

test('WATCH-7 a fix vaguer than 100 m says nothing, and to stay begins with one inside by more than its accuracy', () => {
  const { fix } = scene()
  expect(fix(noon, inside, 101)).toEqual([])
  expect(fix(noon + 2 * MINUTE), 'begins here').toEqual([])
  expect(fix(noon + 3 * MINUTE, 44, 500), 'may be anywhere').toEqual([])
  expect(fix(noon + 4 * MINUTE)).toMatchObject([{ type: 'RaiseAlarm' }])
  const edge = scene()
  for (const n of [0, 1, 2, 3]) expect(edge.fix(noon + n * MINUTE, 43.24998, 30), 'at the border').toEqual([])
})

test('WATCH-8 it is over when he is outside, works there, is off duty, or the scene is over; a new stay is a new one', () => {
  const { fix, raise, board } = scene()
  for (const n of [0, 2]) fix(noon + n * MINUTE)
  expect(raise()).toMatchObject([
    { type: 'AlarmRaised', data: { kind: 'uninvited', operation: 'op', region: 'almaty' } },
  ])
  expect(board.alarm.get('alarm')).toMatchObject({ resolved: null })
  expect(fix(noon + 3 * MINUTE, 43.2501)).toMatchObject([{ type: 'ClearAlarm', body: { alarm: 'alarm' } }])
  expect(fix(noon + 4 * MINUTE)).toEqual([])
  expect(fix(noon + 4 * MINUTE + 119 * SECOND)).toEqual([])

  const assigned = scene()
  for (const n of [0, 2]) assigned.fix(noon + n * MINUTE)
  assigned.raise()
  assigned.happens(
    planned('other', 'op'),
    ...units('u2'),
    sent('task2', { place: 'other', unit: 'u2', members: ['a2'] }),
  )
  expect(assigned.fix(noon + 3 * MINUTE)).toMatchObject([{ type: 'ClearAlarm' }])
})

test('WATCH-9 fixes that a phone kept while it had no network begin no stay, and end none', () => {
  const { fix } = scene()
  const later = noon + 60 * MINUTE
  for (const n of [0, 1, 2, 3]) expect(fix(noon + n * MINUTE, inside, 10, 'a2', later)).toEqual([])
  expect(fix(later, inside), 'begins here').toEqual([])
  expect(fix(later + MINUTE, 44, 10, 'a2', later + 4 * MINUTE), 'was outside').toEqual([])
  expect(fix(later + 5 * MINUTE)).toMatchObject([{ type: 'RaiseAlarm', body: { params: { since: later } } }])
})

test('WATCH-10 an alarm of before a restart, or of another node, is over with a fix outside, and raised once', () => {
  const before = scene()
  for (const n of [0, 2]) before.fix(noon + n * MINUTE)
  before.raise()
  before.restart()
  expect(before.fix(noon + 5 * MINUTE, 44)).toMatchObject([{ type: 'ClearAlarm', body: { alarm: 'alarm' } }])

  const other = scene()
  for (const n of [0, 2]) other.fix(noon + n * MINUTE)
  other.restart()
  other.raise()
  for (const n of [3, 4, 5, 6]) expect(other.fix(noon + n * MINUTE)).toEqual([])
  expect(other.fix(noon + 7 * MINUTE, 44)).toMatchObject([{ type: 'ClearAlarm' }])
})

test('WATCH-11 an alarm that could not be stored, or not cleared, is so with the next fix', async () => {
  const { fix, store, raise } = scene()
  fix(noon)
  store(false)
  expect(fix(noon + 2 * MINUTE)).toMatchObject([{ type: 'RaiseAlarm' }])
  await Promise.resolve()
  await Promise.resolve()
  store(true)
  expect(fix(noon + 3 * MINUTE)).toMatchObject([{ type: 'RaiseAlarm' }])
  raise()
  await Promise.resolve()
  await Promise.resolve()
  expect(fix(noon + 4 * MINUTE)).toEqual([])
  store(false)
  for (const n of [5, 6]) expect(fix(noon + n * MINUTE, 44)).toMatchObject([{ type: 'ClearAlarm' }])
})

test('WATCH-12 of scenes one around the other nobody is told of who works in one of them and stands in it', () => {
  const { fix, happens, raise, board } = scene()
  const { perimeter } = board.operation.get('op') as Operation
  happens(
    opened('outer', { kind: 'site-guard', number: 1188, perimeter }),
    planned('gate', 'outer'),
    ...units('u2'),
    sent('task2', { operation: 'outer', place: 'gate', unit: 'u2', members: [] }),
    ...reached('task2', 'on-scene', { unit: 'u2' }),
  )
  for (const n of [0, 2, 4])
    expect(fix(noon + n * MINUTE, inside, 10, 'a1'), 'is of the inner one').toEqual([])
  for (const n of [0, 2]) fix(noon + n * MINUTE)
  raise()
  happens(
    planned('more', 'outer'),
    ...units('u3'),
    sent('task3', { operation: 'outer', place: 'more', unit: 'u3', members: ['a2'] }),
  )
  expect(fix(noon + 5 * MINUTE), 'was sent to the outer one').toMatchObject([{ type: 'ClearAlarm' }])
})

test('WATCH-13 whose task has ended has ten minutes to leave before the two begin', () => {
  const { board, fix } = scene()
  Object.assign(board.assistant.get('a2') as Assistant, { releasedAt: noon })
  for (const minute of [0, 2, 5, 9]) expect(fix(noon + minute * MINUTE)).toEqual([])
  expect(fix(noon + 10 * MINUTE)).toEqual([])
  expect(fix(noon + 12 * MINUTE)).toMatchObject([
    { type: 'RaiseAlarm', body: { params: { since: noon + 10 * MINUTE } } },
  ])
})
