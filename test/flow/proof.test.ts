import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { limits } from '../../server/auth/limits.ts'
import type { ProofAnswer } from '../../shared/proof-of-office/types.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { startRedis } from '../kit/redis.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'
import { virtualClock } from '../kit/virtual-clock.ts'

const clock = virtualClock(Date.UTC(2026, 10, 25, 4))
let server: Served
let me: Awaited<ReturnType<typeof carrier>>
let phone: Connected
const who = () => ({ kind: 'assistant' as const, id: me.id })

beforeAll(async () => {
  server = await serve({}, clock)
})
afterAll(() => server.stop())
beforeEach(async () => {
  await limits.proof.delete('127.0.0.1')
  me = await carrier(server, 'assistant')
  phone = await connect(server.address, me)
  await phone.give('BookOn', { who: who() })
  return () => phone.close()
})

const scan = async (code: string, to = server): Promise<ProofAnswer> =>
  (await ask(code, to)).json() as Promise<ProofAnswer>
const ask = (code: string, to = server) =>
  fetch(`${to.address}/api/proof`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
const codes = async (of = phone) => (await of.read({ kind: 'proof' })).codes.map(({ code }) => code)

test('OFFICE-201 a code shows that its person is in office now, until when, and nothing that names them', async () => {
  const [now = ''] = await codes()
  const response = await ask(now)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  const text = await response.text()
  expect(JSON.parse(text)).toEqual({
    ...{ valid: true, badge: null, unit: null, photo: null },
    ...{ until: clock.now() + 4 * 3_600_000, at: clock.now() },
  })
  expect(text).not.toMatch(new RegExp(`Person|${me.callSign}|${me.id}|${me.device}`))
})

test('OFFICE-202 codes change every thirty seconds and are good in their own step and the ones beside it; a picture of an old one is refused', async () => {
  const shown = await codes()
  expect(new Set(shown).size).toBe(10)
  const [first = '', second = '', third = ''] = shown
  expect(await scan(third)).toMatchObject({ valid: false, why: 'expired' })
  expect([(await scan(first)).valid, (await scan(second)).valid]).toEqual([true, true])
  clock.advance(30_000)
  expect([(await scan(first)).valid, (await scan(second)).valid, (await scan(third)).valid]).toEqual([
    true,
    true,
    true,
  ])
  clock.advance(30_000)
  expect(await scan(first)).toMatchObject({ valid: false, why: 'expired' })
  expect((await scan(third)).valid).toBe(true)
  // Without a network the phone shows what it has: the tenth is good when its time comes.
  clock.advance(7 * 30_000)
  expect((await scan(shown[9] ?? '')).valid).toBe(true)
})

test('OFFICE-203 two codes of one phone have nothing in common, and one that was changed is none', async () => {
  const [first = '', second = ''] = await codes()
  const same = [...first].filter((letter, at) => letter === second[at]).length
  expect(same).toBeLessThan(first.length / 4)
  const other = first.startsWith('A') ? `B${first.slice(1)}` : `A${first.slice(1)}`
  for (const bad of [other, first.slice(1), `${first}A`, '', 'x'.repeat(200)])
    expect(await scan(bad), bad).toMatchObject({ valid: false, why: 'invalid' })
})

test.each([
  ['a suspension', () => ['SuspendAssistant', { assistant: me.id, reason: 'conduct' }]],
  ['the end of the status', () => ['EndAssistant', { assistant: me.id, reason: 'T1' }]],
  ['the end of the shift', () => ['BookOff', { who: who() }]],
  ['the loss of the phone', () => ['RevokeDevice', { device: me.device }]],
] as [string, () => [never, never]][])(
  'OFFICE-204 %s makes a shown code not valid at once',
  async (_, command) => {
    const [now = ''] = await codes()
    expect((await scan(now)).valid).toBe(true)
    const [type, body] = command()
    const given =
      type === 'BookOff'
        ? await phone.give(type, body)
        : await server.app.pipeline.giveOwn(`${type} ${me.id}`, type, body)
    expect(given).toMatchObject({ ok: true })
    expect(await scan(now)).toMatchObject({ valid: false, why: 'invalid' })
  },
)

test('OFFICE-205 a shift that has run out is no office, and no code goes beyond it; off duty a phone gets none', async () => {
  clock.advance(4 * 3_600_000 - 45_000)
  const left = await codes()
  expect(left.length).toBeLessThanOrEqual(3)
  clock.advance(45_000)
  expect(await scan(left.at(-1) ?? '')).toMatchObject({ valid: false })
  await expect(codes()).rejects.toThrow('proof.off-duty')
  const unit = await connect(server.address, await carrier(server, 'unit'))
  await expect(codes(unit)).rejects.toThrow('read.forbidden')
  unit.close()
})

test('OFFICE-206 each check stands in the record of reading, by nobody; the person sees that there was one', async () => {
  const { access } = server.app.stores
  const before = (await access.head()).seq
  const [now = ''] = await codes()
  await scan(now)
  await scan('made up')
  expect((await access.read(before, 10)).map(({ by, data }) => [by, data])).toEqual([
    [
      { kind: 'system', id: 'citizen' },
      { kind: 'proof', about: [me.id] },
    ],
  ])
  const { looks } = await phone.read({ kind: 'looked-at', before: null })
  expect(looks).toMatchObject([{ how: 'proof', by: 'system', role: null }])
})

test('OFFICE-207 one address checks thirty codes a minute', async () => {
  for (let n = 0; n < 30; n++) await scan('made up')
  expect((await ask('made up')).status).toBe(429)
})

test('OFFICE-208 the portrait is made anew without what the camera wrote, is shown to a citizen, and goes when it is taken out', async () => {
  const registrar = await staff(server, [{ role: 'registrar', regions: ['almaty'], operations: [] }])
  const elsewhere = await staff(server, [{ role: 'registrar', regions: ['astana'], operations: [] }])
  const send = (image: string | null, { cookie } = registrar) =>
    fetch(`${server.address}/api/portraits`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ assistant: me.id, image }),
    })
  const picture = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#345' } })
    .withExif({ IFD0: { Artist: 'Somebody' } })
    .jpeg()
    .toBuffer()
  expect(picture.toString('latin1')).toContain('Somebody')
  expect((await send(picture.toString('base64'), elsewhere)).status).toBe(404)
  expect((await send(Buffer.from('<svg/>').toString('base64'))).status).toBe(422)
  expect((await send(picture.toString('base64'))).status).toBe(200)
  const kept = server.app.live.board.assistant.get(me.id)?.photo ?? ''
  const [now = ''] = await codes()
  const answer = await scan(now)
  const shown = Buffer.from((answer.valid && answer.photo) || '', 'base64')
  expect(shown.toString('latin1')).not.toContain('Somebody')
  expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg' })
  const own = await fetch(`${server.address}/api/portraits/${me.id}`, {
    headers: { cookie: registrar.cookie },
  })
  expect(Buffer.from(await own.arrayBuffer()).equals(shown)).toBe(true)
  expect((await send(null)).status).toBe(200)
  expect(await scan(now)).toMatchObject({ valid: true, photo: null })
  expect(await server.app.stores.vault.get(kept)).toBeNull()
})

