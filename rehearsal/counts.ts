/** What people did in one process; several are added up. By code: how often the server said so. */
export interface Counts {
  /** Fixes given to the wire, and what the server made of them. */
  fixes: number
  accepted: number
  dropped: Record<string, number>
  /** Commands that were done, and those that were refused. */
  commands: number
  refused: Record<string, number>
  /** Offers that somebody answered. */
  answered: number
  /** Messages or commands that nobody answered in time. */
  unanswered: number
}

export const noCounts = (): Counts => ({
  ...{ fixes: 0, accepted: 0, dropped: {} },
  ...{ commands: 0, refused: {} },
  ...{ answered: 0, unanswered: 0 },
})

export function addUp(all: Counts[]): Counts {
  const sum = noCounts()
  for (const one of all)
    for (const name of Object.keys(sum) as (keyof Counts)[]) {
      const value = one[name]
      if (typeof value === 'number') (sum[name] as number) += value
      else count(sum[name] as Record<string, number>, value)
    }
  return sum
}

export function count(into: Record<string, number>, more: Record<string, number>): void {
  for (const [code, times] of Object.entries(more)) into[code] = (into[code] ?? 0) + times
}
