import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffRole } from '../../shared/accounts/types.ts'
import { keptFor, prune } from '../../shared/board/prune.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const ring = [
  { lat: 43.23, lng: 76.89 },
  { lat: 43.23, lng: 76.92 },
  { lat: 43.25, lng: 76.92 },
  { lat: 43.25, lng: 76.89 },
]
const beside = ring.map(({ lat, lng }) => ({ lat, lng: lng + 0.031 }))
const meeting = { at: { lat: 43.24, lng: 76.905 }, time: null }

let server: Served
let duty: Connected
const open: Connected[] = []

async function join(as: Parameters<typeof connect>[1]) {
  const connection = await connect(server.address, as)
  open.push(connection)
  return connection
}
const as = async (role: StaffRole, regions: string[], operations: string[] = []) =>
  join(await staff(server, [{ role, regions, operations }]))
const me = ({ welcome }: Connected) => (welcome.me.kind === 'staff' ? welcome.me.account : welcome.me.id)
/** What stands in the access log of this reader. */
const recorded = async (reader: Connected) =>
  (await server.app.stores.access.read(0, 10_000))
    .filter(({ by }) => by.id === me(reader))
    .map(({ data }) => data as { kind: string; about: string[] })

beforeAll(async () => {
  server = await serve()
  duty = await as('duty-officer', ['almaty'])
})

afterAll(async () => {
  for (const connection of open) connection.close()
  await server.stop()
})

/** A search in Medeu with a unit and a person of Bostandyq in its one segment. */
async function search() {
  const [person, unit] = [await carrier(server, 'assistant'), await carrier(server, 'unit')]
  const [phone, radio] = [await join(person), await join(unit)]
  for (const [kind, each] of [
    ['assistant', person],
    ['unit', unit],
  ] as const)
    expect(await duty.give('BookOn', { who: { kind, id: each.id } })).toMatchObject({ ok: true })
  const opened = await duty.give('OpenOperation', {
    ...{
      kind: 'search',
      title: 'Reads',
      region: 'almaty/medeu',
      perimeter: squareRing(meeting.at, 8_000),
      briefing: 'Stay on the paths',
    },
    window: { from: Date.now(), to: Date.now() + 3_600_000 },
    places: [
      { kind: 'segment', letter: '1', name: 'One', meeting, ring, slots: [{}], minimum: 0, poa: 1 },
      { kind: 'segment', letter: '2', name: 'Two', meeting, ring: beside, slots: [{}], minimum: 0, poa: 0 },
    ],
  })
  const { operation } = (opened as { result: { operation: string } }).result
  const place = await duty.until('the segment', () =>
    [...duty.board.place.values()].find((one) => one.operation === operation && one.letter === '1'),
  )
  const members = [{ assistant: person.id, slot: 0 }]
  await duty.give('RegisterStatement', {
    operation,
    statement: { number: '1', day: '2026-03-02', by: 'X' },
  })
  const sent = await duty.give('SendTask', { operation, place: place.id, unit: unit.id, members })
  const { task } = (sent as { result: { task: string } }).result
  await phone.until('the order', () => phone.board.task.get(task))
  return { person, unit, phone, radio, operation, task, place }
}

test('READ-1 names come for whom one sees, and each is recorded once per session, before it is told', async () => {
  const [person, other] = [
    await carrier(server, 'assistant'),
    await carrier(server, 'assistant', { region: 'astana' }),
  ]
  const reader = await as('duty-officer', ['almaty'])
  const names = await reader.read({ kind: 'names', ids: [person.id, other.id, 'nobody', me(duty)] })
  expect(Object.keys(names).sort()).toEqual([person.id, me(duty)].sort())
  expect(names[person.id]?.name).toMatch(/^Person/)
  await reader.read({ kind: 'names', ids: [person.id] })
  expect(await recorded(reader)).toEqual([{ kind: 'names', about: [person.id] }])
  const administrator = await as('administrator', [])
  expect(await administrator.read({ kind: 'names', ids: [person.id] })).toEqual({})
  expect(await recorded(administrator)).toEqual([])
})

