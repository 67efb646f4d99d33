import type { Clock } from '../../server/ports/clock.ts'

/** A clock that stands still until it is moved; what is due on the way runs in order of time. */
export function virtualClock(now: number): Clock & { advance(ms: number): void } {
  const timers = new Set<{ at: number; run: () => void }>()
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        timers.delete(next)
        now = next.at
        next.run()
      }
      now = end
    },
  }
}
