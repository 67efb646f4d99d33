import type { Id } from '../kernel/ids.ts'
import type { Place } from '../operations/types.ts'
import {
  afterSearch,
  cumulativePod,
  looksElsewhere,
  overallSuccess,
  remaining,
  shifted,
} from '../search-theory/bayes.ts'
import type { SegmentSearch } from './types.ts'

export interface SegmentState {
  place: Id
  /** The probability that the subject is here: at the start, and now that the searches so far have found nothing. */
  poaStart: number
  poaNow: number
  /** POD of all recorded sweeps together. */
  pod: number
  /** How likely those sweeps were to find the subject here: this segment's share of OPOS. */
  pos: number
  /** What the numbers rest on, oldest first: track metres, area, sweep width with its source, searchers. */
  inputs: SegmentSearch[]
}

export interface SearchState {
  segments: SegmentState[]
  /** The rest of the world: outside every segment. */
  rowStart: number
  rowNow: number
  /** The probability that everything searched so far would have found the subject. */
  opos: number
  /** The signal of bayes.ts. */
  lookElsewhere: boolean
}

/** What a sweep counts for: as the debriefing corrected it, else as it was measured. */
export const podOfSweep = ({ pod, debrief }: SegmentSearch): number => debrief?.pod ?? pod

export const coverageOfSweep = ({ coverage, debrief }: SegmentSearch): number => debrief?.coverage ?? coverage

/** Of several sweeps of a segment, one added to the other. */
export const coverageOfSweeps = (sweeps: readonly SegmentSearch[]): number =>
  sweeps.reduce((sum, sweep) => sum + coverageOfSweep(sweep), 0)

/**
 * The probabilities of a search from its segments' priors and recorded sweeps. A cumulative POD is applied once, to the
 * unnormalised prior; applied to a shifted POA it would count twice. A segment without a prior has none.
 */
export function searchState(places: Iterable<Place>): SearchState {
  const found = [...places].filter(({ kind }) => kind === 'segment')
  const priors = found.map(({ poa }) => poa ?? 0)
  const pods = found.map(({ searches }) => cumulativePod(searches.map(podOfSweep)))
  const rowStart = Math.max(0, 1 - priors.reduce((sum, poa) => sum + poa, 0))
  const residual = afterSearch({ masses: priors, outside: rowStart }, pods)
  const now = remaining(residual) > 0 ? shifted(residual) : residual
  return {
    segments: found.map(({ id, searches }, i) => {
      const poaStart = priors[i] ?? 0
      const pod = pods[i] ?? 0
      return {
        place: id,
        poaStart,
        poaNow: now.masses[i] ?? 0,
        pod,
        pos: poaStart * pod,
        inputs: searches,
      }
    }),
    rowStart,
    rowNow: now.outside,
    opos: overallSuccess(residual),
    lookElsewhere: looksElsewhere(residual),
  }
}
