import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { type Socket as TcpSocket, connect as tcp } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../server/auth/passwords.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
const almaty = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]
const password = 'a long enough password'
const greeting = { version: wireVersion, cursor: 0, epoch: '' }

beforeAll(async () => {
  server = await serve()
})

afterAll(async () => {
  await server.stop()
})

const post = (path: string, body: object, cookie?: string) =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  })

/** The TCP connection below a desk's websocket. */
function underlying({ socket }: Connected) {
  const { transport } = socket.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } }
  return transport.ws._socket
}

async function officer(login: string) {
  const { account } = await staff(server, almaty)
  const passwordHash = await hashPassword(password)
  await server.app.stores.credentials.put({ account, login, passwordHash })
  return account
}

async function signIn(login: string, cookie?: string): Promise<string> {
  const response = await post('/api/sign-in', { login, password }, cookie)
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] as string
}

test('AUTH-14 wrong passwords that come all at once are no more tries than those that come one by one', async () => {
  await officer('at-once')
  const tries = Array.from({ length: 12 }, () =>
    post('/api/sign-in', { login: 'at-once', password: 'wrong one' }),
  )
  const answers = (await Promise.all(tries)).map(({ status }) => status)
  expect(answers.filter((status) => status === 401)).toHaveLength(5)
  expect(answers.filter((status) => status === 429)).toHaveLength(7)
})

test('AUTH-15 a new password, and a new sign-in, end the desk that the session before had open', async () => {
  const account = await officer('twice')
  const cookie = await signIn('twice')
  const first = await connect(server.address, { cookie })
  const second = await connect(server.address, { cookie: await signIn('twice', cookie) })
  await first.until('to be closed', () => first.closing.includes('session-ended'))
  const { code } = await server.app.enrolment.mint('set-password', account)
  expect((await post('/api/set-password', { code, password: 'another long password' })).status).toBe(200)
  await second.until('to be closed', () => second.closing.includes('session-ended'))
})

test('WIRE-9 a client that greets again and again is held back, and the others are served', async () => {
  const desk = await connect(server.address, await staff(server, almaty))
  const answers = await Promise.all(Array.from({ length: 40 }, () => desk.ask('hello', greeting)))
  const held = answers.filter((answer) => (answer as { code?: string }).code === 'rate.limited')
  expect(held.length).toBeGreaterThanOrEqual(20)
  expect(await desk.ask('view', null)).toEqual({ ok: true })
  desk.close()
})

test('WIRE-10 who goes while being greeted leaves nothing behind', async () => {
  const { vault } = server.app.stores
  const { get } = vault
  const desk = await connect(server.address, await staff(server, almaty))
  const { desks } = server.app.push.count()
  let goOn = () => {}
  const asked = new Promise<void>((resolve) => {
    vault.get = async (of) => {
      resolve()
      await new Promise<void>((go) => {
        goOn = go
      })
      return get(of)
    }
  })
  desk.socket.emit('hello', greeting)
  await asked
  desk.close()
  await expect.poll(() => server.app.push.count().desks).toBe(desks - 1)
  vault.get = get
  goOn()
  await new Promise(setImmediate)
  expect(server.app.push.count().desks).toBe(desks - 1)
})

test('WIRE-11 a desk that takes nothing is cut off before what waits for it fills the memory', async () => {
  const desk = await connect(server.address, await staff(server, almaty))
  underlying(desk).pause()
  const { push } = server.app
  const before = push.count().desks
  const large = [
    { alarm: 'x'.repeat(500_000), kind: 'sos', subject: { kind: 'unit', id: 'u' }, region: '', at: 0 },
  ]
  let told = 0
  while (push.count().desks === before && told < 60) {
    push.tell(({ upTo }) => {
      told++
      return { after: upTo, upTo, events: [], appear: [], vanish: [], received: large as never }
    })
    await new Promise(setImmediate)
  }
  expect(told).toBeLessThan(60)
  underlying(desk).destroy()
})

