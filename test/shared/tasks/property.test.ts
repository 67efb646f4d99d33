import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Board } from '../../../shared/board/board.ts'
import type { Body, CommandType } from '../../../shared/board/commands.ts'
import { deciders } from '../../../shared/board/deciders.ts'
import type { DecisionContext } from '../../../shared/kernel/decider.ts'
import type { Fact } from '../../../shared/kernel/event.ts'
import type { Millis } from '../../../shared/kernel/ids.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import { isBound, isLive } from '../../../shared/tasks/links.ts'
import { opened, people, planned, units } from '../../kit/dispatch-past.ts'
import { foldFact, given, noon, officer } from '../../kit/given-when-then.ts'

const start = given(
  opened('op', { autoRefill: true }),
  opened('op2'),
  planned('p0', 'op'),
  planned('p1', 'op', { slots: [{}, {}, {}] }),
  planned('p2', 'op2'),
  ...units('u0', 'u1', 'u2'),
  ...people('a0', 'a1', 'a2', 'a3', 'a4'),
).board

/** Numbers from which a command is made on the board as it then stands. */
const draw = fc.record({
  what: fc.nat(199),
  person: fc.nat(4),
  unit: fc.nat(2),
  place: fc.nat(2),
  task: fc.nat(9),
  other: fc.nat(9),
  slot: fc.nat(2),
  police: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  after: fc.oneof({ weight: 30, arbitrary: fc.nat(8000) }, { weight: 1, arbitrary: fc.nat(2_000_000) }),
})
const long = fc.array(draw, { minLength: 10, maxLength: 100, size: 'max' })
type Draw = typeof draw extends fc.Arbitrary<infer Drawn> ? Drawn : never
interface Given {
  type: CommandType
  body: Body<CommandType>
}

const command = <Type extends CommandType>(type: Type, body: Body<Type>): Given => ({ type, body })

/** Steps of ordinary work stand in here often, rare ones once. */
const makers: ((board: Board, drawn: Draw) => Given)[] = [
  ...times(8, (_, d) => {
    const members = [
      { assistant: `a${d.person}`, slot: 0 },
      { assistant: `a${(d.person + 1) % 5}`, slot: 1 },
    ]
    const reserve = [`a${(d.person + 2) % 5}`, `a${(d.person + 3) % 5}`]
    const operation = d.place === 2 ? 'op2' : 'op'
    return command('SendTask', { operation, place: `p${d.place}`, unit: `u${d.unit}`, members, reserve })
  }),
  ...times(4, (board, d) => command('ApproveTask', { task: task(board, d.task) })),
  (board, d) => command('RefuseTask', { task: task(board, d.task) }),
  ...times(20, (board, d) => command('AnswerOffer', { ...link(board, d), answer: 'accept' })),
  ...times(2, (board, d) => command('AnswerOffer', { ...link(board, d), answer: 'decline' })),
  ...times(2, (board, d) => command('ExpireOffer', { ...link(board, d), n: 1 + (d.other % 3) })),
  ...times(10, (board, d) => command('TakeStep', { ...link(board, d), to: 'en-route' })),
  ...times(12, (board, d) => command('TakeStep', { ...link(board, d), to: 'on-scene' })),
  (board, d) => command('TakeStep', { ...link(board, d), to: 'complete' }),
  ...times(4, (board, d) => command('UndoStep', link(board, d))),
  (board, d) => command('StandDown', link(board, d)),
  (board, d) => command('RecallTask', { task: task(board, d.task) }),
  ...times(6, (board, d) =>
    command('OfferSlot', { task: task(board, d.task), assistant: `a${d.person}`, slot: d.slot }),
  ),
  ...times(10, (board, d) =>
    command('MoveMember', {
      from: board.assistant.get(`a${d.person}`)?.task ?? 'none',
      to: task(board, d.other),
      assistant: `a${d.person}`,
      slot: d.slot,
    }),
  ),
  ...times(2, (board, d) => command('ReplaceUnit', { task: task(board, d.task), unit: `u${d.unit}` })),
  (board, d) => command('CheckInPost', { task: task(board, d.task), present: [`a${d.person}`] }),
  (board, d) =>
    command('HoldMember', {
      task: task(board, d.task),
      assistant: `a${d.person}`,
      rule: d.slot ? 'desk' : 'D11',
    }),
  ...times(4, (board, d) =>
    command('ResumeMember', { task: task(board, d.task), assistant: `a${d.person}` }),
  ),
  (_, d) => command('ReportLeaving', { unit: `u${d.unit}` }),
  ...times(4, (_, d) => command('ReportBack', { unit: `u${d.unit}` })),
  (_, d) => command('BookOff', { who: { kind: 'assistant', id: `a${d.person}` } }),
  ...times(4, (_, d) => command('BookOn', { who: { kind: 'assistant', id: `a${d.person}` } })),
  (_, d) => command('BookOff', { who: { kind: 'unit', id: `u${d.unit}` } }),
  ...times(4, (_, d) => command('BookOn', { who: { kind: 'unit', id: `u${d.unit}` } })),
  (_, d) => command('SuspendAssistant', { assistant: `a${d.person}`, reason: 'check' }),
  ...times(4, (_, d) => command('ReinstateAssistant', { assistant: `a${d.person}` })),
  (_, d) =>
    command('ChangeOperation', { operation: 'op', window: { from: noon, to: noon + HOUR * (2 + d.slot) } }),
  (_, d) =>
    command('CloseOperation', {
      operation: d.task === d.other ? 'op2' : 'none',
      outcome: d.slot ? 'done' : 'aborted',
    }),
]

