import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
let desk: Connected
const open: Connected[] = []

beforeAll(async () => {
  server = await serve()
  desk = await connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }]),
  )
  open.push(desk)
  await desk.ask('view', { south: 43, west: 76, north: 44, east: 78, zoom: 14 })
})

afterAll(async () => {
  for (const connection of open) connection.close()
  await server.stop()
})

/** The carrier's place as the desk has it from its frames. */
function shown(id: string) {
  const table = makeLiveTable()
  for (const bytes of desk.frames) decodeFrame(bytes, table)
  const no = desk.board.assistant.get(id)?.no ?? -1
  return (table.at[no] ?? 0) > 0 ? { lat: table.lat[no] as number, lng: table.lng[no] as number } : null
}

async function onDuty() {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  open.push(phone)
  await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })
  const tracker = await server.app.enrolment.addTracker({ kind: 'assistant', id: person.id })
  await desk.until('the shift', () => desk.board.assistant.get(person.id)?.shift)
  return { ...person, phone, tracker: tracker?.token ?? '' }
}

test('TRACK-1 OwnTracks by HTTP basic ends as a position on the desk, answered by an array', async () => {
  const person = await onDuty()
  const response = await fetch(`${server.address}/ingest/owntracks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`phone:${person.tracker}`).toString('base64')}`,
    },
    body: JSON.stringify({
      _type: 'location',
      lat: 43.2,
      lon: 76.9,
      acc: 8,
      tst: Math.floor(Date.now() / 1000),
      vel: 4,
    }),
  })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual([])
  const at = await desk.until('the fix', () => shown(person.id))
  expect(at.lat).toBeCloseTo(43.2, 4)
  expect(at.lng).toBeCloseTo(76.9, 4)
})

test('TRACK-2 OsmAnd by query and Traccar by JSON end the same', async () => {
  const person = await onDuty()
  const query = new URLSearchParams({
    id: person.tracker,
    lat: '43.21',
    lon: '76.91',
    timestamp: String(Math.floor(Date.now() / 1000) - 20),
  })
  expect((await fetch(`${server.address}/ingest/osmand?${query}`)).status).toBe(200)
  await desk.until('the first fix', () => (shown(person.id)?.lat ?? 0) > 43.2)
  const json = await fetch(`${server.address}/ingest/osmand`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      device_id: person.tracker,
      location: {
        timestamp: new Date().toISOString(),
        coords: { latitude: 43.2105, longitude: 76.9105, accuracy: 5, speed: 1, heading: 90 },
      },
    }),
  })
  expect(json.status).toBe(200)
  await desk.until('the second fix', () => Math.abs((shown(person.id)?.lat ?? 0) - 43.2105) < 1e-4)
})

test('TRACK-3 a wrong token is refused and says nothing of what exists', async () => {
  const response = await fetch(
    `${server.address}/ingest/osmand?id=nobody&lat=43&lon=76&timestamp=${Date.now()}`,
  )
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ code: 'device.unknown' })
})

test('TRACK-4 impossible, future and older fixes never move the marker', async () => {
  const person = await onDuty()
  const now = Date.now()
  const send = (fix: object) =>
    person.phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [{ accuracy: 5, at: now, ...fix }] })
  expect(await send({ lat: 43.22, lng: 76.92 })).toMatchObject({ accepted: 1 })
  await desk.until('the fix', () => shown(person.id))
  for (const [fix, why] of [
    [{ lat: 91, lng: 76.92, at: now + 1000 }, 'coordinates'],
    [{ lat: 0, lng: 0, at: now + 1000 }, 'coordinates'],
    [{ lat: 43.23, lng: 76.92, at: now + 600_000 }, 'future'],
    [{ lat: 43.23, lng: 76.92, at: now - 60_000 }, 'older'],
    [{ lat: 43.23, lng: 76.92, accuracy: -1, at: now + 1000 }, 'accuracy'],
  ] as const)
    expect(await send(fix)).toMatchObject({ accepted: 0, dropped: { [why]: 1 } })
  const frames = desk.frames.length
  await desk.until('more frames', () => desk.frames.length > frames + 2)
  expect(shown(person.id)?.lat).toBeCloseTo(43.22, 4)
})

test('TRACK-5 after the end of duty the position is gone from the desk', async () => {
  const person = await onDuty()
  const fix = { at: Date.now(), lat: 43.25, lng: 76.95, accuracy: 5 }
  await person.phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })
  await desk.until('the fix', () => shown(person.id))
  expect(await person.phone.give('BookOff', { who: { kind: 'assistant', id: person.id } })).toMatchObject({
    ok: true,
  })
  await desk.until('to be gone', () => shown(person.id) === null)
})
