import { randomUUID } from 'node:crypto'
import type { Socket as TcpSocket } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLiveTable, reserve } from '../../shared/positions/live-table.ts'
import { makeByteWriter } from '../../shared/wire/column.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import {
  encodeBatch,
  type GatewayToServer,
  type GatewayWelcome,
  mostBatchFixes,
} from '../../shared/wire/gateway.ts'
import type { ServerToClient } from '../../shared/wire/socket-events.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
let administrator: Awaited<ReturnType<typeof staff>>
const sockets: Socket[] = []
const desks: Connected[] = []
const writer = makeByteWriter()
let tick = 0

beforeAll(async () => {
  server = await serve()
  administrator = await staff(server, [{ role: 'administrator', regions: [], operations: [] }])
})

afterAll(async () => {
  for (const socket of sockets) socket.close()
  for (const desk of desks) desk.close()
  await server.stop()
})

/** A connection as a gateway has it. */
async function dial(token: string, path = '/gateway') {
  const socket: Socket<ServerToClient, GatewayToServer> = io(`${server.address}${path}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  })
  sockets.push(socket as Socket)
  const closing: string[] = []
  socket.on('closing', ({ reason }: { reason: string }) => closing.push(reason))
  await new Promise<void>((done, fail) => {
    socket.once('connect', done)
    socket.once('connect_error', fail)
  })
  const ask = (message: string, body: unknown) =>
    (socket as Socket).timeout(10_000).emitWithAck(message, body)
  return {
    socket: socket as Socket,
    closing,
    ask,
    async hello() {
      const welcome: GatewayWelcome | { ok: false; code: string } = await socket
        .timeout(10_000)
        .emitWithAck('hello', { version: wireVersion })
      if (!welcome.ok) throw new Error(welcome.code)
      return welcome
    },
    batch: (fixes: Told[], at = Date.now()) => ask('batch', bytesOf(fixes, at)),
  }
}

interface Told {
  no: number
  lat: number
  at?: number
}

function bytesOf(fixes: Told[], at: number) {
  const table = makeLiveTable()
  for (const { no, lat, at: fixAt = at } of fixes) {
    reserve(table, no)
    Object.assign(table.at, { [no]: fixAt })
    table.lat[no] = lat
    table.lng[no] = 76.9
    table.accuracy[no] = 8
  }
  const nos = fixes.map(({ no }) => no).sort((a, b) => a - b)
  return encodeBatch(table, nos, { tick: ++tick, at }, writer)
}

async function opened(regions: string[]) {
  const added = await server.app.enrolment.addGateway({ name: 'Radio', regions })
  if (!added) throw new Error('not opened')
  return added
}

async function onDuty(region: string, kind: 'assistant' | 'unit' = 'assistant') {
  const person = await carrier(server, kind, { region })
  await server.app.pipeline.giveOwn(`on ${person.id}`, 'BookOn', { who: { kind, id: person.id } })
  const no = server.app.live.board[kind].get(person.id)?.no ?? -1
  return { ...person, no }
}

async function desk(region = 'almaty') {
  const connected = await connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: [region], operations: [] }]),
  )
  desks.push(connected)
  await connected.ask('view', { south: 43, west: 76, north: 44, east: 78, zoom: 14 })
  const shown = (no: number) => {
    const table = makeLiveTable()
    for (const bytes of connected.frames) decodeFrame(bytes, table)
    return (table.at[no] ?? 0) > 0 ? (table.lat[no] as number) : null
  }
  return { ...connected, shown }
}

const post = (path: string, body: object, cookie?: string) =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  })

test('GATEWAY-5 an administrator opens a gateway, gets its token once, and it carries its regions’ people to the desk', async () => {
  const body = { name: 'Radio network', regions: ['almaty'] }
  const { token, gateway } = await (
    await post('/api/gateways', { id: randomUUID(), body }, administrator.cookie)
  ).json()
  const [walker, car, guest] = [
    await onDuty('almaty/medeu'),
    await onDuty('almaty/bostandyq', 'unit'),
    await onDuty('astana'),
  ]
  const idle = await carrier(server, 'assistant', { region: 'almaty/medeu' })
  const idleNo = server.app.live.board.assistant.get(idle.id)?.no ?? -1
  const watching = await desk()
  const radio = await dial(token)
  expect(await radio.batch([])).toEqual({ ok: false, code: 'wire.hello-first' })
  const { carriers } = await radio.hello()
  expect(carriers).toContainEqual({
    ...{ no: walker.no, kind: 'assistant', id: walker.id, callSign: walker.callSign },
  })
  expect(carriers.map(({ no }) => no)).toEqual(expect.arrayContaining([car.no, idleNo]))
  expect(carriers.map(({ no }) => no)).not.toContain(guest.no)
  const answer = await radio.batch([
    { no: walker.no, lat: 43.21 },
    { no: car.no, lat: 43.22 },
    { no: guest.no, lat: 43.23 },
    { no: idleNo, lat: 43.24 },
    { no: 900_000, lat: 43.25 },
  ])
  expect(answer).toEqual({ ok: true, accepted: 2, dropped: { 'not-yours': 2, 'off-duty': 1 } })
  await watching.until('the fixes', () => watching.shown(walker.no) && watching.shown(car.no))
  expect(watching.shown(walker.no)).toBeCloseTo(43.21, 4)
  expect([watching.shown(guest.no), watching.shown(idleNo)]).toEqual([null, null])
  await server.app.stores.tracks.flush()
  expect(await server.app.stores.tracks.read(walker.id, 0, Date.now())).toHaveLength(1)
  expect(server.app.live.recent).toContainEqual(
    expect.objectContaining({
      ...{ type: 'GatewayOpened', by: { kind: 'staff', id: administrator.account } },
      data: { gateway, ...body },
    }),
  )
  expect(JSON.stringify(server.app.live.recent)).not.toContain(token)
})

test('GATEWAY-6 its fixes pass the same plausibility as a phone’s, and its clock is corrected', async () => {
  const { token } = await opened(['almaty'])
  const one = await onDuty('almaty')
  const radio = await dial(token)
  await radio.hello()
  const now = Date.now()
  const fix = (no: number, lat: number, at = now) => ({ no, lat, at })
  expect(await radio.batch([fix(one.no, 43.2)], now)).toMatchObject({ accepted: 1 })
  expect(await radio.batch([fix(one.no, 43.2)], now)).toMatchObject({ dropped: { duplicate: 1 } })
  expect(await radio.batch([fix(one.no, 43.2, now - 9000)], now)).toMatchObject({ dropped: { older: 1 } })
  expect(await radio.batch([fix(one.no, 43.9, now + 2000)], now + 2000)).toMatchObject({
    dropped: { jump: 1 },
  })
  const fast = await dial(token)
  await fast.hello()
  const ahead = Date.now() + 3_600_000
  expect(await fast.batch([fix(one.no, 43.2001, ahead + 9000)], ahead + 9000)).toMatchObject({ accepted: 1 })
  const shown = server.app.positions.latest({ kind: 'assistant', id: one.id })
  expect(Math.abs((shown?.fixAt ?? 0) - Date.now())).toBeLessThan(12_000)
})

test('GATEWAY-7 a gateway that is closed is cut off at once and does not come back; the others stay', async () => {
  const [first, second] = [await opened(['almaty']), await opened(['almaty'])]
  const [one, other] = [await dial(first.token), await dial(second.token)]
  await one.hello()
  const admin = await connect(server.address, administrator)
  desks.push(admin)
  const gone = new Promise((done) => one.socket.once('disconnect', done))
  expect(await admin.give('CloseGateway', { gateway: first.gateway })).toMatchObject({ ok: true })
  await gone
  expect(one.closing).toEqual(['device-revoked'])
  await expect(dial(first.token)).rejects.toThrow('unauthenticated')
  expect((await other.hello()).ok).toBe(true)
  expect(await admin.give('CloseGateway', { gateway: 'nothing' })).toMatchObject({ code: 'gateway.unknown' })
})

test('GATEWAY-8 tokens open nothing but their own door, and nobody but an administrator opens a gateway', async () => {
  const { token } = await opened(['almaty'])
  const phone = await carrier(server, 'assistant')
  await expect(dial(token, '/field')).rejects.toThrow('unauthenticated')
  for (const wrong of [phone.token, 'made-up', ''])
    await expect(dial(wrong)).rejects.toThrow('unauthenticated')
  const osmand = await fetch(
    `${server.address}/ingest/osmand?id=${token}&lat=43&lon=76&timestamp=${Date.now()}`,
  )
  expect(osmand.status).toBe(401)
  const officer = await staff(server, [{ role: 'supervisor', regions: ['almaty'], operations: [] }])
  const wanted = { id: randomUUID(), body: { name: 'X', regions: ['almaty'] } }
  expect((await post('/api/gateways', wanted, officer.cookie)).status).toBe(403)
  expect((await post('/api/gateways', wanted)).status).toBe(401)
  const bad = await post(
    '/api/gateways',
    { ...wanted, body: { name: '', regions: [] } },
    administrator.cookie,
  )
  expect(bad.status).toBe(409)
  const radio = await dial(token)
  await radio.hello()
  const unheard = radio.socket.timeout(300).emitWithAck('command', {})
  await expect(unheard).rejects.toThrow('timed out')
})

test('GATEWAY-9 20,000 fixes come in one message, which only a gateway may send', async () => {
  const { token } = await opened(['almaty'])
  const radio = await dial(token)
  await radio.hello()
  const many = Array.from({ length: mostBatchFixes }, (_, no) => ({
    ...{
      no: no * 2,
      lat: 43 + ((no * 7919) % 90_000) / 1e5,
      at: Date.now() - ((no * 104_729) % 3000) * 1000,
    },
  }))
  const bytes = bytesOf(many, Date.now())
  expect(bytes.length).toBeGreaterThan(64 * 1024)
  const answer = (await radio.ask('batch', bytes)) as { accepted: number; dropped: Record<string, number> }
  expect(answer.accepted + Object.values(answer.dropped).reduce((sum, n) => sum + n, 0)).toBe(mostBatchFixes)
  const phone = await dial((await carrier(server, 'assistant')).token, '/field')
  const gone = new Promise((done) => phone.socket.once('disconnect', done))
  phone.socket.emit('fixes', bytes)
  await gone
})

test('GATEWAY-10 hostile batches are refused with a code, the connection and everybody’s positions stay', async () => {
  const { token } = await opened(['almaty'])
  const person = await onDuty('almaty')
  const radio = await dial(token)
  await radio.hello()
  expect(await radio.batch([{ no: person.no, lat: 43.2 }])).toMatchObject({ accepted: 1 })
  const right = bytesOf([{ no: person.no, lat: 43.2 }], Date.now())
  for (const body of [null, {}, 'x', [right], right.slice(0, -1), new Uint8Array(5000).fill(255)])
    expect(await radio.ask('batch', body)).toEqual({ ok: false, code: 'batch.invalid' })
  const greeting = await radio.ask('hello', { version: 'x' })
  expect(greeting).toEqual({ ok: false, code: 'wire.invalid' })
  expect(server.app.positions.latest({ kind: 'assistant', id: person.id })?.at.lat).toBeCloseTo(43.2, 4)
  expect((await radio.hello()).ok).toBe(true)
})

test('GATEWAY-11 of batches a gateway sends 100 in ten seconds, over all its connections', async () => {
  const { token } = await opened(['almaty'])
  const [one, other] = [await dial(token), await dial(token)]
  await Promise.all([one.hello(), other.hello()])
  const answers = await Promise.all(Array.from({ length: 101 }, (_, n) => (n % 2 ? one : other).batch([])))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(100)
  expect(answers.find((answer) => !answer.ok)).toMatchObject({
    code: 'rate.limited',
    params: { seconds: expect.any(Number) },
  })
})

test('GATEWAY-12 of a fifth connection of one gateway the oldest goes, and one of another version is told so', async () => {
  const { token } = await opened(['almaty'])
  const first = await dial(token)
  const gone = new Promise((done) => first.socket.once('disconnect', done))
  for (let n = 0; n < 4; n++) await dial(token)
  await gone
  expect(first.closing).toEqual(['too-many'])
  const old = await dial(token)
  const closed = new Promise((done) => old.socket.once('disconnect', done))
  expect(await old.ask('hello', { version: wireVersion - 1 })).toEqual({ ok: false, code: 'wire.version' })
  await closed
  expect(old.closing).toEqual(['wire-version'])
})

test('GATEWAY-13 a desk that takes nothing for a while misses old positions, and no alarm', async () => {
  const { token } = await opened(['almaty'])
  const person = await onDuty('almaty')
  const [watching, phone, radio] = [await desk(), await connect(server.address, person), await dial(token)]
  desks.push(phone)
  await radio.hello()
  let at = Date.now() - 60_000
  const goTo = (lat: number) => {
    at += 10_000
    return radio.batch([{ no: person.no, lat, at }])
  }
  await goTo(43.2)
  await watching.until('the first place', () => watching.shown(person.no))
  const { transport } = watching.socket.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } }
  transport.ws._socket.pause()

  const dropped = () => server.app.metrics.figures().framesDropped
  const dropsMore = () => {
    const before = dropped()
    return expect.poll(dropped, { timeout: 2000 }).toBeGreaterThan(before)
  }
  const filler = {
    alarm: 'x'.repeat(3 << 20),
    kind: 'sos',
    subject: { kind: 'unit', id: 'u' },
    region: '',
    at: 0,
  }
  let full = false
  for (let n = 0; n < 8 && !full; n++) {
    server.app.push.tell(({ viewer, upTo }) =>
      viewer.kind === 'staff'
        ? { after: upTo, upTo, events: [], appear: [], vanish: [], received: [filler as never] }
        : null,
    )
    full = await dropsMore().then(
      () => true,
      () => false,
    )
  }
  expect(full).toBe(true)
  for (const lat of [43.201, 43.202]) {
    expect(await goTo(lat)).toMatchObject({ accepted: 1 })
    await dropsMore()
  }
  const call = await phone.give('CallForHelp', { pressedAt: Date.now(), fix: null })
  expect(call).toMatchObject({ ok: true })
  await goTo(43.203)

  const { length } = watching.frames
  transport.ws._socket.resume()
  const alarm = () => [...watching.board.alarm.values()].find(({ subject }) => subject.id === person.id)
  await watching.until('the alarm', alarm)
  await watching.until('the newest place', () => Math.abs((watching.shown(person.no) ?? 0) - 43.203) < 1e-4)
  const table = makeLiveTable()
  const places = watching.frames.map((bytes) => {
    decodeFrame(bytes, table)
    return table.lat[person.no]
  })
  expect(places.slice(length).filter((lat) => lat !== undefined && lat > 43.2005 && lat < 43.2025)).toEqual(
    [],
  )
  expect(watching.closing).toEqual([])
})

test('GATEWAY-15 who asks on and on and reads no answer is cut off before the answers fill the memory', async () => {
  const rows = Array.from({ length: 7000 }, (_, n) => ({
    ...{ callSign: `${n} `.padEnd(80, 'ә'), name: `Person ${n}`, region: 'almaty/medeu', skills: [] },
  }))
  while (rows.length > 0) {
    const body = { rows: rows.splice(0, 500) }
    expect(await server.app.pipeline.giveOwn(`many ${rows.length}`, 'ImportAssistants', body)).toMatchObject({
      ok: true,
    })
  }
  const { token } = await opened(['almaty'])
  const [deaf, other] = [await dial(token), await dial(token)]
  const { transport } = deaf.socket.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } }
  transport.ws._socket.pause()
  const left = new Promise((done) => deaf.socket.once('disconnect', done))
  for (let n = 0; n < 18; n++) deaf.socket.emit('hello', { version: wireVersion }, () => {})
  // Asked last, so answered last: those of the deaf one have been given by then.
  expect((await other.hello()).ok).toBe(true)
  transport.ws._socket.resume()
  await left
  expect(deaf.closing).toEqual(['too-slow'])
})
