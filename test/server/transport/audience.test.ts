import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveBoard } from '../../../server/pipeline/live-board.ts'
import { type Listener, makePush, type Push } from '../../../server/transport/push.ts'
import { maySee } from '../../../shared/auth/may-see.ts'
import type { Viewer } from '../../../shared/auth/viewer.ts'
import { type Board, emptyBoard } from '../../../shared/board/board.ts'
import type { Body, CommandType } from '../../../shared/board/commands.ts'
import { prune } from '../../../shared/board/prune.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { entityKinds, entityOf, type Key, key } from '../../../shared/kernel/ids.ts'
import { applyEnvelope, put } from '../../../shared/wire/apply-envelope.ts'
import type { EntitySnapshot, EventsEnvelope } from '../../../shared/wire/events.ts'
import { unpackBoard } from '../../../shared/wire/whole-board.ts'
import {
  bookedOn,
  centre,
  imported,
  opened,
  planned,
  plannedPlace,
  registered,
} from '../../kit/dispatch-past.ts'
import { type GivenFact, MINUTE, officer } from '../../kit/given-when-then.ts'
import { account } from '../../kit/past.ts'
import { type PureDesk, pureDesk } from '../../kit/pure-desk.ts'

const inRegion = (fact: GivenFact, region: string): GivenFact => ({
  ...fact,
  data: { ...(fact.data as object), region },
})
const people = ['a0', 'a1', 'a2', 'a3', 'a4']
const units = ['u0', 'u1', 'u2']
/** One operation in each of two districts, people of both, of the city, and of another city. */
const past = [
  account('officer', 'duty-officer'),
  account('second', 'supervisor'),
  ...['almaty', 'almaty/medeu', 'almaty/medeu', 'almaty/alatau', 'astana'].map((region, n) =>
    inRegion(imported(`a${n}`), region),
  ),
  ...['almaty', 'almaty/medeu', 'almaty/alatau'].map((region, n) => inRegion(registered(`u${n}`), region)),
  ...people.map((id) => bookedOn('assistant', id)),
  ...units.map((id) => bookedOn('unit', id)),
  opened('op', { region: 'almaty/medeu' }),
  opened('op2', { region: 'almaty/alatau', number: 1188 }),
  planned('p0', 'op'),
  planned('p1', 'op'),
  planned('p2', 'op2'),
]

const staff = (role: Extract<Viewer, { kind: 'staff' }>['grants'][number]['role'], ...regions: string[]) =>
  ({ kind: 'staff', account: role, police: true, grants: [{ role, regions, operations: [] }] }) as Viewer
const viewers: Viewer[] = [
  staff('duty-officer', 'almaty'),
  staff('duty-officer', 'almaty/medeu'),
  staff('supervisor', 'astana'),
  staff('registrar', 'almaty'),
  staff('auditor', 'almaty/alatau'),
  staff('administrator'),
  {
    kind: 'staff',
    account: 'guest',
    police: false,
    grants: [{ role: 'event-coordinator', regions: [], operations: ['op'] }],
  },
  // A second desk with equal rights, which may be given the board that was packed for the first.
  staff('duty-officer', 'almaty'),
  {
    kind: 'staff',
    account: 'guest-2',
    police: false,
    grants: [{ role: 'event-coordinator', regions: [], operations: ['op'] }],
  },
  ...people.map((id) => ({ kind: 'assistant', id, device: `phone-${id}` }) as const),
  ...units.map((id) => ({ kind: 'unit', id, device: `phone-${id}` }) as const),
]

const { id: _, ...newPlace } = plannedPlace('x', 'op')

/** A desk or phone: its own board, folded from nothing but what was pushed to it. */
interface Follower {
  listener: Listener
  board: Board
  epoch: string
  envelopes: EventsEnvelope[]
  whole: EntitySnapshot[]
}

async function follow(push: Push, viewer: Viewer): Promise<Follower> {
  const follower: Follower = {
    board: emptyBoard(),
    epoch: '',
    envelopes: [],
    whole: [],
    listener: {
      viewer,
      events(envelope) {
        follower.envelopes.push(envelope)
        applyEnvelope(follower.board, envelope)
      },
      close() {},
    },
  }
  await join(push, follower)
  return follower
}

