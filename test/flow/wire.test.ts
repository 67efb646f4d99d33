import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, patrolIn, type Served, serve, staff } from '../kit/server.ts'

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

test('WIRE-1 an invalid message is refused with a code and changes nothing, and the process lives', async () => {
  const { seq } = server.app.live.board
  const bad: unknown[] = [
    null,
    [],
    'text',
    { id: 'x' },
    { id: randomUUID(), type: 'NoSuch', body: {} },
    { id: randomUUID(), type: 'OpenOperation', body: { ...patrolIn('almaty'), actor: 'somebody' } },
    { id: randomUUID(), type: 'OpenOperation', body: { ...patrolIn('almaty'), region: '../etc' } },
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
  expect(await desk.give('OpenOperation', patrolIn('almaty'))).toMatchObject({ ok: true })
})

test('WIRE-2 malformed and oversized packets end their own connection only', async () => {
  const url = `${server.address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  for (const packet of [
    'x',
    '451-["a",{"_placeholder":true,"num":99}]',
    '42[',
    `42["view",null,"${'x'.repeat(70_000)}"]`,
    '49999999999-["x"]',
  ]) {
    const socket = new WebSocket(url, { headers: { cookie: duty.cookie, origin: server.address } })
    await new Promise((done) => socket.once('open', done))
    const admitted = new Promise<void>((done) =>
      socket.on('message', (data) => `${data}`.startsWith('40') && done()),
    )
    socket.send('40')
    await admitted
    // By the server: nothing here asks for it.
    const closed = new Promise((done) => socket.once('close', done))
    socket.send(packet)
    // Where a packet announces bytes, this is none of them.
    socket.send('42["view",null]')
    const began = performance.now()
    await closed
    expect(performance.now() - began, packet.slice(0, 20)).toBeLessThan(5_000)
  }
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  expect(await desk.ask('view', null)).toEqual({ ok: true })
})

test('WIRE-3 the same command twice has one effect and one answer; another body under its id is refused', async () => {
  const id = randomUUID()
  const body = patrolIn('almaty')
  const [first, atOnce] = await Promise.all([1, 2].map(() => desk.give('OpenOperation', body, { id })))
  expect(first).toMatchObject({ ok: true, result: { operation: expect.any(String) } })
  expect(atOnce).toEqual(first)
  const { seq } = server.app.live.board
  const second = await connect(server.address, duty)
  expect(await second.give('OpenOperation', body, { id })).toEqual(first)
  second.close()
  const other = await desk.ask('command', { id, type: 'OpenOperation', body: { ...body, title: 'Other' } })
  expect(other).toMatchObject({ ok: false, code: 'command.id-reused' })
  expect(server.app.live.board.seq).toBe(seq)
  const { operation } = (first as { result: { operation: string } }).result
  const opened = (await server.app.stores.log.read(0, 10_000)).filter(({ commandId }) => commandId === id)
  expect(opened.map(({ keys }) => keys)).toEqual([[`operation:${operation}`, 'store:numbers']])
})

test('WIRE-4 a stale sequence is a conflict that says who moved what', async () => {
  const opened = (await desk.give('OpenOperation', patrolIn('almaty'))) as {
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
  expect(await desk.give('OpenOperation', patrolIn('almaty'), { madeAt })).toMatchObject({
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
