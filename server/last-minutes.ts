import type { Took } from '../shared/system/types.ts'

const minute = 60_000
const minutes = 5
/** Each step of the scale is so much more than the one before. */
const step = 1.1
const least = 0.1

interface LastMinutes {
  /** Milliseconds that something took, so many times. */
  add(ms: number, times?: number): void
  /** Of the last five minutes; null when there was nothing. */
  spread(): Took | null
}

/**
 * How long something took in the last minutes, to a tenth: a count per step of a logarithmic scale and minute, so that a
 * million of them cost no more than a few.
 */
export function lastMinutes(now: () => number = () => performance.now()): LastMinutes {
  const slots = new Map<number, Map<number, number>>()
  const forget = () => {
    const oldest = Math.floor(now() / minute) - minutes
    for (const slot of slots.keys()) if (slot <= oldest) slots.delete(slot)
  }
  return {
    add(ms, times = 1) {
      const slot = Math.floor(now() / minute)
      let counts = slots.get(slot)
      if (!counts) {
        forget()
        counts = new Map()
        slots.set(slot, counts)
      }
      const at = Math.ceil(Math.log(Math.max(ms, least) / least) / Math.log(step))
      counts.set(at, (counts.get(at) ?? 0) + times)
    },
    spread() {
      forget()
      const all = new Map<number, number>()
      for (const counts of slots.values())
        for (const [at, count] of counts) all.set(at, (all.get(at) ?? 0) + count)
      const sorted = [...all].sort(([a], [b]) => a - b)
      const count = sorted.reduce((sum, [, one]) => sum + one, 0)
      if (count === 0) return null
      const at = (share: number) => {
        let passed = 0
        for (const [where, one] of sorted) {
          passed += one
          if (passed >= share * count) return least * step ** where
        }
        return 0
      }
      return { count, median: at(0.5), p99: at(0.99) }
    },
  }
}
