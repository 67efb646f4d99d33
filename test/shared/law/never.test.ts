import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Board } from '../../../shared/board/board.ts'
import { emptyBoard } from '../../../shared/board/board.ts'
import type { Body, CommandType } from '../../../shared/board/commands.ts'
import { fold } from '../../../shared/board/fold.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Id, Millis } from '../../../shared/kernel/ids.ts'
import { onDuty } from '../../../shared/shifts/types.ts'
import { MINUTE, noon } from '../../kit/given-when-then.ts'
import { account, onShift, operation, planned, registered, registeredUnit } from '../../kit/past.ts'
import { type PureDesk, pureDesk } from '../../kit/pure-desk.ts'

const units = ['u1', 'u2']
const people = ['a1', 'a2', 'a3']

/** One try of anybody at anything: what is not lawful is refused and leaves nothing behind. */
const tries = fc.record({
  what: fc.constantFrom(
    ...(['send', 'send', 'accept', 'accept', 'accept', 'go', 'go', 'arrive', 'arrive', 'arrive'] as const),
    ...([
      'understand',
      'understand',
      'offer',
      'move',
      'replace',
      'hold',
      'resume',
      'undo',
      'complete',
    ] as const),
    ...(['stand-down', 'recall', 'leave', 'back', 'on', 'off', 'extend', 'suspend', 'end', 'wait'] as const),
  ),
  unit: fc.constantFrom(...units),
  person: fc.constantFrom(...people),
  place: fc.constantFrom('post', 'gate'),
  asUnit: fc.boolean(),
  task: fc.nat({ max: 5 }),
  minutes: fc.constantFrom(1, 2, 30, 90),
})
type Try = typeof tries extends fc.Arbitrary<infer One> ? One : never

function take(desk: PureDesk, one: Try) {
  const tasks = [...desk.board.task.values()].filter(({ endedAt }) => endedAt === null)
  const task = tasks[one.task % Math.max(1, tasks.length)]
  const id = task?.id ?? 'none'
  const other = tasks.find((another) => another.id !== id)?.id ?? 'none'
  const members = task?.members.map(({ assistant }) => assistant) ?? []
  const assistant = members[one.minutes % Math.max(1, members.length)] ?? one.person
  const party = one.asUnit && task ? { unit: task.unit } : { assistant }
  const who = one.asUnit
    ? { kind: 'unit' as const, id: one.unit }
    : { kind: 'assistant' as const, id: one.person }
  const give = <Type extends CommandType>(type: Type, body: Body<Type>) => desk.give(type, body)
  const version = task?.orders.at(-1)?.version ?? 1
  switch (one.what) {
    case 'send': {
      const chosen = people.slice(one.task % 2, 2 + (one.minutes % 2))
      return give('SendTask', {
        ...{ operation: 'op', place: one.place, unit: one.unit },
        members: chosen.map((each, slot) => ({ assistant: each, slot })),
        reserve: [],
      })
    }
    case 'accept':
      return give('AnswerOffer', { task: id, party, answer: 'accept' })
    case 'go':
      return give('TakeStep', { task: id, party, to: 'en-route' })
    case 'arrive':
      return give('TakeStep', { task: id, party, to: 'on-scene' })
    case 'complete':
      return give('TakeStep', { task: id, party, to: 'complete' })
    case 'understand':
      return give('SeeOrder', { task: id, party: { assistant }, version, state: 'understood' })
    case 'offer':
      return give('OfferSlot', { task: id, assistant: one.person, slot: 2 })
    case 'move':
      return give('MoveMember', { from: id, to: other, assistant, slot: 2 })
    case 'replace':
      return give('ReplaceUnit', { task: id, unit: one.unit })
    case 'hold':
      return give('HoldMember', { task: id, assistant, rule: 'desk' })
    case 'resume':
      return give('ResumeMember', { task: id, assistant })
    case 'undo':
      return give('UndoStep', { task: id, party })
    case 'stand-down':
      return give('StandDown', { task: id, party })
    case 'recall':
      return give('RecallTask', { task: id })
    case 'leave':
      return give('ReportLeaving', { unit: one.unit })
    case 'back':
      return give('ReportBack', { unit: one.unit })
    case 'on':
      return give('BookOn', { who, to: desk.now + one.minutes * MINUTE })
    case 'off':
      return give('BookOff', { who })
    case 'extend':
      return give('ExtendShift', { who, to: desk.now + one.minutes * MINUTE })
    case 'suspend':
      return desk.give('SuspendAssistant', { assistant: one.person, reason: 'check' } as never)
    case 'end':
      return desk.give('EndAssistant', { assistant: one.person, reason: 'T1', trigger: 'T1' } as never)
    case 'wait':
      return desk.advance(desk.now + one.minutes * MINUTE)
  }
}

