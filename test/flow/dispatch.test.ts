import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ring } from '../../shared/geo/lat-lng.ts'
import type { EventsEnvelope } from '../../shared/wire/events.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const perimeter: Ring = [
  { lat: 43.23, lng: 76.89 },
  { lat: 43.23, lng: 76.92 },
  { lat: 43.25, lng: 76.92 },
  { lat: 43.25, lng: 76.89 },
]
const meeting = { lat: 43.24, lng: 76.905 }

let server: Served
let desk: Connected
const open: Connected[] = []

async function join(as: Parameters<typeof connect>[1], options = {}) {
  const connection = await connect(server.address, as, options)
  open.push(connection)
  return connection
}

beforeAll(async () => {
  server = await serve()
  const duty = await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }])
  desk = await join(duty)
})

afterAll(async () => {
  for (const connection of open) connection.close()
  await server.stop()
})

const here = (lat = meeting.lat, lng = meeting.lng) => ({
  sentAt: Date.now(),
  interval: 5,
  fixes: [{ at: Date.now(), lat, lng, accuracy: 5 }],
})

test('FLOW-1 an officer proposes, sends, and sees offered, accepted, en route, on scene, complete', async () => {
  const unit = await carrier(server, 'unit')
  const people = [await carrier(server, 'assistant'), await carrier(server, 'assistant')]
  const unitPhone = await join(unit)
  const phones = await Promise.all(people.map((person) => join(person)))
  for (const [phone, who] of [
    [unitPhone, { kind: 'unit', id: unit.id }],
    ...phones.map((phone, n) => [phone, { kind: 'assistant', id: people[n]?.id ?? '' }] as const),
  ] as const) {
    expect(await phone.give('BookOn', { who })).toMatchObject({ ok: true })
    expect(await phone.ask('fixes', here())).toMatchObject({ ok: true, accepted: 1 })
  }

  const now = Date.now()
  const opened = await desk.give('OpenOperation', {
    kind: 'patrol',
    title: 'Abai – Seifullin',
    region: 'almaty/bostandyq',
    window: { from: now, to: now + 2 * 3_600_000 },
    perimeter,
    places: [
      {
        kind: 'beat',
        letter: 'A',
        name: 'Kurmangazy',
        meeting: { at: meeting, time: null },
        ring: null,
        slots: [{}, {}],
        minimum: 1,
        poa: null,
      },
    ],
  })
  expect(opened).toMatchObject({ ok: true })
  const { operation } = (opened as { result: { operation: string } }).result
  const proposal = await desk.read({ kind: 'proposal', operation })
  const [team] = proposal.teams
  expect(team?.unit?.id).toBe(unit.id)
  expect(team?.members.map(({ assistant }) => assistant).sort()).toEqual(people.map(({ id }) => id).sort())

  const sent = await desk.give(
    'SendTask',
    {
      operation,
      place: team?.place ?? '',
      unit: unit.id,
      members: team?.members.map(({ assistant, slot }) => ({ assistant, slot })) ?? [],
    },
    { seen: proposal.seen },
  )
  expect(sent).toMatchObject({ ok: true })
  const { task } = (sent as { result: { task: string } }).result

  for (const [n, phone] of phones.entries()) {
    await phone.until('the offer', () => phone.board.task.get(task))
    const party = { assistant: people[n]?.id ?? '' }
    expect(await phone.give('AnswerOffer', { task, party, answer: 'accept' })).toMatchObject({ ok: true })
    const saw = { task, party, version: 1, state: 'understood' as const }
    expect(await phone.give('SeeOrder', saw)).toMatchObject({ ok: true })
    expect(await phone.give('TakeStep', { task, party, to: 'en-route' })).toMatchObject({ ok: true })
  }
  const party = { unit: unit.id }
  expect(await unitPhone.give('AnswerOffer', { task, party, answer: 'accept' })).toMatchObject({ ok: true })
  expect(await unitPhone.give('TakeStep', { task, party, to: 'en-route' })).toMatchObject({ ok: true })
  expect(await unitPhone.give('TakeStep', { task, party, to: 'on-scene' })).toMatchObject({ ok: true })
  for (const [n, phone] of phones.entries())
    expect(
      await phone.give('TakeStep', { task, party: { assistant: people[n]?.id ?? '' }, to: 'on-scene' }),
    ).toMatchObject({ ok: true })
  await desk.until('everybody on scene', () => {
    const seen = desk.board.task.get(task)
    return seen?.unitLink.step === 'on-scene' && seen.members.every(({ step }) => step === 'on-scene')
  })
  expect(await desk.give('TakeStep', { task, party, to: 'complete' })).toMatchObject({ ok: true })
  await desk.until('the end', () => desk.board.task.get(task)?.endedAt)
  const journal = await desk.read({ kind: 'journal', operation, before: null, limit: 50 })
  expect(journal.events.map(({ type }) => type)).toContain('TaskSent')
})

test('FLOW-2 a call for help reaches the desk before it is stored and again when it is', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await join(person)
  const id = randomUUID()
  // The order of arrival on the desk's one connection.
  const arrived: string[] = []
  desk.socket.on('events', ({ received = [], appear, events }: EventsEnvelope) => {
    if (received.length > 0) arrived.push('received')
    if (events.some(({ type }) => type === 'AlarmRaised') || appear.some(({ kind }) => kind === 'alarm'))
      arrived.push('stored')
  })
  const answer = await phone.give('CallForHelp', { pressedAt: Date.now(), fix: null }, { id })
  expect(answer).toMatchObject({ ok: true })
  const alarm = await desk.until('the alarm', () =>
    [...desk.board.alarm.values()].find(({ subject }) => subject.id === person.id),
  )
  expect(desk.received.map((received) => received.alarm)).toEqual([alarm.id])
  expect(arrived).toEqual(['received', 'stored'])
  expect(alarm).toMatchObject({ kind: 'sos', offDuty: true })
  expect(await desk.give('OwnAlarm', { alarm: alarm.id })).toMatchObject({ ok: true })
  await phone.until('the owner', () => phone.board.alarm.get(alarm.id)?.owner)
})

test('FLOW-3 a position sent off duty is dropped before any store', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await join(person)
  expect(await phone.ask('fixes', here())).toMatchObject({ accepted: 0, dropped: { 'off-duty': 1 } })
  expect(await server.app.stores.tracks.read(person.id, 0, Date.now() + 1000)).toEqual([])
})

test('FLOW-4 a desk of another region sees nothing of it', async () => {
  const other = await staff(server, [{ role: 'duty-officer', regions: ['astana'], operations: [] }])
  const connection = await join(other)
  expect(connection.board.assistant.size + connection.board.unit.size + connection.board.task.size).toBe(0)
  const before = connection.envelopes.length
  const person = await carrier(server, 'assistant')
  await desk.until('the new assistant', () => desk.board.assistant.get(person.id))
  expect(connection.envelopes.length).toBe(before)
})
