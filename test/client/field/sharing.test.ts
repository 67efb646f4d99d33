import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FixBuffer } from '../../../client/field/fix-buffer.ts'
import { makeSharing } from '../../../client/field/sharing.ts'
import type { Fix } from '../../../shared/kernel/fix.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A phone's geolocation, moved by hand. */
function phone() {
  let found: PositionCallback | null = null
  let failed: PositionErrorCallback | null | undefined
  let asked = 0
  const kept: Fix[] = []
  let flushes = 0
  const geolocation = {
    watchPosition(onFix: PositionCallback, onError?: PositionErrorCallback | null) {
      found = onFix
      failed = onError
      return 7
    },
    clearWatch() {
      found = null
    },
    getCurrentPosition() {
      asked++
    },
  } satisfies Geolocation
  const buffer = {
    add: (fix: Fix) => void kept.push(fix),
    flush: async () => void flushes++,
  } as unknown as FixBuffer
  const coords = { latitude: 43, longitude: 76, accuracy: 5, heading: Number.NaN, speed: null }
  return {
    kept,
    geolocation,
    buffer,
    asked: () => asked,
    flushes: () => flushes,
    watching: () => found !== null,
    moveAt: (timestamp: number) => found?.({ coords, timestamp } as never),
    fail: (code: number) => failed?.({ code, PERMISSION_DENIED: 1 } as never),
  }
}

test('FIELD-22 follows the phone from start to stop and keeps a fix every five seconds', () => {
  const { kept, geolocation, buffer, watching, moveAt } = phone()
  const sharing = makeSharing(buffer, true, geolocation)
  expect(sharing.state()).toBe('off')
  sharing.start()
  expect(sharing.state()).toBe('searching')
  for (const at of [10_000, 12_000, 15_000, 19_999, 20_000]) moveAt(at)
  expect(kept).toEqual([10_000, 15_000, 20_000].map((at) => ({ at, lat: 43, lng: 76, accuracy: 5 })))
  expect(sharing.state()).toBe('on')
  expect(sharing.own()).toMatchObject({ lat: 43, lng: 76 })
  sharing.stop()
  expect(watching()).toBe(false)
  expect(sharing.own()).toBeNull()
})

test('FIELD-23 a phone that lies still is asked for a fix, so that silence means a lost contact', async () => {
  const { geolocation, buffer, asked, moveAt } = phone()
  const sharing = makeSharing(buffer, true, geolocation)
  sharing.start()
  moveAt(0)
  await vi.advanceTimersByTimeAsync(14_000)
  expect(asked()).toBe(0)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(asked()).toBe(1)
  sharing.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(1)
})

test('FIELD-24 says why no positions go out', async () => {
  const { geolocation, buffer, fail } = phone()
  const insecure = makeSharing(buffer, false, geolocation)
  insecure.start()
  expect(insecure.state()).toBe('insecure')
  expect(await insecure.once(10)).toBeNull()
  const without = makeSharing(buffer, true, undefined)
  without.start()
  expect(without.state()).toBe('missing')
  const denied = makeSharing(buffer, true, geolocation)
  denied.start()
  fail(1)
  expect(denied.state()).toBe('denied')
  fail(2)
  expect(denied.state()).toBe('failing')
  for (const each of [insecure, without, denied]) each.stop()
})

test('FIELD-25 a fix leaves as soon as it is there, not with the next turn of a clock', () => {
  const { geolocation, buffer, kept, flushes, moveAt } = phone()
  const sharing = makeSharing(buffer, true, geolocation)
  sharing.start()
  moveAt(10_000)
  expect(kept).toHaveLength(1)
  expect(flushes()).toBe(1)
  sharing.stop()
})
