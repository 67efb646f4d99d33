import { expect, test } from 'vitest'
import { startTicks } from '../../../server/positions/ticks.ts'
import { noon } from '../../kit/given-when-then.ts'

/** A clock whose timers strike as late as they are told to. */
function lateClock() {
  let now = noon
  let next: { at: number; run(): void } | null = null
  return {
    clock: {
      now: () => now,
      after(ms: number, run: () => void) {
        const mine = { at: now + ms, run }
        next = mine
        return () => {
          if (next === mine) next = null
        }
      },
    },
    strike(late: number) {
      const { at, run } = next as NonNullable<typeof next>
      now = at + late
      run()
    },
    pass(ms: number) {
      now += ms
    },
    waits: () => next !== null,
  }
}

test('TICK-1 a tick that is late puts off none of those after it, what was missed is left out, and work that comes in does not wait for the timer', () => {
  const { clock, strike, pass, waits } = lateClock()
  const ran: number[] = []
  const { keepUp, stop } = startTicks(clock, 250, () => ran.push(clock.now() - noon))
  for (const late of [0, 40, 5, 240, 0]) strike(late)
  expect(ran).toEqual([250, 540, 755, 1240, 1250])
  strike(700)
  strike(0)
  expect(ran.slice(5)).toEqual([2200, 2450])
  // A timer may strike a little early, and a clock may be set back.
  strike(-1)
  strike(0)
  expect(ran.slice(7)).toEqual([2699, 2949])
  // Messages come in while the timer cannot strike.
  keepUp(noon + 3_190)
  expect(ran).toHaveLength(9)
  pass(300)
  keepUp(clock.now())
  keepUp(clock.now())
  expect(ran.slice(9)).toEqual([3249])
  strike(0)
  expect(ran.slice(10)).toEqual([3449])
  stop()
  expect(waits()).toBe(false)
})
