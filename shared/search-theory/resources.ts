import { allocate } from './allocation.ts'

/** Effort of several kinds: a row of rates per kind (what an hour of it adds to the coverage of each segment). */
export interface Mixed {
  masses: readonly number[]
  rates: readonly (readonly number[])[]
  /** Hours of each kind. */
  efforts: readonly number[]
}

export interface MixedSplit {
  /** Hours of each kind in each segment. */
  shares: number[][]
  success: number
  /** No split of these efforts finds more than this. */
  bound: number
}

const mostRounds = 200
/** Far below what a screen shows. */
const close = 1e-7
/** Rounding makes no kind better than another. */
const hair = 1e-12

/**
 * The split of several kinds of effort that is likeliest to find the subject: each kind in turn is split at its best with
 * the others as they stand (Washburn's forward and backward steps), then two kinds trade segments where each does better
 * in the other's (without that, kinds that search nearly alike get there too slowly), until nothing is left to gain. The
 * success is concave and the kinds share no limit, so that this ends at the best of all; how far it can still be off is
 * told by the bound.
 */
export function allocateMixed({ masses, rates, efforts }: Mixed): MixedSplit {
  const shares = efforts.map(() => masses.map(() => 0))
  const missed = () =>
    masses.map((_, i) =>
      Math.exp(-shares.reduce((sum, of, kind) => sum + (of[i] ?? 0) * (rates[kind]?.[i] ?? 0), 0)),
    )
  let success = 0
  let bound = 1
  for (let round = 0; round < mostRounds; round++) {
    for (const [kind, effort] of efforts.entries()) {
      shares[kind] = masses.map(() => 0)
      const left = missed()
      shares[kind] = allocate(
        masses.map((mass, i) => ({ mass: mass * (left[i] ?? 1), rate: rates[kind]?.[i] ?? 0 })),
        effort,
      )
    }
    trade(shares, rates)
    const left = missed()
    success = masses.reduce((sum, mass, i) => sum + mass * (1 - (left[i] ?? 1)), 0)
    // A concave success lies below its tangent: what moving every hour to the steepest segment would promise.
    const more = efforts.reduce((sum, effort, kind) => {
      const slopes = masses.map((mass, i) => mass * (left[i] ?? 1) * (rates[kind]?.[i] ?? 0))
      const now = slopes.reduce((all, slope, i) => all + slope * (shares[kind]?.[i] ?? 0), 0)
      return sum + Math.max(0, effort * Math.max(0, ...slopes) - now)
    }, 0)
    bound = success + more
    if (more < close) break
  }
  return { shares, success, bound }
}

/**
 * Each kind's hours go where it is ahead of the other: a's from i to j and b's from j to i, so many that j keeps its
 * coverage and i gains some. In place.
 */
function trade(shares: readonly number[][], rates: Mixed['rates']): void {
  for (const [a, of] of shares.entries())
    for (const [b, others] of shares.entries()) {
      if (a === b) continue
      const [ra, rb] = [rates[a] ?? [], rates[b] ?? []]
      for (let i = 0; i < of.length; i++)
        for (let j = 0; j < of.length && (of[i] as number) > 0; j++) {
          const there = others[j] as number
          const [ai = 0, aj = 0, bi = 0, bj = 0] = [ra[i], ra[j], rb[i], rb[j]]
          if (there <= 0 || bj === 0 || aj * bi <= ai * bj * (1 + hair)) continue
          const here = of[i] as number
          const moved = Math.min(here, (there * bj) / aj)
          const back = Math.min(there, (moved * aj) / bj)
          of[i] = here - moved
          of[j] = (of[j] ?? 0) + moved
          others[j] = there - back
          others[i] = (others[i] ?? 0) + back
        }
    }
}

/** What a split of several kinds of effort finds in all. */
export function mixedSuccess(
  { masses, rates }: Omit<Mixed, 'efforts'>,
  shares: readonly (readonly number[])[],
) {
  return masses.reduce((sum, mass, i) => {
    const covered = shares.reduce((all, of, kind) => all + (of[i] ?? 0) * (rates[kind]?.[i] ?? 0), 0)
    return sum + mass * -Math.expm1(-covered)
  }, 0)
}