/** Members that act: on scene, in a task that has not ended. */
function acting(board: Board): { assistant: Id; task: Id; unit: Id }[] {
  return [...board.task.values()]
    .filter(({ endedAt }) => endedAt === null)
    .flatMap(({ id, unit, members }) =>
      members
        .filter(({ step }) => step === 'on-scene')
        .map(({ assistant }) => ({ assistant, task: id, unit })),
    )
}

/** A team that is at work already, in order to get beyond it; `left` steps of the way are left out. */
function begin(desk: PureDesk, left: number) {
  const unit = { unit: 'u1' }
  const way: (() => unknown)[] = [
    () =>
      desk.give('SendTask', {
        ...{ operation: 'op', place: 'post', unit: 'u1', reserve: [] },
        members: ['a1', 'a2'].map((assistant, slot) => ({ assistant, slot })),
      }),
    ...[unit, { assistant: 'a1' }, { assistant: 'a2' }].flatMap((party) => [
      () => desk.give('AnswerOffer', { task: first(desk), party, answer: 'accept' }),
      () => desk.give('SeeOrder', { task: first(desk), party, version: 1, state: 'understood' }),
      () => desk.give('TakeStep', { task: first(desk), party, to: 'on-scene' }),
    ]),
  ]
  for (const step of way.slice(0, way.length - left)) step()
}
const first = (desk: PureDesk) => [...desk.board.task.keys()][0] ?? 'none'

/** What is against the law in this prefix of the log. A shift that runs out is the officer's to settle, by an alarm (D5). */
function wrongs(board: Board, now: Millis): string[] {
  const here = acting(board)
  return here.flatMap(({ assistant, task, unit: led }) => {
    const unit = board.unit.get(led)
    const link = board.task.get(task)?.unitLink.step
    const person = board.assistant.get(assistant)
    const overrun = [...board.alarm.values()].some(
      ({ kind, subject, resolved }) =>
        kind === 'shift-overrun' && subject.id === assistant && resolved === null,
    )
    return [
      ...(unit && onDuty(unit.shift, now) && !unit.leaving
        ? []
        : [`${assistant} acts, ${led} is not on duty (D3, D11)`]),
      ...(link && ['on-scene', 'en-route', 'accepted', 'hold'].includes(link)
        ? []
        : [`${led} is ${link} (D3)`]),
      ...(person?.status === 'ACTIVE' ? [] : [`${assistant} is ${person?.status} (D1)`]),
      ...(onDuty(person?.shift ?? null, now) || overrun
        ? []
        : [`${assistant} is off duty without an alarm (D5)`]),
      ...(here.filter((one) => one.assistant === assistant).length === 1
        ? []
        : [`${assistant} acts twice (D8)`]),
      ...(person?.task === task ? [] : [`${assistant} is booked elsewhere (D8)`]),
    ]
  })
}

/** What follows from an event stands in the log with its instant: a prefix is looked at where an instant ends. */
const endsInstant = (log: LoggedEvent[], at: number) => log[at + 1]?.at !== log[at]?.at

const past = [
  account('officer', 'duty-officer'),
  ...units.flatMap((id) => [registeredUnit(id), onShift('unit', id, noon + 200 * MINUTE)]),
  ...people.flatMap((id) => [registered(id), onShift('assistant', id, noon + 360 * MINUTE)]),
  ...operation(),
  planned('gate', { letter: 'B' }),
]

test('LAW-1 D1 D3 D5 D8 D11: no prefix of any log holds an assistant who acts without a police unit, outside a window, or twice', () => {
  let acted = 0
  fc.assert(
    fc.property(fc.array(tries, { minLength: 10, maxLength: 40 }), fc.nat({ max: 9 }), (all, left) => {
      const desk = pureDesk(past)
      begin(desk, left)
      for (const one of all) {
        take(desk, one)
        // Every try at an instant of its own, so that each prefix between two tries is looked at.
        desk.advance(desk.now + 1000)
      }
      const board = emptyBoard()
      desk.log.forEach((event, at) => {
        fold(board, event)
        if (!endsInstant(desk.log, at)) return
        acted += acting(board).length
        expect(wrongs(board, event.at), `after #${event.seq} ${event.type}`).toEqual([])
      })
    }),
    { numRuns: 1500 },
  )
  expect(acted).toBeGreaterThan(1000)
})
