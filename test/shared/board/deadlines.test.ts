import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { climbSeconds } from '../../../shared/alarms/types.ts'
import { emptyBoard } from '../../../shared/board/board.ts'
import type { Body, CommandType } from '../../../shared/board/commands.ts'
import { type Deadline, deadlinesOf } from '../../../shared/board/deadlines.ts'
import { fold } from '../../../shared/board/fold.ts'
import { type Key, key } from '../../../shared/kernel/ids.ts'
import { MINUTE, noon } from '../../kit/given-when-then.ts'
import {
  account,
  atWork,
  onShift,
  operation,
  planned,
  registered,
  registeredUnit,
  sent,
} from '../../kit/past.ts'
import { type PureDesk, pureDesk } from '../../kit/pure-desk.ts'

const duty = (id: string, to?: number) => [registered(id), onShift('assistant', id, to)]
const offered = [
  registeredUnit('unit'),
  onShift('unit', 'unit'),
  ...duty('a1'),
  ...duty('a2'),
  ...operation('event-security', { minimum: 1 }),
  sent(['a1', 'a2']),
]
const of = (desk: PureDesk, at: Key) =>
  (desk.due.get(at) ?? []).map(({ reason, at }) => [reason, (at - noon) / 1000])
const open = (desk: PureDesk) =>
  [...desk.board.alarm.values()].filter(({ resolved }) => resolved === null).map(({ kind }) => kind)

describe('what is due', () => {
  test('DUE-1 every offer that stands runs out, named by its number; a request that is no order yet does not', () => {
    const desk = pureDesk(offered)
    expect(of(desk, 'task:task')).toEqual([
      ['expire:task:unit:1', 90],
      ['expire:task:a1:1', 90],
      ['expire:task:a2:1', 90],
    ])
    desk.give('AnswerOffer', { task: 'task', party: { assistant: 'a1' }, answer: 'accept' })
    expect(of(desk, 'task:task')).toHaveLength(2)
    const request = sent(['a1'])
    const { order: _, expiresAt: __, ...data } = request.data as Record<string, unknown>
    const requested = pureDesk([...offered.slice(0, -1), { ...request, type: 'TaskRequested', data }])
    expect(of(requested, 'task:task')).toEqual([])
  })

  test('DUE-2 an alarm climbs at its seconds until somebody owns it, and not while it is shelved', () => {
    const desk = pureDesk([account('officer', 'duty-officer'), ...atWork(['a1'])])
    const a1 = { kind: 'assistant' as const, id: 'a1' }
    desk.give('RaiseAlarm', { kind: 'contact-lost', subject: a1, task: 'task', fix: null, params: {} })
    const alarm = [...desk.board.alarm.keys()][0] ?? ''
    expect(of(desk, key('alarm', alarm))).toEqual([[`climb:${alarm}:1`, climbSeconds[0]]])
    desk.give('ShelveAlarm', { alarm, until: noon + 10 * MINUTE })
    expect(of(desk, key('alarm', alarm))).toEqual([[`climb:${alarm}:1`, 600]])
    desk.advance(noon + 10 * MINUTE)
    expect(desk.board.alarm.get(alarm)?.climbed.map(({ level }) => level)).toEqual([1, 2, 3])
    expect(of(desk, key('alarm', alarm))).toEqual([])
  })

  test('DUE-3 a shift without a task closes at its end; an extension meanwhile keeps it open', () => {
    const desk = pureDesk([...duty('a1'), ...duty('a2')])
    expect(of(desk, 'assistant:a1')).toEqual([[`release:a1:${noon + 240 * MINUTE}`, 240 * 60]])
    desk.give('ExtendShift', { who: { kind: 'assistant', id: 'a2' }, to: noon + 300 * MINUTE })
    desk.advance(noon + 240 * MINUTE)
    expect(desk.log.at(-1)).toMatchObject({
      type: 'ShiftClosed',
      data: { who: { id: 'a1' }, why: 'overrun' },
    })
    expect(desk.board.assistant.get('a2')?.shift?.closedAt).toBeNull()
  })

  test('DUE-4 with a task the desk hears of it; half an hour later the person is stood down and off duty', () => {
    const desk = pureDesk(atWork(['a1', 'a2']))
    desk.give('ExtendShift', { who: { kind: 'unit', id: 'unit' }, to: noon + 600 * MINUTE })
    desk.give('ExtendShift', { who: { kind: 'assistant', id: 'a2' }, to: noon + 600 * MINUTE })
    desk.advance(noon + 269 * MINUTE)
    expect(open(desk)).toEqual(['shift-overrun'])
    expect(desk.board.assistant.get('a1')).toMatchObject({ task: 'task', shift: { closedAt: null } })
    desk.advance(noon + 270 * MINUTE)
    expect(open(desk)).toEqual([])
    expect(desk.board.assistant.get('a1')).toMatchObject({
      task: null,
      shift: { closedAt: noon + 270 * MINUTE },
    })
  })

  test('DUE-5 a timer that was overtaken decides nothing', () => {
    const desk = pureDesk([...duty('a9'), ...atWork(['a1', 'a2'], { minimum: 3 })])
    const stale = [...desk.due.values()].flat()
    const system = { kind: 'system' as const, id: 'serik' }
    for (const kind of ['unit', 'assistant'] as const)
      for (const id of desk.board[kind].keys())
        desk.give('ExtendShift', { who: { kind, id }, to: noon + 600 * MINUTE })
    const place = desk.board.place.get('post')
    if (!place) throw new Error('no post')
    const { id, operation: _, searches: __, changedAt: ___, ...body } = place
    desk.give('ChangePlace', { place: id, ...body, minimum: 1 })
    const before = desk.log.length
    for (const { at, command } of stale) {
      desk.now = at
      desk.give(command.type, command.body as never, system)
    }
    expect(stale.length).toBeGreaterThan(6)
    expect(desk.typesAfter(before)).toEqual([])
  })

  test('DUE-6 a post below its minimum is due two minutes after the last one left', () => {
    const desk = pureDesk(atWork(['a1', 'a2'], { minimum: 2 }))
    expect(of(desk, 'place:post')).toEqual([])
    desk.now = noon + 10 * MINUTE
    desk.give('StandDown', { task: 'task', party: { assistant: 'a2' } })
    expect(of(desk, 'place:post')).toEqual([[`minimum:post:${noon + 12 * MINUTE}`, 720]])
    desk.give('CloseOperation', { operation: 'op', outcome: 'done' })
    expect(of(desk, 'place:post')).toEqual([])
  })
})

