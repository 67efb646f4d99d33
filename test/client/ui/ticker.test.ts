import { afterEach, expect, it, vi } from 'vitest'
import { setClockAhead } from '../../../client/ui/clock.ts'
import { onSecond } from '../../../client/ui/ticker.ts'

afterEach(() => {
  vi.useRealTimers()
  setClockAhead(0)
})

it('UI-4 one timer serves every age and clock on the page, on the full second of the server, and rests with the last', () => {
  vi.useFakeTimers({ now: 1_000_400 })
  setClockAhead(100)
  const seen: number[] = []
  const leave = [onSecond((at) => seen.push(at)), onSecond((at) => seen.push(at))]
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(1500)
  expect(seen).toEqual([1_001_000, 1_001_000, 1_002_000, 1_002_000])
  for (const stop of leave) stop()
  expect(vi.getTimerCount()).toBe(0)
})
