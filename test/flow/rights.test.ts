import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
let desk: Connected
let duty: { account: string; cookie: string }
const almaty = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]
const perimeter = [
  { lat: 43.23, lng: 76.89 },
  { lat: 43.23, lng: 76.92 },
  { lat: 43.25, lng: 76.92 },
]
const operationOf = (region: string) => ({
  kind: 'patrol' as const,
  title: 'Rights',
  region,
  window: { from: Date.now(), to: Date.now() + 3_600_000 },
  perimeter,
})

beforeAll(async () => {
  server = await serve()
  duty = await staff(server, almaty)
  desk = await connect(server.address, duty)
})

afterAll(async () => {
  desk.close()
  await server.stop()
})

/** Resolves with the HTTP status of a handshake that was refused, or 101. */
function handshake(headers: Record<string, string>): Promise<number> {
  const url = `${server.address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  return new Promise((done) => {
    const socket = new WebSocket(url, { headers })
    socket.on('open', () => {
      socket.close()
      done(101)
    })
    socket.on('unexpected-response', (_, response) => done(response.statusCode ?? 0))
    socket.on('error', () => {})
  })
}

test('AUTH-1 a foreign, null or look-alike Origin is refused before the upgrade; with a cookie a missing one too', async () => {
  const { cookie } = duty
  const { port } = new URL(server.address)
  for (const origin of [
    'https://evil.example',
    'null',
    `http://localhost:${port}.evil.example`,
    'http://localhost:1',
    `https://localhost:${port}`,
  ])
    expect(await handshake({ cookie, origin }), origin).toBe(400)
  expect(await handshake({ cookie })).toBe(400)
  expect(await handshake({ cookie, origin: `http://localhost:${port}` })).toBe(101)
  expect(await handshake({})).toBe(101)
})

test('AUTH-2 without a session, with a made-up one, or with a token in the query nobody is let in', async () => {
  await expect(connect(server.address, { cookie: 'sid=made-up' })).rejects.toThrow('unauthenticated')
  await expect(connect(server.address, { cookie: 'other=1' })).rejects.toThrow('unauthenticated')
  await expect(connect(server.address, { token: duty.cookie.slice(4) })).rejects.toThrow('unauthenticated')
})

test('AUTH-3 a revoked role closes its sockets within a second, and nothing comes after', async () => {
  const other = await staff(server, almaty)
  const connection = await connect(server.address, other)
  const began = Date.now()
  const revoked = await server.app.pipeline.giveOwn('test revoke', 'ChangeGrants', {
    account: other.account,
    police: true,
    grants: [{ role: 'duty-officer', regions: ['astana'], operations: [] }],
  })
  expect(revoked).toMatchObject({ ok: true })
  await connection.until(
    'to be closed',
    () => connection.closing.length > 0 && !connection.socket.connected,
    1000,
  )
  expect(connection.closing).toEqual(['grants-changed'])
  expect(Date.now() - began).toBeLessThan(1000)
  const before = connection.envelopes.length
  const person = await carrier(server, 'assistant')
  await desk.until('the new assistant', () => desk.board.assistant.get(person.id))
  expect(connection.envelopes.length).toBe(before)
})

test('AUTH-4 signing out ends the open connections of that session', async () => {
  const other = await staff(server, almaty)
  const connection = await connect(server.address, other)
  const response = await fetch(`${server.address}/api/sign-out`, {
    method: 'POST',
    headers: { cookie: other.cookie, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(response.status).toBe(200)
  await connection.until('to be closed', () => connection.closing.includes('session-ended'))
  await expect(connect(server.address, other)).rejects.toThrow('unauthenticated')
})

test('AUTH-5 an enrolment code works once: of two phones at once exactly one gets in', async () => {
  const person = await carrier(server, 'assistant')
  const { code } = await server.app.enrolment.mint('enrol-assistant', person.id)
  const enrol = () =>
    fetch(`${server.address}/api/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: code.toLowerCase() }),
    }).then(({ status }) => status)
  expect((await Promise.all([enrol(), enrol()])).sort()).toEqual([200, 400])
})

test('AUTH-6 five wrong passwords lock the login, with the same answer for a login nobody has', async () => {
  const signIn = (login: string) =>
    fetch(`${server.address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: 'wrong password' }),
    })
  for (let n = 0; n < 5; n++) {
    const response = await signIn('nobody')
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ code: 'sign-in.wrong' })
  }
  expect((await signIn('nobody')).status).toBe(429)
})

test('MAY-1 an assistant cannot order, and an officer cannot act on what another region has', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  expect(await phone.give('OpenOperation', operationOf('almaty'))).toMatchObject({
    ok: false,
    code: 'command.forbidden',
  })
  phone.close()
  const astana = await connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: ['astana'], operations: [] }]),
  )
  const opened = (await desk.give('OpenOperation', operationOf('almaty'))) as {
    result: { operation: string }
  }
  const { operation } = opened.result
  const foreign = await astana.give('CloseOperation', { operation, outcome: 'done' })
  const unknown = await astana.give('CloseOperation', { operation: 'no-such-operation', outcome: 'done' })
  expect(foreign).toEqual(unknown)
  expect(foreign).toMatchObject({ ok: false })
  astana.close()
})

