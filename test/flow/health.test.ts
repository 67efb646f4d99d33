import { randomBytes } from 'node:crypto'
import { createClient } from 'redis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../kit/connect.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let redis: TestRedis
let server: Served

beforeAll(async () => {
  redis = await startRedis()
  server = await serve({
    REDIS_URL: redis.url,
    SERIK_VAULT_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'silent',
  })
})
afterAll(async () => {
  await server?.stop()
  await redis?.stop()
})

async function ask(path: string) {
  const response = await fetch(`${server.address}${path}`)
  return { status: response.status, body: await response.json() }
}

test('HEALTH-1 `healthz` says that the process answers, `readyz` where the store stands and who is connected', async () => {
  const desk = await connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }]),
  )
  const phone = await connect(server.address, await carrier(server, 'assistant'))
  expect(await ask('/healthz')).toEqual({ status: 200, body: { ok: true } })
  const { seq } = await server.app.stores.log.head()
  expect(await ask('/readyz')).toEqual({ status: 200, body: { ok: true, seq, desks: 1, devices: 1 } })
  phone.close()
  desk.close()
  await expect.poll(() => ask('/readyz')).toMatchObject({ body: { desks: 0, devices: 0 } })
})

test('HEALTH-2 a store that is gone makes the node not ready, with a sentence and no secret, until it is back', async () => {
  await redis.kill()
  await expect.poll(() => ask('/readyz'), { timeout: 5_000 }).toMatchObject({ status: 503 })
  const gone = await ask('/readyz')
  expect(gone.body).toMatchObject({ ok: false, reason: expect.stringMatching(/^[A-Z].+\.$/) })
  expect(JSON.stringify(gone)).not.toContain(redis.password)
  expect(await ask('/healthz')).toEqual({ status: 200, body: { ok: true } })
  const answer = await server.app.pipeline.giveOwn('meanwhile', 'RegisterUnit', {
    ...{ callSign: 'Unit-1', region: 'almaty', mobility: 'car' },
  })
  expect(answer).toMatchObject({ ok: false, code: 'store.unavailable' })
  await redis.start()
  await expect.poll(() => ask('/readyz'), { timeout: 10_000 }).toMatchObject({ status: 200 })
})

test('SYSTEM-1 while the store takes no writes the node is not ready and says a code without a path or address, until it takes them again', async () => {
  const admin = createClient({ url: redis.url })
  await admin.connect()
  const register = (callSign: string) =>
    server.app.pipeline.giveOwn(callSign, 'RegisterUnit', { callSign, region: 'almaty', mobility: 'car' })
  try {
    await expect.poll(() => register('Unit-2'), { timeout: 10_000 }).toMatchObject({ ok: true })
    await admin.configSet('maxmemory', '1mb')
    expect(await register('Unit-3')).toMatchObject({ ok: false, code: 'store.unavailable' })
    const { status, body } = await ask('/readyz')
    expect(status).toBe(503)
    expect(body).toMatchObject({ ok: false, code: 'store.full', reason: 'The store is full.' })
    expect(JSON.stringify(body)).not.toMatch(/\/|redis|127\.0/i)
  } finally {
    await admin.configSet('maxmemory', '0')
    admin.destroy()
  }
  // Nobody gives a command: the node tries by itself.
  await expect.poll(() => ask('/readyz'), { timeout: 10_000 }).toMatchObject({ status: 200 })
})
