/** What a segment promises: the probability left in it, and the coverage that one unit of effort adds there. */
export interface Prospect {
  mass: number
  /** Sweep width × speed ÷ area, per unit of effort (a searcher's hour). */
  rate: number
}

/**
 * The split of an effort that is likeliest to find the subject, by exponential detection (Charnes and Cooper 1958): the
 * segments are filled like connected vessels until each that got something promises the same for the next minute.
 */
export function allocate(prospects: readonly Prospect[], effort: number): number[] {
  const shares = prospects.map(() => 0)
  const useful = prospects
    .map(({ mass, rate }, index) => ({ index, rate, level: Math.log(mass * rate) }))
    .filter(({ level }) => level > -Infinity)
    .sort((a, b) => b.level - a.level)
  let weighted = 0
  let width = 0
  for (const [n, { rate, level }] of useful.entries()) {
    weighted += level / rate
    width += 1 / rate
    const floor = (weighted - effort) / width
    const next = useful[n + 1]
    if (next && next.level > floor) continue
    for (const one of useful.slice(0, n + 1)) shares[one.index] = Math.max(0, (one.level - floor) / one.rate)
    break
  }
  return shares
}

/** What an effort finds there, if the subject is anywhere: its part of the overall probability of success. */
function gainOf({ mass, rate }: Prospect, effort: number): number {
  return mass * -Math.expm1(-rate * effort)
}

/** What a split of effort finds in all, if the subject is anywhere. */
export function successOf(prospects: readonly Prospect[], shares: readonly number[]): number {
  return prospects.reduce((sum, one, i) => sum + gainOf(one, shares[i] ?? 0), 0)
}

/** The usual splits that the best one is measured against: as much everywhere, or by area. */
export function splitEqually(segments: readonly unknown[], effort: number): number[] {
  return segments.map(() => effort / segments.length)
}

export function splitByArea(areas: readonly number[], effort: number): number[] {
  const whole = areas.reduce((sum, area) => sum + area, 0)
  return areas.map((area) => (effort * area) / whole)
}
