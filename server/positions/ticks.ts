import type { Clock } from '../ports/clock.ts'

export interface Ticks {
  /** Runs a tick that is due. A timer has to wait until the event loop has read all its sockets; work on them need not. */
  keepUp(now: number): void
  stop(): void
}

/**
 * Runs every `ms` milliseconds on a grid: a run that comes late does not put off those after it, so that nobody waits
 * longer than a tick and what that one run was late. What was missed altogether is left out.
 */
export function startTicks(clock: Clock, ms: number, run: () => void): Ticks {
  let due = clock.now() + ms
  let cancel = clock.after(ms, tick)
  function tick(): void {
    const now = clock.now()
    const late = now - due
    due = late >= 0 && late < ms ? due + ms : now + ms
    cancel = clock.after(due - now, tick)
    run()
  }
  return {
    keepUp(now) {
      if (now < due) return
      cancel()
      tick()
    },
    stop: () => cancel(),
  }
}