test('MAY-2 a role that only reads gives no command: auditor, registrar, reviewer, administrator', async () => {
  for (const role of ['auditor', 'registrar', 'police-reviewer', 'administrator'] as const) {
    const connection = await connect(
      server.address,
      await staff(server, [{ role, regions: ['almaty'], operations: [] }]),
    )
    expect(await connection.give('OpenOperation', operationOf('almaty')), role).toMatchObject({
      code: 'command.forbidden',
    })
    await connection.ask('view', { south: -90, west: -180, north: 90, east: 180, zoom: 5 })
    const proposal = connection.read({ kind: 'track', carrier: 'anybody', from: 0, to: Date.now() })
    await expect(proposal).rejects.toThrow('unknown')
    connection.close()
  }
})

test('WIRE-1 an invalid message is refused with a code and changes nothing, and the process lives', async () => {
  const { seq } = server.app.live.board
  const bad: unknown[] = [
    null,
    [],
    'text',
    { id: 'x' },
    { id: randomUUID(), type: 'NoSuch', body: {} },
    { id: randomUUID(), type: 'OpenOperation', body: { ...operationOf('almaty'), actor: 'somebody' } },
    { id: randomUUID(), type: 'OpenOperation', body: { ...operationOf('almaty'), region: '../etc' } },
    { id: randomUUID(), type: 'OpenOperation', body: JSON.parse('{"__proto__":{"role":"admin"}}') },
    { id: randomUUID(), type: 'toString', body: {} },
    { id: randomUUID(), type: 'BookOn', body: { who: { kind: 'unit', id: '<b>' } } },
    { id: randomUUID(), type: 'BookOn', body: {}, seen: { 'task:1': -1 } },
  ]
  for (const message of bad) expect(await desk.ask('command', message)).toMatchObject({ ok: false })
  for (const question of [
    null,
    {},
    { kind: 'constructor' },
    { kind: 'names', ids: [] },
    { kind: 'find', term: 'a' },
  ])
    expect(await desk.ask('read', question)).toMatchObject({ ok: false, code: 'read.invalid' })
  expect(await desk.ask('fixes', { fixes: 'x' })).toMatchObject({ ok: false })
  expect(server.app.live.board.seq).toBe(seq)
  expect(({} as { role?: string }).role).toBeUndefined()
  desk.socket.emit('command')
  desk.socket.emit('command', { id: 1 })
  expect(await desk.give('OpenOperation', operationOf('almaty'))).toMatchObject({ ok: true })
})

test('WIRE-2 malformed and oversized packets end their own connection only', async () => {
  const url = `${server.address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  for (const packet of [
    '5-',
    '451-["a",{"_placeholder":true,"num":99}]',
    '42[',
    '4'.repeat(70_000),
    '49999999999-["x"]',
  ]) {
    const socket = new WebSocket(url)
    await new Promise((done) => socket.once('open', done))
    socket.send('40')
    const closed = new Promise((done) => socket.once('close', done))
    socket.send(packet)
    socket.send('41')
    socket.close()
    await closed
  }
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  expect(await desk.ask('view', null)).toEqual({ ok: true })
})

test('WIRE-3 the same command twice has one effect and one answer; another body under its id is refused', async () => {
  const id = randomUUID()
  const first = await desk.give('OpenOperation', operationOf('almaty'), { id })
  const { seq } = server.app.live.board
  const body = operationOf('almaty')
  const again = await desk.ask('command', { id, type: 'OpenOperation', body: { ...body, title: 'Other' } })
  expect(again).toMatchObject({ ok: false, code: 'command.id-reused' })
  expect(server.app.live.board.seq).toBe(seq)
  expect(first).toMatchObject({ ok: true })
})

test('WIRE-4 a stale sequence is a conflict that says who moved what', async () => {
  const opened = (await desk.give('OpenOperation', operationOf('almaty'))) as {
    result: { operation: string }
  }
  const { operation } = opened.result
  const looked = desk.board.seq
  const other = await staff(server, almaty)
  const second = await connect(server.address, other)
  expect(await second.give('ChangeOperation', { operation, title: 'Moved' })).toMatchObject({ ok: true })
  const refused = await desk.give(
    'ChangeOperation',
    { operation, title: 'Late' },
    { seen: { [`operation:${operation}`]: looked } },
  )
  expect(refused).toMatchObject({
    ok: false,
    code: 'command.conflict',
    holder: { kind: 'staff', id: other.account },
  })
  second.close()
})

test('WIRE-5 an item of an outbox older than seven days is refused by name', async () => {
  const madeAt = Date.now() - 8 * 24 * 3_600_000
  expect(await desk.give('OpenOperation', operationOf('almaty'), { madeAt })).toMatchObject({
    code: 'command.too-old',
  })
})

test('WIRE-6 a client of another version is told so and closed', async () => {
  const fresh = await connect(server.address, duty)
  const answer = await fresh.ask('hello', { version: 999, cursor: 0, epoch: '' })
  expect(answer).toMatchObject({ ok: false, code: 'wire.version' })
  await fresh.until('to be closed', () => fresh.closing.includes('wire-version'))
})

test('WIRE-7 a desk that was cut resumes from its cursor with what it missed, once', async () => {
  const first = await connect(server.address, duty)
  const cursor = first.board.seq
  const { epoch } = first.welcome
  first.close()
  const person = await carrier(server, 'assistant')
  const back = await connect(server.address, duty, { cursor, epoch, board: first.board })
  expect(back.welcome.fresh).toBe(false)
  expect(back.board.assistant.get(person.id)?.callSign).toBe(person.callSign)
  expect(back.board.seq).toBe(server.app.live.board.seq)
  const stale = await connect(server.address, duty, { cursor, epoch: 'other' })
  expect(stale.welcome.fresh).toBe(true)
  stale.close()
  back.close()
})
