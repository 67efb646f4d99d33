import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterMessage, type ClockOffset, noClockOffset } from '../../../shared/positions/clock-offset.ts'

const now = Date.UTC(2026, 2, 2, 9)
const hour = 3_600_000
/** Messages a second apart from a device that is `behind` us, each `delay` under way. */
const after = (behind: number, delays: number[], from: ClockOffset = noClockOffset) =>
  delays.reduce((was, delay, i) => afterMessage(was, now + i * 1000 - behind, now + i * 1000 + delay), from)

test('POS-3 a device whose clock is right within two seconds keeps its own times', () => {
  expect(after(0, [80, 900, 1999, 40])).toEqual(noClockOffset)
  expect(after(-1500, [0, 200])).toEqual(noClockOffset)
})

test('POS-3 the offset does not follow the jitter of the network', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -48 * hour, max: -10_000 }),
      fc.array(fc.integer({ min: 0, max: 1900 }), { minLength: 1 }),
      (behind, delays) => {
        expect(after(behind, delays)).toEqual({ offset: behind + (delays[0] as number), larger: null })
      },
    ),
  )
})

test('POS-3 a clock ahead is corrected by the first message', () => {
  expect(after(-hour, [100]).offset).toBe(-hour + 100)
})

test('POS-3 a clock behind is corrected by the third message in a row, by the fastest of them', () => {
  expect(after(hour, [300, 100]).offset).toBe(0)
  expect(after(hour, [300, 100, 700])).toEqual({ offset: hour + 100, larger: null })
})

test('POS-3 messages held up in the network do not make old fixes young', () => {
  expect(after(0, [50, 60_000, 60_000, 50, 60_000, 60_000])).toMatchObject({ offset: 0 })
})

test('POS-3 whatever clock a device has and when it is set, the offset ends within two seconds and a delay of it', () => {
  const clock = fc.integer({ min: -48 * hour, max: 48 * hour })
  fc.assert(
    fc.property(
      clock,
      clock,
      fc.array(fc.nat(1000), { minLength: 3, maxLength: 9 }),
      (before, behind, delays) => {
        const { offset } = after(behind, delays, after(before, [0, 0, 0]))
        expect(Math.abs(offset - behind)).toBeLessThanOrEqual(3000)
      },
    ),
  )
})

test('POS-3 a time that is no number changes nothing', () => {
  expect(afterMessage(noClockOffset, Number.NaN, now)).toBe(noClockOffset)
  expect(afterMessage(noClockOffset, Number.NEGATIVE_INFINITY, now)).toBe(noClockOffset)
})
