import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type NodeProcess, startNode } from '../kit/node-process.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

/** Of the twenty offers, so many are due while node A is down. */
const due = 4
const offers = 20
const perimeter = [
  { lat: 43.2, lng: 76.85 },
  { lat: 43.2, lng: 76.95 },
  { lat: 43.28, lng: 76.95 },
  { lat: 43.28, lng: 76.85 },
]
const at = { lat: 43.24, lng: 76.9 }

let redis: TestRedis
let a: NodeProcess
let b: NodeProcess
/** A third node in this process makes the accounts, and sends some offers by a clock that is late. */
let late: Served
const open: Connected[] = []

async function join(address: string, as: Parameters<typeof connect>[1]) {
  const connection = await connect(address, as)
  open.push(connection)
  return connection
}

beforeAll(async () => {
  redis = await startRedis()
  const env = {
    REDIS_URL: redis.url,
    SERIK_VAULT_KEY: randomBytes(32).toString('base64'),
    SERIK_REHEARSAL: 'off',
  }
  const lateBy = 80_000
  late = await serve(env, { ...systemClock, now: () => systemClock.now() - lateBy })
  ;[a, b] = await Promise.all([startNode(env), startNode(env)])
})

afterAll(async () => {
  for (const connection of open) connection.close()
  await late?.stop()
  await Promise.all([a?.end('SIGKILL'), b?.end('SIGKILL')])
  await redis?.stop()
})

test('NODE-1 two nodes are one: with 20 offers open one is killed, none is lost or doubled, one that is due fires once', async () => {
  const grants = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]
  const [first, second] = [await staff(late, grants), await staff(late, grants)]
  const unitsOf = Array.from({ length: offers }, () => carrier(late, 'unit'))
  const peopleOf = Array.from({ length: offers }, () => carrier(late, 'assistant'))
  const units = await Promise.all(unitsOf)
  const people = await Promise.all(peopleOf)

  const deskA = await join(a.address, first)
  const deskB = await join(b.address, second)
  const phones = await Promise.all(people.map((person, n) => join(n % 2 ? a.address : b.address, person)))
  for (const [n, phone] of phones.entries())
    expect(await phone.give('BookOn', { who: { kind: 'assistant', id: people[n]?.id ?? '' } })).toMatchObject(
      { ok: true },
    )
  for (const unit of units)
    expect(await deskB.give('BookOn', { who: { kind: 'unit', id: unit.id } })).toMatchObject({ ok: true })

  const now = Date.now()
  const opened = await deskA.give('OpenOperation', {
    kind: 'patrol',
    title: 'Two nodes',
    region: 'almaty/bostandyq',
    window: { from: now, to: now + 3_600_000 },
    perimeter,
    places: units.map((_, n) => ({
      kind: 'beat' as const,
      letter: String(n + 1),
      name: `Beat ${n + 1}`,
      meeting: { at, time: null },
      ring: null,
      slots: [{}],
      minimum: 0,
      poa: null,
    })),
  })
  expect(opened).toMatchObject({ ok: true })
  const { operation } = (opened as { result: { operation: string } }).result
  await deskB.until('the places on the other node', () => deskB.board.place.size === offers)
  const places = [...deskB.board.place.values()].filter((place) => place.operation === operation)

  const lateDesk = await join(late.address, await staff(late, grants))
  await lateDesk.until('the places on the late node', () => lateDesk.board.place.size === offers)
  const tasks: string[] = []
  for (const [n, place] of places.entries()) {
    const by = n < due ? lateDesk : n % 2 ? deskA : deskB
    const sent = await by.give('SendTask', {
      operation,
      place: place.id,
      unit: units[n]?.id ?? '',
      members: [{ assistant: people[n]?.id ?? '', slot: 0 }],
    })
    expect(sent).toMatchObject({ ok: true })
    const { task } = (sent as { result: { task: string } }).result
    const party = { unit: units[n]?.id ?? '' }
    expect(await by.give('AnswerOffer', { task, party, answer: 'accept' })).toMatchObject({ ok: true })
    tasks.push(task)
  }
  await deskB.until('all offers on the other node', () => deskB.board.task.size === offers)
  expect(deskA.board.task.size).toBe(offers)

  expect(await a.end('SIGKILL')).toBe('SIGKILL')
  const movedDesk = await join(b.address, first)
  expect(movedDesk.board.task.size).toBe(offers)
  const moved = await Promise.all(people.map((person, n) => (n % 2 ? join(b.address, person) : phones[n])))

  const dueTasks = tasks.slice(0, due)
  await movedDesk.until(
    'the offers that are due have run out',
    () =>
      dueTasks.every((task) =>
        movedDesk.board.task.get(task)?.members.every(({ step }) => step === 'expired'),
      ),
    30_000,
  )
  for (const [n, phone] of moved.entries()) {
    if (n < due) continue
    const party = { assistant: people[n]?.id ?? '' }
    const answer = await phone?.give('AnswerOffer', { task: tasks[n] ?? '', party, answer: 'accept' })
    expect(answer).toMatchObject({ ok: true })
  }
  await deskB.until('everybody else has accepted', () =>
    tasks.slice(due).every((task) => deskB.board.task.get(task)?.members[0]?.step === 'accepted'),
  )

  const events = await late.app.stores.log.read(0, 10_000)
  const steps = events
    .filter(({ type }) => type === 'StepTaken')
    .map(({ data }) => data as { task: string; party: object; to: string })
  const of = (to: string) =>
    steps.filter((step) => step.to === to && 'assistant' in step.party).map(({ task }) => task)
  expect(of('expired').sort()).toEqual([...dueTasks].sort())
  expect(of('accepted').sort()).toEqual(tasks.slice(due).sort())
})

test('NODE-2 SIGTERM drains: the connections are told to go elsewhere and the process ends by itself', async () => {
  const desk = await join(
    b.address,
    await staff(late, [{ role: 'supervisor', regions: ['almaty'], operations: [] }]),
  )
  const ended = b.end('SIGTERM')
  await desk.until('to be told', () => desk.closing.includes('draining'))
  expect(await ended).toBe(0)
})