test('ATTACK-9 only its route sets a portrait or takes it out: no other row of the vault can be shown or erased as one', async () => {
  const session = await staff(server, [{ role: 'registrar', regions: ['almaty'], operations: [] }])
  const registrar = await connect(server.address, session)
  const other = await carrier(server, 'assistant')
  for (const photo of [other.id, null])
    expect(await registrar.give('SetAssistantPhoto', { assistant: me.id, photo })).toMatchObject({
      ...{ ok: false, code: 'command.forbidden' },
    })
  const taken = await fetch(`${server.address}/api/portraits`, {
    method: 'POST',
    headers: { cookie: session.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ assistant: me.id, image: null }),
  })
  expect(taken.status).toBe(200)
  expect(await server.app.stores.vault.get(other.id)).toMatchObject({ name: expect.any(String) })
  registrar.close()
})

test('OFFICE-209 any node of a store in Redis reads what another one gave, and knows at once that the office has ended', async () => {
  const redis = await startRedis()
  const settings = { REDIS_URL: redis.url, SERIK_VAULT_KEY: Buffer.alloc(32, 7).toString('base64') }
  const [one, two] = [await serve(settings, clock), await serve(settings, clock)]
  me = await carrier(one, 'assistant')
  const there = await connect(one.address, me)
  const booked = await there.give('BookOn', { who: who() })
  await two.app.live.folded(booked.ok ? booked.upTo : 0)
  const [now = ''] = await codes(there)
  expect((await scan(now, two)).valid).toBe(true)
  const ended = await one.app.pipeline.giveOwn('end', 'EndAssistant', { assistant: me.id, reason: 'T1' })
  await two.app.live.folded(ended.ok ? ended.upTo : 0)
  expect((await scan(now, two)).valid).toBe(false)
  there.close()
  await one.stop()
  await two.stop()
  await redis.stop()
})