async function join(push: Push, follower: Follower): Promise<void> {
  const { fresh, epoch, whole, events } = push.join(follower.listener, follower.board.seq, follower.epoch)
  if (fresh) follower.board = emptyBoard()
  follower.epoch = epoch
  if (whole) follower.whole = await unpackBoard(new Uint8Array(whole))
  for (const snapshot of follower.whole) put(follower.board, snapshot)
  follower.envelopes.push(events)
  applyEnvelope(follower.board, events)
}

const visible = (board: Board, viewer: Viewer) => {
  const keys = new Set<Key>()
  for (const kind of entityKinds)
    for (const id of board[kind].keys()) if (maySee(board, viewer, kind, id)) keys.add(key(kind, id))
  return keys
}
const entities = (board: Board, keys: Iterable<Key>) =>
  Object.fromEntries(
    [...keys].sort().map((of) => {
      const { kind, id } = entityOf(of) as NonNullable<ReturnType<typeof entityOf>>
      return [of, board[kind].get(id)]
    }),
  )
const allOf = (board: Board) =>
  entityKinds.flatMap((kind) => [...board[kind].keys()].map((id) => key(kind, id)))

const draw = fc.record({
  what: fc.noBias(fc.nat(130)),
  person: fc.nat(people.length - 1),
  unit: fc.nat(units.length - 1),
  place: fc.nat(2),
  pick: fc.noBias(fc.nat(7)),
  minutes: fc.oneof(
    { weight: 60, arbitrary: fc.nat(1) },
    { weight: 1, arbitrary: fc.constantFrom(60, 2000) },
  ),
  /** Whether what was done so far is pushed now or in one batch with what follows; and who is cut. */
  waits: fc.boolean(),
  cut: fc.nat(30),
})
type Draw = typeof draw extends fc.Arbitrary<infer Drawn> ? Drawn : never

const nth = <T>(of: Iterable<T>, n: number): T | undefined => {
  const all = [...of]
  return all[n % Math.max(1, all.length)]
}

/** One command of ordinary work, whether it may be given or not: a refusal changes nothing. */
function act(desk: PureDesk, d: Draw): void {
  const { board } = desk
  const person = `a${d.person}`
  const unit = `u${d.unit}`
  const open = [...board.task.values()].filter(({ endedAt }) => endedAt === null)
  const task = nth(open, d.pick)
  const id = task?.id ?? 'none'
  const member = task && nth(task.members, d.person)
  const party = d.pick % 3 === 0 || !member ? { unit: task?.unit ?? unit } : { assistant: member.assistant }
  const alarm = nth(board.alarm.keys(), d.pick) ?? 'none'
  const incident = nth(board.incident.keys(), d.pick) ?? 'none'
  const message = nth(board.message.values(), d.pick)
  const operation = d.place === 2 ? 'op2' : 'op'
  const give = <Type extends CommandType>(type: Type, body: Body<Type>, by = officer) =>
    void desk.give(type, body, by)
  const choices: [number, () => void][] = [
    [
      22,
      () =>
        give('SendTask', {
          ...{ operation, place: `p${d.place}`, unit },
          members: [{ assistant: person, slot: 0 }],
          reserve: [`a${(d.person + 1) % 5}`],
        }),
    ],
    [14, () => give('AnswerOffer', { task: id, party, answer: d.pick === 7 ? 'decline' : 'accept' })],
    [14, () => give('TakeStep', { task: id, party, to: d.pick % 2 ? 'en-route' : 'on-scene' })],
    [6, () => give('OfferSlot', { task: id, assistant: person, slot: 1 })],
    [
      8,
      () =>
        give('MoveMember', {
          from: board.assistant.get(person)?.task ?? '',
          to: id,
          assistant: person,
          slot: 1,
        }),
    ],
    [5, () => give('ReplaceUnit', { task: id, unit })],
    [3, () => give('StandDown', { task: id, party })],
    [2, () => give('RecallTask', { task: id })],
    [3, () => give('ReportLeaving', { unit })],
    [2, () => give('ReportBack', { unit })],
    [5, () => give('CallForHelp', { pressedAt: desk.now, fix: null }, { kind: 'assistant', id: person })],
    [3, () => give('OwnAlarm', { alarm })],
    [3, () => give('ResolveAlarm', { alarm, reason: 'handled' })],
    [
      3,
      () =>
        give('ReportIncident', { kind: 'other', region: 'almaty/medeu', at: centre, place: 'x', words: 'y' }),
    ],
    [3, () => give('JoinIncident', { incident, operation })],
    [6, () => give('SendMessage', { kind: 'text', operation, task: d.pick % 2 ? null : id, text: 'x' })],
    [
      4,
      () =>
        message &&
        give('SeeMessage', { message: message.id, who: { kind: 'assistant', id: person }, state: 'read' }),
    ],
    [
      1,
      () => give('AddNote', { operation: d.pick % 2 ? operation : null, region: 'almaty/medeu', note: 'x' }),
    ],
    [1, () => give('PlanPlace', { ...newPlace, operation })],
    [1, () => give('CloseOperation', { operation, outcome: 'done' })],
    [1, () => give('SuspendAssistant', { assistant: person, reason: 'check' })],
    [1, () => give('OfferHandover', { region: 'almaty/medeu' })],
    [
      1,
      () =>
        give(
          'SignHandover',
          { handover: nth(board.handover.keys(), d.pick) ?? '' },
          { kind: 'staff', id: 'second' },
        ),
    ],
    [1, () => give('BookOff', { who: { kind: 'assistant', id: person } })],
    [1, () => give('BookOn', { who: { kind: 'assistant', id: person } })],
    [
      1,
      () =>
        give('EnrolDevice', {
          device: `d${d.pick}`,
          holder: { kind: 'assistant', id: person },
          via: 'tracker',
        }),
    ],
    [1, () => give('RevokeDevice', { device: `d${d.pick}` })],
  ]
  let at = d.what % choices.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, choice] of choices) {
    at -= weight
    if (at >= 0) continue
    choice()
    return
  }
}

