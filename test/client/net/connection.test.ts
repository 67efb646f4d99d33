import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateRawSync } from 'node:zlib'
import { type Namespace, Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Connection, type ConnectOptions, connect, type Sink } from '../../../client/net/connection.ts'
import { linkLevel, mapLimits, quietLimits } from '../../../client/net/link.ts'
import { now } from '../../../client/ui/clock.ts'
import { sendFrame, takesFrame } from '../../../server/transport/frame-sink.ts'
import type { EntitySnapshot, EventsEnvelope } from '../../../shared/wire/events.ts'
import { packBoard } from '../../../shared/wire/whole-board.ts'

const nothing = (upTo: number): EventsEnvelope => ({ after: 0, upTo, events: [], appear: [], vanish: [] })
const closing: (() => unknown)[] = []
let io: Server
let desk: Namespace
let origin: string
let sockets: Socket[]
let hellos: unknown[]
const upTo = 7
/** What each `command` is answered, one after the other; undefined is silence. */
let answers: unknown[]
let commands: { id: string }[]

beforeEach(async () => {
  const http = createServer()
  io = new Server(http, { transports: ['websocket'] })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  desk = io.of('/')
  ;[sockets, hellos, answers, commands] = [[], [], [], []]
  desk.on('connection', (socket) => {
    sockets.push(socket)
    socket.on('hello', (message, answer) => {
      hellos.push(message)
      answer({ ok: true, now: Date.now() + 60_000, epoch: 'e1', events: nothing(upTo) })
    })
    socket.on('command', (message, answer) => {
      commands.push(message)
      const next = answers.shift()
      if (next !== undefined) answer(next)
    })
    socket.on('read', (_, answer) => answer({ ok: true, answer: {} }))
  })
  closing.push(() => io.close())
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

function open(options: Partial<ConnectOptions> = {}) {
  const got = {
    welcomes: 0,
    envelopes: [] as EventsEnvelope[],
    frames: [] as Uint8Array[],
    closed: [] as string[],
  }
  const sink: Sink = {
    cursor: () => ({ cursor: got.welcomes * 7, epoch: got.welcomes ? 'e1' : '' }),
    welcome: () => void got.welcomes++,
    events: (envelope) => void got.envelopes.push(envelope),
    frame: (bytes) => got.frames.push(bytes) > 0 && bytes[0] !== 0,
    closed: (reason) => void got.closed.push(reason),
  }
  const connection = connect({ namespace: '/', origin, sink, ...options })
  closing.push(() => connection.close())
  return { connection, got }
}

const up = (connection: Connection) => vi.waitFor(() => expect(connection.link().up).toBe(true), 5_000)
const command = { id: 'c-1', type: 'OwnAlarm', body: { alarm: 'a' } } as const

test('NET-1 greets with the cursor, and again with the new one after a cut', async () => {
  const { connection, got } = open()
  await up(connection)
  sockets[0]?.conn.close()
  await vi.waitFor(() => expect(got.welcomes).toBe(2), 5_000)
  expect(hellos).toMatchObject([
    { cursor: 0, epoch: '' },
    { cursor: 7, epoch: 'e1' },
  ])
})

test('NET-2 takes events that overtake the welcome after it', async () => {
  desk.removeAllListeners('connection')
  desk.on('connection', (socket) => {
    socket.on('hello', (_, answer) => {
      socket.emit('events', nothing(8))
      setTimeout(() => answer({ ok: true, now: Date.now(), epoch: 'e1', events: nothing(7) }), 20)
    })
  })
  const order: number[] = []
  open({
    sink: {
      cursor: () => ({ cursor: 0, epoch: '' }),
      welcome: ({ events }) => void order.push(events.upTo),
      events: (envelope) => void order.push(envelope.upTo),
      frame: () => true,
      closed() {},
    },
  })
  await vi.waitFor(() => expect(order).toEqual([7, 8]))
})

test('NET-12 unpacks the board of the welcome before it takes the events that overtake it', async () => {
  const unit = { kind: 'unit', entity: { id: 'u1', no: 4 } } as EntitySnapshot
  const whole = deflateRawSync(packBoard([unit]))
  desk.removeAllListeners('connection')
  desk.on('connection', (socket) => {
    socket.on('hello', (_, answer) => {
      answer({ ok: true, now: Date.now(), epoch: 'e1', fresh: true, whole, events: nothing(7) })
      socket.emit('events', nothing(8))
    })
  })
  const took: unknown[] = []
  const { connection } = open({
    sink: {
      cursor: () => ({ cursor: 0, epoch: '' }),
      welcome: ({ events }, board) => void took.push(board, events.upTo),
      events: (envelope) => void took.push(envelope.upTo),
      frame: () => true,
      closed() {},
    },
  })
  await up(connection)
  expect(took).toEqual([[unit], 7, 8])
})

test('NET-13 comes back when the board of the welcome cannot be read', async () => {
  const whole = deflateRawSync(packBoard([]))
  const given = [whole.subarray(0, -1), deflateRawSync('5'), whole]
  desk.removeAllListeners('connection')
  desk.on('connection', (socket) => {
    socket.on('hello', (_, answer) => {
      answer({
        ok: true,
        now: Date.now(),
        epoch: 'e1',
        fresh: true,
        whole: given.shift(),
        events: nothing(7),
      })
    })
  })
  const { connection, got } = open()
  await vi.waitFor(() => expect(connection.link().up).toBe(true), 15_000)
  expect(got.welcomes).toBe(1)
  expect(given).toEqual([])
}, 20_000)

test('NET-3 keeps the time of the server', async () => {
  const { connection } = open()
  await up(connection)
  expect(Math.abs(now() - Date.now() - 60_000)).toBeLessThan(1_000)
})

test('NET-4 asks again under the same id while the store cannot say, and gives the answer', async () => {
  answers = [
    { ok: false, code: 'store.unavailable' },
    { ok: true, upTo: 9 },
  ]
  const { connection } = open()
  expect(await connection.command(command)).toEqual({ ok: true, upTo: 9 })
  expect(commands.map(({ id }) => id)).toEqual(['c-1', 'c-1'])
})

test('NET-4 a refusal is an answer and is not asked again', async () => {
  answers = [{ ok: false, code: 'command.conflict' }]
  const { connection } = open()
  expect(await connection.command(command)).toEqual({ ok: false, code: 'command.conflict' })
  expect(commands).toHaveLength(1)
})

test('NET-4 a command cut off in flight is given again after the cut', async () => {
  const { connection } = open()
  await up(connection)
  const answered = connection.command(command)
  await vi.waitFor(() => expect(commands).toHaveLength(1))
  answers = [{ ok: true, upTo: 9 }]
  sockets[0]?.conn.close()
  expect(await answered).toEqual({ ok: true, upTo: 9 })
  expect(commands.map(({ id }) => id)).toEqual(['c-1', 'c-1'])
})

test('NET-5 what was given with the link down is never sent late', async () => {
  const { connection, got } = open()
  await up(connection)
  io.engine.opts.allowRequest = (_: unknown, decide: (error: string | null, ok: boolean) => void) =>
    decide('down', false)
  sockets[0]?.conn.close()
  await vi.waitFor(() => expect(connection.link().up).toBe(false))
  expect(await connection.command(command, 50)).toEqual({ ok: false, code: 'link.down' })
  expect(await connection.fixes({ sentAt: 0, interval: 5, fixes: [] })).toEqual({
    ok: false,
    code: 'link.down',
  })
  io.engine.opts.allowRequest = undefined
  await vi.waitFor(() => expect(got.welcomes).toBe(2), 10_000)
  await connection.read({ kind: 'names', ids: ['a'] })
  expect(commands).toEqual([])
})

test('NET-6 is over when the server says that it is, and says why', async () => {
  const { connection, got } = open()
  await up(connection)
  sockets[0]?.emit('closing', { reason: 'session-ended' })
  sockets[0]?.disconnect(true)
  await vi.waitFor(() => expect(got.closed).toEqual(['session-ended']))
  expect(await connection.command(command, 2_000)).toEqual({ ok: false, code: 'link.down' })
  expect(sockets).toHaveLength(1)
})

test('NET-6 comes back when the server drains', async () => {
  const { connection, got } = open()
  await up(connection)
  sockets[0]?.emit('closing', { reason: 'draining' })
  sockets[0]?.disconnect(true)
  await vi.waitFor(() => expect(got.welcomes).toBe(2), 5_000)
  expect(got.closed).toEqual([])
})

test('NET-6 an unknown token ends it', async () => {
  io.of('/field').use((_, next) => next(new Error('unauthenticated')))
  const { got } = open({ namespace: '/field', token: 'old' })
  await vi.waitFor(() => expect(got.closed).toEqual(['device-revoked']), 5_000)
})

test('NET-7 the link is late after 3 s without a frame, lost after 10 s, late at once when down', () => {
  const desk = (up: boolean, silentFor: number) => linkLevel(up, silentFor, mapLimits)
  expect([desk(true, 2_999), desk(true, 3_000), desk(true, 10_000)]).toEqual(['live', 'late', 'lost'])
  expect([desk(false, 0), desk(false, 10_000)]).toEqual(['late', 'lost'])
  expect([linkLevel(true, 10_000, quietLimits), linkLevel(false, 10_000, quietLimits)]).toEqual([
    'live',
    'lost',
  ])
})

test('NET-9 with a map only frames count, without one anything the server says', async () => {
  let say = () => {}
  desk.on('connection', (socket) => {
    say = () => socket.emit('events', nothing(9))
  })
  const { connection, got } = open()
  await up(connection)
  connection.view({ south: 1, west: 1, north: 2, east: 2, zoom: 9 })
  const shownAt = performance.now()
  await vi.waitFor(() => expect(connection.silentFor()).toBeGreaterThan(100))
  say()
  await vi.waitFor(() => expect(got.envelopes).toHaveLength(1))
  expect(connection.silentFor()).toBeGreaterThan(100)
  const before = performance.now()
  sockets[0]?.emit('frame', Buffer.from([1]))
  await vi.waitFor(() => expect(got.frames).toHaveLength(1))
  expect(connection.silentFor()).toBeLessThan(before - shownAt)
  connection.view(null)
  say()
  await vi.waitFor(() => expect(got.envelopes).toHaveLength(2))
  expect(connection.silentFor()).toBeLessThan(1_000)
})

test('NET-8 says the view again after a cut', async () => {
  const views: unknown[] = []
  desk.on('connection', (socket) => socket.on('view', (view) => void views.push(view)))
  const { connection, got } = open()
  const view = { south: 1, west: 1, north: 2, east: 2, zoom: 9 }
  connection.view(view)
  await up(connection)
  sockets[0]?.conn.close()
  await vi.waitFor(() => expect(got.welcomes).toBe(2), 5_000)
  await vi.waitFor(() => expect(views).toEqual([view, view]))
})

test('NET-10 a frame that cannot be used has the view said again, at most once a second', async () => {
  const { connection, got } = open()
  const views: unknown[] = []
  desk.on('connection', (socket) => socket.on('view', (view) => views.push(view)))
  await up(connection)
  const view = { south: 43, west: 76, north: 44, east: 77, zoom: 12 }
  connection.view(view)
  await vi.waitFor(() => expect(views).toEqual([view]))
  for (const first of [1, 0, 0, 0]) sockets[0]?.emit('frame', Buffer.from([first]))
  await vi.waitFor(() => expect(got.frames).toHaveLength(4))
  await vi.waitFor(() => expect(views).toEqual([view, view]))
})

test('NET-11 frames whose websocket messages were made beforehand come through socket.io as any event', async () => {
  const { connection, got } = open()
  await up(connection)
  const frames = [17, 200, 70_000].map((length) => new Uint8Array(length).fill(length % 251))
  const socket = sockets[0] as Socket
  for (const bytes of frames) {
    await vi.waitFor(() => expect(takesFrame(socket)).toBe(true))
    sendFrame(socket, bytes)
  }
  socket.emit('events', nothing(8))
  await vi.waitFor(() => expect(got.envelopes).toHaveLength(1))
  expect(got.frames.map((bytes) => [...bytes.subarray(0, 2), bytes.length])).toEqual(
    frames.map((bytes) => [...bytes.subarray(0, 2), bytes.length]),
  )
})
