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

/**
 * The split of several kinds of effort that is likeliest to find the subject: each kind in turn is split at its best with
 * the others as they stand (Washburn's forward and backward steps), until nothing is left to gain. The success is concave
 * and the kinds share no limit, so that this ends at the best of all; how far it can still be off is told by the bound.
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