test('READ-2 a person opened is recorded each time; who may not see the person is told that there is none', async () => {
  const person = await carrier(server, 'assistant')
  const reader = await as('registrar', ['almaty'])
  for (let n = 0; n < 2; n++)
    expect((await reader.read({ kind: 'person', assistant: person.id })).name).toMatch(/^Person/)
  expect(await recorded(reader)).toEqual(Array(2).fill({ kind: 'person', about: [person.id] }))
  for (const role of ['administrator', 'duty-officer'] as const) {
    const stranger = await as(role, ['astana'])
    const answer = await stranger.ask('read', { kind: 'person', assistant: person.id })
    expect(answer).toEqual(await stranger.ask('read', { kind: 'person', assistant: 'nobody' }))
    expect(answer).toMatchObject({ ok: false, code: 'assistant.unknown' })
    expect(await recorded(stranger)).toEqual([])
  }
})

test('READ-3 a search by name finds whom one may see and is recorded with those it found; a phone searches nobody', async () => {
  const person = await carrier(server, 'assistant', { callSign: 'ЖК-77' })
  await carrier(server, 'assistant', { callSign: 'ЖК-78', region: 'astana' })
  const reader = await as('supervisor', ['almaty'])
  expect(await reader.read({ kind: 'find', term: 'жк-7' })).toEqual([{ kind: 'assistant', id: person.id }])
  const { name } = await reader.read({ kind: 'person', assistant: person.id })
  const found = await reader.read({ kind: 'find', term: name })
  expect(found).toContainEqual({ kind: 'assistant', id: person.id })
  expect((await recorded(reader)).at(-1)).toMatchObject({ kind: 'find' })
  expect((await recorded(reader)).at(-1)?.about).toContain(person.id)
  const phone = await join(person)
  await expect(phone.read({ kind: 'find', term: 'ЖК' })).rejects.toThrow('read.forbidden')
})

test('READ-4 a text is read by who sees what it stands on, recorded once per session', async () => {
  const { phone, operation, task } = await search()
  const other = await search()
  await duty.give('SendMessage', { kind: 'text', operation, task, text: 'The lake is fenced off' })
  const message = await phone.until('the message', () => [...phone.board.message.values()][0])
  const ids = [message.body?.text ?? '']
  const said = { [ids[0] as string]: 'The lake is fenced off' }
  expect(await phone.read({ kind: 'texts', ids })).toEqual(said)
  expect(await phone.read({ kind: 'texts', ids })).toEqual(said)
  expect(await recorded(phone)).toEqual([{ kind: 'texts', about: ids }])
  const auditor = await as('auditor', ['almaty'])
  expect(await auditor.read({ kind: 'texts', ids })).toEqual(said)
  for (const stranger of [
    other.phone,
    await as('registrar', ['almaty']),
    await as('duty-officer', ['astana']),
  ])
    expect(await stranger.read({ kind: 'texts', ids })).toEqual({})
})

test('READ-5 tracks and coverage are for the desk that follows people, and recorded', async () => {
  const { person, phone, operation } = await search()
  const fix = { at: Date.now(), lat: 43.24, lng: 76.905, accuracy: 5 }
  expect(await phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })).toMatchObject({
    accepted: 1,
  })
  const range = { from: 0, to: Date.now() + 1000 }
  const coordinator = await as('search-coordinator', [], [operation])
  expect(await coordinator.read({ kind: 'track', carrier: person.id, ...range })).toHaveLength(1)
  expect(await recorded(coordinator)).toEqual([{ kind: 'track', about: [person.id] }])
  expect(await coordinator.read({ kind: 'coverage', operation })).toHaveLength(2)
  for (const stranger of [await as('auditor', ['almaty']), await as('duty-officer', ['astana'])]) {
    await expect(stranger.read({ kind: 'track', carrier: person.id, ...range })).rejects.toThrow('unknown')
    await expect(stranger.read({ kind: 'coverage', operation })).rejects.toThrow('operation.unknown')
    await expect(stranger.read({ kind: 'proposal', operation })).rejects.toThrow('operation.unknown')
    expect(await recorded(stranger)).toEqual([])
  }
  for (const kind of ['coverage', 'proposal'] as const)
    await expect(phone.read({ kind, operation })).rejects.toThrow('operation.unknown')
  expect(await phone.read({ kind: 'track', carrier: person.id, ...range })).toHaveLength(1)
})

