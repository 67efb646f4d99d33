import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { onRedis } from './implementations.ts'

let redis: TestRedis

beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis?.stop())

test('STORE-19 a node that hears nothing gives no other up, and when it hears again only who stays silent for three seconds', async () => {
  const store = onRedis(() => redis)()
  let ahead = 0
  const clock = { ...systemClock, now: () => systemClock.now() + ahead }
  const [own, stays, goes] = [await store.open(clock), await store.open(clock), await store.open(clock)]
  const all = [own, stays, goes].map(({ fanOut }) => fanOut.node).sort()
  const known = () => own.fanOut.nodes().sort()
  await expect.poll(known, { timeout: 5_000 }).toEqual(all)

  await redis.kill()
  ahead = 200_000
  expect(own.health()).toMatchObject({ ok: false })
  expect(known()).toEqual(all)
  await goes.close()
  await redis.start()
  await expect.poll(() => own.health(), { timeout: 10_000, interval: 5 }).toEqual({ ok: true })
  expect(known()).toEqual(all)
  await expect.poll(known, { timeout: 10_000 }).toEqual([own, stays].map(({ fanOut }) => fanOut.node).sort())
  await store.remove()
})
