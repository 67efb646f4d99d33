import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { hashPassword } from '../../server/auth/passwords.ts'
import { hashOf } from '../../server/auth/tokens.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
let desk: Connected
let duty: { account: string; cookie: string }
const almaty = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]

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
  const { token } = await carrier(server, 'assistant')
  await expect(connect(server.address, { cookie: `sid=${token}` })).rejects.toThrow('unauthenticated')
  for (const query of [{ token }, { session: duty.cookie.slice(4) }, { auth: JSON.stringify({ token }) }])
    for (const path of ['', '/field']) {
      const socket = io(`${server.address}${path}`, {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false, query },
      })
      const answer = await new Promise((done) => {
        socket.once('connect', () => done('let in'))
        socket.once('connect_error', ({ message }) => done(message))
      })
      socket.close()
      expect(answer, `${path} ${Object.keys(query)}`).toBe('unauthenticated')
    }
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
  const signIn = (login: string, password = 'wrong password') =>
    fetch(`${server.address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    })
  const right = 'a long enough password'
  const { credentials } = server.app.stores
  await credentials.put({ account: duty.account, login: 'officer', passwordHash: await hashPassword(right) })
  const tried = async (login: string) => {
    const answers = []
    for (let n = 0; n < 6; n++) {
      const response = await signIn(login)
      answers.push([response.status, await response.json()])
    }
    return answers
  }
  const nobody = await tried('nobody')
  expect(nobody.slice(0, 5)).toEqual(Array(5).fill([401, { code: 'sign-in.wrong' }]))
  // For ten minutes, of which a few seconds may have gone.
  const locked = { code: 'rate.limited', params: { seconds: expect.closeTo(600, -1.2) } }
  expect(nobody[5]).toEqual([429, locked])
  expect(await tried('officer')).toEqual([...nobody.slice(0, 5), [429, locked]])
  expect((await signIn('officer', right)).status, 'locked for who knows the password too').toBe(429)
})

test('AUTH-11 rights taken between the handshake and the greeting are not rights', async () => {
  const other = await staff(server, almaty)
  const socket = io(server.address, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: { cookie: other.cookie, origin: server.address },
  })
  const closing: string[] = []
  socket.on('closing', ({ reason }: { reason: string }) => closing.push(reason))
  const gone = new Promise((done) => socket.once('disconnect', done))
  await new Promise<void>((done) => socket.once('connect', done))
  const revoked = await server.app.pipeline.giveOwn('test early revoke', 'ChangeGrants', {
    ...{ account: other.account, police: true, grants: [] },
  })
  expect(revoked).toMatchObject({ ok: true })
  const greeting = socket
    .emitWithAck('hello', { version: wireVersion, cursor: 0, epoch: '' })
    .catch(() => null)
  await gone
  expect(closing).toEqual(['grants-changed'])
  expect(await Promise.race([greeting, null])).not.toMatchObject({ ok: true })
  socket.close()
})

test('AUTH-12 an open desk is told when its session’s time is over', async () => {
  const { account } = await staff(server, almaty)
  const token = 'a-token-of-this-test'
  const now = Date.now()
  const session = {
    tokenHash: hashOf(token),
    kind: 'staff' as const,
    holder: account,
    createdAt: now,
    usedAt: now,
  }
  await server.app.stores.sessions.put({ ...session, expiresAt: now + 1500 })
  const connection = await connect(server.address, { cookie: `sid=${token}` })
  await connection.until('to be told', () => connection.closing.includes('session-ended'))
  await expect(connect(server.address, { cookie: `sid=${token}` })).rejects.toThrow('unauthenticated')
})

test('AUTH-13 whose registration ends is cut off within a second, on duty or not, and does not come back', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })
  const reviewer = await connect(
    server.address,
    await staff(server, [{ role: 'police-reviewer', regions: ['almaty'], operations: [] }]),
  )
  expect(await reviewer.give('EndAssistant', { assistant: person.id, reason: 'T1' })).toMatchObject({
    ok: true,
  })
  await phone.until('to be cut off', () => phone.closing.includes('device-revoked'), 1000)
  await expect(connect(server.address, person)).rejects.toThrow('unauthenticated')
  await desk.until('the end of the shift', () => desk.board.assistant.get(person.id)?.shift?.closedAt)
  reviewer.close()
})
