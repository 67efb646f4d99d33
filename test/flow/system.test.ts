import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaffRole, staffRoles } from '../../shared/accounts/types.ts'
import { systemRoles } from '../../shared/auth/system-roles.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let redis: TestRedis
let nodes: [Served, Served]
const open: Connected[] = []

beforeAll(async () => {
  redis = await startRedis()
  const env = { REDIS_URL: redis.url, SERIK_VAULT_KEY: randomBytes(32).toString('base64') }
  nodes = [await serve(env), await serve(env)]
})
afterAll(async () => {
  for (const one of open) one.close()
  for (const node of nodes ?? []) await node.stop()
  await redis?.stop()
})

async function as(role: StaffRole, node = nodes[0]) {
  const regions = ['almaty']
  const desk = await connect(node.address, await staff(nodes[0], [{ role, regions, operations: [] }]))
  open.push(desk)
  return desk
}

test('SYSTEM-8 who answers for the desk or the servers reads how they do; nobody else does, no phone either', async () => {
  for (const role of staffRoles) {
    const answer = await (await as(role)).ask('read', { kind: 'system' })
    if (systemRoles.includes(role)) expect(answer, role).toMatchObject({ ok: true })
    else expect(answer, role).toEqual({ ok: false, code: 'read.forbidden' })
  }
  const phone = await connect(nodes[0].address, await carrier(nodes[0], 'assistant'))
  open.push(phone)
  expect(await phone.ask('read', { kind: 'system' })).toEqual({ ok: false, code: 'read.forbidden' })
})

test('SYSTEM-9 one answer has every node with its own counts, the asked one first, and nothing of anybody', async () => {
  const duty = await as('duty-officer', nodes[1])
  const person = await carrier(nodes[1], 'assistant')
  const phone = await connect(nodes[1].address, person)
  open.push(phone)
  await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })
  const { access } = nodes[1].app.stores
  const before = (await access.head()).seq
  await expect
    .poll(async () => (await duty.read({ kind: 'system' })).nodes, { timeout: 10_000, interval: 1_100 })
    .toMatchObject([
      {
        own: true,
        name: expect.stringMatching(/^[0-9a-f]{4}$/),
        figures: {
          ...{ desks: 1, devices: 1, store: null, appendsWaiting: 0, appendWait: null },
          commands: { count: expect.any(Number) },
          appendAge: expect.any(Number),
          relayAge: expect.any(Number),
        },
      },
      { own: false, figures: { desks: expect.any(Number), store: null } },
    ])
  const told = await duty.read({ kind: 'system' })
  expect(told.nodes[0]?.figures?.relayAge).toBeLessThan(10_000)
  expect(told.nodes[0]?.figures?.disk.total).toBeGreaterThan(0)
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${person.id}|${person.callSign}|almaty`))
  expect((await access.head()).seq, 'no look at a person').toBe(before)
})

test('SYSTEM-10 a node that is alive and does not answer is shown without figures', async () => {
  const duty = await as('supervisor')
  const other = nodes[1].app.stores.fanOut
  const silenced = { ...other }
  other.publish = () => {}
  try {
    await expect
      .poll(async () => (await duty.read({ kind: 'system' })).nodes, { interval: 1_100, timeout: 6_000 })
      .toMatchObject([
        { own: true, figures: { store: null } },
        { own: false, figures: null },
      ])
  } finally {
    other.publish = silenced.publish
  }
})
