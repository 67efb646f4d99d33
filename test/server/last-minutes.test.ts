import { expect, test } from 'vitest'
import { lastMinutes } from '../../server/last-minutes.ts'

test('SYSTEM-7 median and 99th percentile are of the last five minutes, right to a tenth', () => {
  let now = 0
  const took = lastMinutes(() => now)
  expect(took.spread()).toBeNull()
  for (let ms = 1; ms <= 1_000; ms++) took.add(ms)
  const { count, median, p99 } = took.spread() as NonNullable<ReturnType<typeof took.spread>>
  expect(count).toBe(1_000)
  expect(median / 500).toBeGreaterThanOrEqual(1)
  expect(median / 500).toBeLessThan(1.1)
  expect(p99 / 990).toBeGreaterThanOrEqual(1)
  expect(p99 / 990).toBeLessThan(1.1)
  now = 4 * 60_000
  took.add(7, 3)
  expect(took.spread()?.count).toBe(1_003)
  now = 5 * 60_000
  expect(took.spread()).toMatchObject({ count: 3 })
  now = 9 * 60_000
  expect(took.spread()).toBeNull()
})
