import { connect as tcp } from 'node:net'
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

test('TRACK-8 a tracker’s request is answered in JSON with the headers of every answer, whatever is wrong with it', async () => {
  const { port } = new URL(server.address)
  /** As it goes over the line, so that nothing is put right on the way. */
  const raw = (head: string, ...parts: string[]) =>
    new Promise<{ status: number; head: string; body: string }>((done, fail) => {
      let text = ''
      const line = tcp(Number(port), '127.0.0.1', () => {
        line.write(`${head}\r\nHost: x\r\nConnection: close\r\n${parts[0] ?? '\r\n'}`)
        for (const part of parts.slice(1)) line.write(part)
      })
      line.on('data', (data) => {
        text += data
      })
      line.on('error', fail)
      line.on('close', () => {
        const [answered = '', body = ''] = text.split('\r\n\r\n')
        done({ status: Number(answered.split(' ')[1]), head: answered.toLowerCase(), body })
      })
    })
  const own = (type: string, body: string, more = '') =>
    raw(
      'POST /ingest/owntracks HTTP/1.1',
      `Content-Type: ${type}\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
      body,
    )
  const json = 'application/json'
  const code = ({ status, body }: { status: number; body: string }) => [status, JSON.parse(body).code]
  const unknown = await own(json, '{"_type":"lwt"}')
  expect(code(unknown)).toEqual([401, 'device.unknown'])
  for (const header of [
    "content-security-policy: default-src 'none'",
    'x-content-type-options: nosniff',
    'x-frame-options: deny',
    'referrer-policy: no-referrer',
    'cache-control: no-store',
    'content-type: application/json; charset=utf-8',
  ])
    expect(unknown.head).toContain(header)
  expect(unknown.head).not.toContain('x-powered-by')
  expect(code(await own(json, '{"_type":'))).toEqual([400, 'http.bad-request'])
  expect(code(await own(json, '"text"'))).toEqual([400, 'http.bad-request'])
  expect(code(await own(json, ''))).toEqual([400, 'ingest.invalid'])
  expect(code(await own('text/plain', 'x'))).toEqual([400, 'ingest.invalid'])
  expect(code(await own(json, '{}', 'Content-Encoding: gzip\r\n'))).toEqual([415, 'http.bad-request'])
  expect(code(await own('application/x-www-form-urlencoded', `a=${'x'.repeat(20_000)}`))).toEqual([
    413,
    'http.too-large',
  ])
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  const chunked = await raw(
    'POST /ingest/osmand HTTP/1.1',
    `Content-Type: ${json}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    ...Array(6).fill(chunk),
    '0\r\n\r\n',
  )
  expect(code(chunked)).toEqual([413, 'http.too-large'])
  expect(code(await raw('DELETE /ingest/osmand HTTP/1.1'))).toEqual([405, 'http.method'])
  expect(code(await raw('GET /ingest/osmand?id=%zz&lat=x HTTP/1.1'))).toEqual([400, 'ingest.invalid'])
  expect(code(await raw('POST /ingest/nothing HTTP/1.1', 'Content-Length: 0\r\n\r\n'))).toEqual([
    404,
    'http.not-found',
  ])
  expect((await raw('HEAD /ingest/osmand HTTP/1.1')).status).toBe(405)
})

test('TRACK-9 wrong tokens cost the address that the trusted proxies tell, not one that the sender made up', async () => {
  const behind = await serve({ TRUST_PROXY: '1' })
  const report = (forwarded: string) =>
    fetch(`${behind.address}/ingest/osmand?id=nobody&lat=43&lon=76&timestamp=${Date.now()}`, {
      headers: { 'x-forwarded-for': forwarded },
    }).then(({ status }) => status)
  const tried = []
  for (let n = 0; n < 60; n++) tried.push(await report(`10.0.0.${n}, 203.0.113.7`))
  expect(new Set(tried)).toEqual(new Set([401]))
  expect(await report('10.9.9.9, 203.0.113.7')).toBe(429)
  expect(await report('203.0.113.7, 203.0.113.8')).toBe(401)
  await behind.stop()
})

test('TRACK-10 over the wire too, the third jump in a row to one place is believed, and those before are in the track', async () => {
  const person = await onDuty()
  const began = Date.now() - 60_000
  const send = (seconds: number, lat: number) => {
    const fix = { at: began + seconds * 1000, lat, lng: 76.9, accuracy: 5, speed: 1 }
    return person.phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })
  }
  expect(await send(0, 43.2)).toMatchObject({ accepted: 1 })
  expect(await send(1, 43.4)).toMatchObject({ dropped: { jump: 1 } })
  // Somebody else's fix between must not be taken for the suspect.
  const other = await onDuty()
  const elsewhere = { at: began + 1500, lat: 43.1, lng: 76.8, accuracy: 5 }
  await other.phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [elsewhere] })
  expect(await send(2, 43.4)).toMatchObject({ dropped: { jump: 1 } })
  expect(await send(3, 43.4)).toMatchObject({ accepted: 1 })
  const { positions, stores } = server.app
  expect(positions.latest({ kind: 'assistant', id: person.id })).toMatchObject({
    at: { lat: 43.4 },
    speed: 1,
  })
  const others = positions.latest({ kind: 'assistant', id: other.id })
  expect(others).toMatchObject({ at: { lat: 43.1 }, speed: Number.NaN })
  await stores.tracks.flush()
  const track = await stores.tracks.read(person.id, began - 1, began + 4000)
  expect(track.map(({ lat }) => lat)).toEqual([43.2, 43.4, 43.4, 43.4])
})