async function run(steps: Draw[]): Promise<void> {
  const desk = pureDesk(past)
  const { board, log } = desk
  const heard = new Set<(events: LoggedEvent[]) => void>()
  const live: LiveBoard = {
    board,
    recent: log,
    onEvents(listener) {
      heard.add(listener)
      return () => heard.delete(listener)
    },
    folded: async () => {},
    stop() {},
  }
  const push = makePush(live, 'store')
  const followers = await Promise.all(viewers.map((viewer) => follow(push, viewer)))
  let pushed = board.seq
  let before = viewers.map((viewer) => visible(board, viewer))

  const check = (sent: Set<Key>[]) => {
    const after = viewers.map((viewer) => visible(board, viewer))
    for (const [n, follower] of followers.entries()) {
      const may = after[n] as Set<Key>
      const might = new Set([...may, ...(before[n] as Set<Key>), ...(sent[n] as Set<Key>)])
      for (const { kind, entity } of follower.whole.splice(0))
        expect(might.has(key(kind, entity.id)), kind).toBe(true)
      for (const envelope of follower.envelopes.splice(0)) {
        for (const event of envelope.events)
          for (const of of event.keys.filter(entityOf))
            if (!might.has(of)) expect(event.type).toBe(`seen, ${of}`)
        for (const { kind, entity } of envelope.appear)
          expect(might.has(key(kind, entity.id)), kind).toBe(true)
      }
      const [has, should] = [entities(follower.board, allOf(follower.board)), entities(board, may)]
      if (!isDeepStrictEqual(has, should)) expect(has).toEqual(should)
    }
    before = after
  }

  for (const step of steps) {
    const { cut } = step
    const away = followers[cut]
    if (away) push.leave(away.listener)
    act(desk, step)
    desk.advance(desk.now + step.minutes * MINUTE)
    if (!away && step.waits) continue
    const events = log.slice(pushed)
    pushed = board.seq
    if (events.length > 0) for (const listener of heard) listener(events)
    const sent = viewers.map((viewer) => visible(board, viewer))
    const gone = prune(board, desk.now)
    if (gone.length > 0) push.forget(gone)
    // Some come back with nothing, as a page that is loaded again.
    if (away && step.pick % 2) away.epoch = ''
    if (away) await join(push, away)
    check(sent)
  }
}

test('PUSH-1 a viewer’s board, folded from what was pushed, holds exactly what it may see, and nothing else was sent', async () => {
  await run([])
  await fc.assert(fc.asyncProperty(fc.array(draw, { minLength: 20, maxLength: 60, size: 'max' }), run), {
    numRuns: 25,
  })
})
