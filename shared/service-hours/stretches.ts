import type { Millis } from '../kernel/ids.ts'

export interface Stretch {
  from: Millis
  to: Millis
}

/** The same time without any part twice, in order. */
export function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    if (to <= from) continue
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** The part of it that lies within; empty where it ends before it begins. */
export const within = (stretch: Stretch, { from, to }: Stretch): Stretch => ({
  from: Math.max(stretch.from, from),
  to: Math.min(stretch.to, to),
})

export const lengthOf = ({ from, to }: Stretch): Millis => Math.max(0, to - from)

export const lengthIn = (stretches: readonly Stretch[], window: Stretch): Millis =>
  stretches.reduce((sum, stretch) => sum + lengthOf(within(stretch, window)), 0)