test('SOS-2 a call for help whose place or time cannot be read is an alarm all the same, once', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  const desk = await connect(server.address, await staff(server, almaty))
  const id = crypto.randomUUID()
  const fix = { at: Date.now(), lat: 43.2, lng: 76.9, accuracy: 250_000 }
  for (const body of [
    { pressedAt: 'now', fix },
    { pressedAt: 'now', fix },
    null,
    { pressedAt: 1.5, fix: [] },
  ]) {
    const answer = await phone.ask('command', { id, type: 'CallForHelp', body })
    expect(answer).toMatchObject({ ok: true })
  }
  const alarms = [...server.app.live.board.alarm.values()].filter(({ subject }) => subject.id === person.id)
  expect(alarms).toMatchObject([{ kind: 'sos', fix: null }])
  await desk.until('the alarm', () => desk.board.alarm.has(alarms[0]?.id ?? ''))
  phone.close()
  desk.close()
})

test('TRACK-6 a fix told to a fraction of a millisecond is stored, and nobody’s track waits behind it', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })
  const sentAt = Date.now()
  const fixes = [{ at: sentAt - 1000.4, lat: 43.2, lng: 76.9, accuracy: 5 }]
  expect(await phone.ask('fixes', { sentAt, interval: 5, fixes })).toMatchObject({ accepted: 1 })
  await server.app.stores.tracks.flush()
  expect(await server.app.stores.tracks.read(person.id, 0, sentAt + 1000)).toHaveLength(1)
  phone.close()
})

test('TRACK-7 a phone that floods fixes is held back, its calls for help are not', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  const sentAt = Date.now()
  const fixes = Array.from({ length: 500 }, (_, n) => ({
    at: sentAt - n * 10,
    lat: 43.2,
    lng: 76.9,
    accuracy: 5,
  }))
  const answers = await Promise.all(
    Array.from({ length: 21 }, () => phone.ask('fixes', { sentAt, interval: 5, fixes })),
  )
  expect(answers.at(-1)).toEqual({ ok: false, code: 'rate.limited' })
  expect(answers.slice(0, 20)).not.toContainEqual({ ok: false, code: 'rate.limited' })
  expect(await phone.give('CallForHelp', { pressedAt: sentAt, fix: null })).toMatchObject({ ok: true })
  phone.close()
})

test('READ-10 a journal asked from beyond its end opens with the newest', async () => {
  const desk = await connect(
    server.address,
    await staff(server, [{ ...almaty[0], role: 'supervisor' } as never]),
  )
  await desk.give('AddNote', { operation: null, region: 'almaty', note: 'the newest' })
  const { events } = await desk.read({ kind: 'journal', operation: null, before: 2 ** 53 - 1, limit: 1 })
  expect(events).toMatchObject([{ type: 'NoteAdded' }])
  desk.close()
})

test('HTTP-6 a map file is served in parts, also from a folder whose name opens with a dot', async () => {
  const hidden = join(server.folder, '.maps')
  await mkdir(hidden)
  await writeFile(join(hidden, 'kz.pmtiles'), 'PMTiles and the rest')
  const other = await serve({ MAP_PMTILES: join(hidden, 'kz.pmtiles') })
  const part = await fetch(`${other.address}/map.pmtiles`, { headers: { range: 'bytes=0-6' } })
  await other.stop()
  expect(part.status).toBe(206)
  expect(await part.text()).toBe('PMTiles')
})

test('NODE-3 neither half a request nor a line that takes nothing holds up the end', async () => {
  const other = await serve()
  const half = tcp(Number(new URL(other.address).port), '127.0.0.1')
  half.on('error', () => {})
  await once(half, 'connect')
  half.write(
    'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  )
  await fetch(`${other.address}/healthz`)
  const deaf = await connect(other.address, await staff(other, almaty))
  underlying(deaf).pause()
  const began = performance.now()
  await other.stop()
  expect(performance.now() - began).toBeLessThan(5_000)
  half.destroy()
  underlying(deaf).destroy()
})