function times(n: number, make: (board: Board, drawn: Draw) => Given) {
  return Array.from({ length: n }, () => make)
}

/** One that runs, where there is one; now and then any. */
function task(board: Board, n: number): string {
  const running = [...board.task.values()].filter(({ endedAt }) => endedAt === null)
  const from = n === 9 || running.length === 0 ? [...board.task.values()] : running
  return from[n % Math.max(1, from.length)]?.id ?? 'none'
}

/** One end of a task. */
function link(board: Board, d: Draw) {
  const id = task(board, d.task)
  const found = board.task.get(id)
  const parties = [
    { unit: found?.unit ?? 'u0' },
    ...(found?.members ?? []).map(({ assistant }) => ({ assistant })),
  ]
  return { task: id, party: parties[d.other % parties.length] ?? { unit: 'u0' } }
}

function decide(board: Board, { type, body }: Given, ctx: DecisionContext): Fact[] {
  const decision = deciders[type].decide(board, body as never, ctx)
  const facts = isRefusal(decision) ? [] : decision.facts
  const involved = involves(board, { type, body })
  const changed = facts.flatMap(({ keys }) => keys).filter((key) => board.moved.has(key))
  expect(
    changed.filter((key) => !involved.includes(key)),
    `${type} changes what it does not involve`,
  ).toEqual([])
  return facts
}

function involves(board: Board, { type, body }: Given): string[] {
  return deciders[type].involves(body as never, board, officer)
}

function sound(board: Board): void {
  const booked = new Map<string, string>()
  for (const { id, endedAt, unit, unitLink, members } of board.task.values()) {
    if (endedAt !== null) {
      const requestOnly = board.task.get(id)?.orders.length === 0
      if (!requestOnly) expect([unitLink, ...members].filter(isLive)).toEqual([])
      continue
    }
    if (isLive(unitLink)) claim(unit)
    const live = members.filter(isLive)
    for (const { assistant } of live) claim(assistant)
    expect(new Set(live.map(({ slot }) => slot)).size, 'one person per slot').toBe(live.length)
    const acting = live.filter((member) => isBound(member) && member.step !== 'hold')
    if (acting.length > 0) expect(isLive(unitLink), 'acting without a police unit').toBe(true)

    function claim(carrier: string): void {
      expect(booked.get(carrier), `${carrier} in two tasks`).toBe(undefined)
      booked.set(carrier, id)
    }
  }
  for (const kind of ['assistant', 'unit'] as const)
    for (const { id, task } of board[kind].values())
      expect(task, `the task of ${id}`).toBe(booked.get(id) ?? null)
}

function play(drawn: Draw[], step: (board: Board, made: Given, ctx: DecisionContext, d: Draw) => void): void {
  const board = structuredClone(start)
  let now: Millis = noon
  let ids = 0
  for (const d of drawn) {
    now += d.after
    const made = makers[d.what % makers.length]?.(board, d)
    const by = d.police ? officer : { kind: 'staff' as const, id: 'coordinator' }
    const newId = () => `new-${++ids}`
    const ctx = { now, by, police: d.police, newId, digest: () => '' }
    if (made) step(board, made, ctx, d)
    sound(board)
  }
}

const append = (board: Board, facts: Fact[], { now, by }: DecisionContext): void => {
  for (const fact of facts) foldFact(board, fact, now, by)
}

test('TASK-24 whatever is commanded, at every event nobody is in two tasks and nobody acts without a police unit', () => {
  fc.assert(
    fc.property(long, (drawn) => {
      play(drawn, (board, made, ctx) => {
        for (const fact of decide(board, made, ctx)) {
          append(board, [fact], ctx)
          sound(board)
        }
      })
    }),
    { numRuns: 200 },
  )
})

test('TASK-25 the same command again decides nothing new', () => {
  fc.assert(
    fc.property(long, (drawn) => {
      play(drawn, (board, made, ctx) => {
        append(board, decide(board, made, ctx), ctx)
        expect(decide(board, made, ctx), `${made.type} again`).toEqual([])
      })
    }),
    { numRuns: 100 },
  )
})

test('TASK-26 of two commands decided at once the second is overtaken wherever both together would break a rule', () => {
  fc.assert(
    fc.property(long, (drawn) => {
      play(drawn, (board, made, ctx, d) => {
        const alike = { ...d, unit: (d.unit + 1) % 3, place: (d.place + 1) % 3, task: (d.task + 1) % 9 }
        const rival = makers[(d.other < 5 ? d.what : d.what * 7 + d.other) % makers.length]?.(board, alike)
        const late = rival && { facts: decide(board, rival, ctx), keys: involves(board, rival) }
        const facts = decide(board, made, ctx)
        append(board, facts, ctx)
        const moved = new Set<string>(facts.flatMap(({ keys }) => keys))
        if (late && !late.keys.some((key) => moved.has(key))) append(board, late.facts, ctx)
      })
    }),
    { numRuns: 200 },
  )
})