test('READ-6 the journal holds what the reader may see, newest first, page by page', async () => {
  const { person, phone, operation, task } = await search()
  const types = async (reader: Connected, of: string | null = operation) =>
    (await reader.read({ kind: 'journal', operation: of, before: null, limit: 500 })).events.map(
      ({ type }) => type,
    )
  const planned = ['PlacePlanned', 'PlacePlanned', 'OperationOpened']
  expect(await types(duty)).toEqual(['TaskSent', 'StatementRegistered', ...planned])
  expect(await types(await as('event-coordinator', [], [operation]))).toEqual(await types(duty))
  expect(await types(await as('duty-officer', ['astana']))).toEqual([])
  const home = await as('duty-officer', ['almaty/bostandyq'])
  const own = await home.read({ kind: 'journal', operation: null, before: null, limit: 500 })
  const of = (id: string) =>
    own.events.filter(({ keys }) => keys.includes(`assistant:${id}`)).map(({ type }) => type)
  expect(of(person.id)).toEqual(['ShiftOpened', 'AssistantImported'])
  expect(JSON.stringify(own.events)).not.toContain(task)
  expect(await types(phone)).toEqual(['TaskSent', 'PlacePlanned', 'OperationOpened'])

  const first = await duty.read({ kind: 'journal', operation, before: null, limit: 1 })
  const rest = await duty.read({ kind: 'journal', operation, before: first.events[0]?.seq ?? 0, limit: 500 })
  expect([first.more, first.events[0]?.type]).toEqual([true, 'TaskSent'])
  expect(rest.events.map(({ type }) => type)).toEqual(['StatementRegistered', ...planned])
})

test('READ-9 what has left the board stands in the journal and its texts are read, by whom it belonged to', async () => {
  const { operation, task } = await search()
  expect(await duty.give('CloseOperation', { operation, outcome: 'located' })).toMatchObject({ ok: true })
  const { board } = server.app.live
  const read = async (reader: Connected) =>
    (await reader.read({ kind: 'journal', operation, before: null, limit: 500 })).events
  const before = await read(duty)
  const briefing = board.operation.get(operation)?.briefing?.text ?? ''
  expect(prune(board, Date.now() + 2 * keptFor)).toContain(`task:${task}`)
  expect(await read(duty)).toEqual(before)
  const auditor = await as('auditor', ['almaty/medeu'])
  expect(await read(auditor)).toEqual(before)
  expect(await auditor.read({ kind: 'texts', ids: [briefing] })).toEqual({ [briefing]: 'Stay on the paths' })
  for (const stranger of [
    await as('duty-officer', ['almaty/bostandyq']),
    await as('registrar', ['almaty']),
  ]) {
    expect(await read(stranger)).toEqual([])
    expect(await stranger.read({ kind: 'texts', ids: [briefing] })).toEqual({})
  }
})

test('READ-7 a proposal names nobody whom the desk could not send', async () => {
  const { operation } = await search()
  const city = await carrier(server, 'assistant', { region: 'almaty' })
  const phone = await join(city)
  await duty.give('BookOn', { who: { kind: 'assistant', id: city.id } })
  await duty.until('the shift', () => duty.board.assistant.get(city.id)?.shift)
  const fix = { at: Date.now(), lat: 43.24, lng: 76.905, accuracy: 5 }
  await phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })
  const considered = async (reader: Connected) =>
    (await reader.read({ kind: 'proposal', operation })).considered.assistants
  expect(await considered(duty)).toBe(1)
  expect(await considered(await as('duty-officer', ['almaty/medeu']))).toBe(0)
})

test('READ-8 after a restart the texts of a day with more events than a server remembers are still there', async () => {
  const first = await serve()
  const grants = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]
  const account = await staff(first, grants)
  const desk = await connect(first.address, account)
  const operation = { kind: 'patrol' as const, title: 'Long', region: 'almaty', perimeter: ring }
  const window = { from: Date.now(), to: Date.now() + 3_600_000 }
  await desk.give('OpenOperation', { ...operation, window, briefing: 'Stay on the paths' })
  desk.close()
  const filler = Array.from({ length: 21_000 }, () => ({ type: 'Filler', keys: [], data: {} }))
  const by = { kind: 'system', id: 'test' } as const
  const read = { keys: [], at: 0 }
  await first.app.stores.log.append({
    commandId: 'filler',
    fingerprint: 'x',
    at: Date.now(),
    by,
    facts: filler,
    read,
  })
  await first.stop(true)

  const second = await serve({ DATA_DIR: first.folder })
  const back = await connect(second.address, account)
  const { briefing } = [...back.board.operation.values()][0] ?? {}
  const id = briefing?.text ?? ''
  expect(await back.read({ kind: 'texts', ids: [id] })).toEqual({ [id]: 'Stay on the paths' })
  back.close()
  await second.stop()
})