/** A command by number: whatever it is, it goes through the real deciders, which refuse what does not fit. */
const people = ['a1', 'a2', 'a3', 'a4']
const units = ['unit', 'unit2']
const places = ['post', 'post2']
type Move = { type: CommandType; body: unknown; wait: number }

const anyOf = fc.constantFrom
const move = (type: CommandType, body: fc.Arbitrary<unknown>): fc.Arbitrary<Move> =>
  fc.record({ type: fc.constant(type), body, wait: anyOf(0, 1_000, 20_000, 95_000, 20 * MINUTE) })
const party = fc.oneof(fc.record({ assistant: anyOf(...people) }), fc.record({ unit: anyOf(...units) }))
const task = anyOf('task', 'id-1', 'id-2', 'id-3', 'id-4')
const who = fc.oneof(
  fc.record({ kind: fc.constant('assistant'), id: anyOf(...people) }),
  fc.record({ kind: fc.constant('unit'), id: anyOf(...units) }),
)
const someone = fc.record({ assistant: anyOf(...people), slot: fc.nat(2) })
const moves: fc.Arbitrary<Move>[] = [
  move('AnswerOffer', fc.record({ task, party, answer: anyOf('accept', 'accept', 'decline') })),
  move('TakeStep', fc.record({ task, party, to: anyOf('en-route', 'on-scene', 'complete') })),
  move('StandDown', fc.record({ task, party })),
  move('UndoStep', fc.record({ task, party })),
  move('RecallTask', fc.record({ task })),
  move('ReplaceUnit', fc.record({ task, unit: anyOf(...units) })),
  move('OfferSlot', fc.record({ task, assistant: anyOf(...people), slot: fc.nat(2) })),
  move('MoveMember', fc.record({ from: task, to: task, assistant: anyOf(...people), slot: fc.nat(2) })),
  move(
    'SendTask',
    fc.record({
      operation: fc.constant('op'),
      place: anyOf(...places),
      unit: anyOf(...units),
      members: fc.uniqueArray(someone, { maxLength: 3, selector: ({ assistant }) => assistant }),
    }),
  ),
  move('BookOn', fc.record({ who })),
  move('BookOff', fc.record({ who })),
  move('ExtendShift', fc.record({ who, to: fc.integer({ min: noon, max: noon + 700 * MINUTE }) })),
  move('ReportLeaving', fc.record({ unit: anyOf(...units) })),
  move('ReportBack', fc.record({ unit: anyOf(...units) })),
  move('SuspendAssistant', fc.record({ assistant: anyOf(...people), reason: fc.constant('check') })),
  move('ReinstateAssistant', fc.record({ assistant: anyOf(...people) })),
  move('OwnAlarm', fc.record({ alarm: anyOf('id-1', 'id-2', 'id-3', 'id-5', 'id-8') })),
  move('RemovePlace', fc.record({ place: anyOf(...places) })),
  move('CloseOperation', fc.record({ operation: fc.constant('op'), outcome: fc.constant('done') })),
]

test('DUE-7 whatever happens, the deadlines kept from event to event are those of a board rebuilt from the log', () => {
  const past = [
    account('officer', 'duty-officer'),
    ...units.flatMap((id) => [registeredUnit(id), onShift('unit', id)]),
    ...people.flatMap((id) => duty(id, noon + 380 * MINUTE)),
    ...operation('event-security', { minimum: 2 }),
    planned('post2', { minimum: 1, letter: 'B' }),
    sent(['a1', 'a2']),
  ]
  let events = 0
  fc.assert(
    fc.property(fc.array(fc.oneof(...moves), { maxLength: 40 }), (steps) => {
      const desk = pureDesk(past)
      for (const { type, body, wait } of steps) {
        desk.advance(desk.now + wait)
        desk.give(type, body as Body<typeof type> as never)
      }
      events += desk.log.length - past.length
      const rebuilt = emptyBoard()
      for (const event of desk.log) fold(rebuilt, event)
      const wanted = [...deadlinesOf(rebuilt, 'all')].filter(([, deadlines]) => deadlines.length > 0)
      const sorted = (entries: Iterable<[Key, Deadline[]]>) =>
        [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
      expect(sorted(desk.due)).toEqual(sorted(wanted))
    }),
    { numRuns: 100 },
  )
  // The moves must not all have been refused.
  expect(events).toBeGreaterThan(1000)
})
