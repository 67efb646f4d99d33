export type Visibility = 'high' | 'medium' | 'low'

/** An effective sweep width and where it comes from: what a coverage rests on has to be on view with it. */
export interface SweepWidth {
  metres: number
  /** A citation, the same in every language. */
  source: string
  /** The authors call the factors for medium and low visibility provisional. */
  provisional: boolean
}

const factors = { high: 1.8, medium: 1.6, low: 1.1 }
/** The same authors' factor over all their tests, whatever the visibility. */
const overallFactor = 1.645

/** Rd of a test: the mean of the distances that were measured. */
export function meanRange(ranges: readonly number[]): number {
  return ranges.reduce((sum, metres) => sum + metres, 0) / ranges.length
}

/**
 * From the average range of detection Rd in metres: where a searcher, walking up to and around such an object in this
 * very terrain, sees it first and loses it last.
 */
export function sweepWidth(rd: number, visibility: Visibility): SweepWidth {
  return {
    metres: factors[visibility] * rd,
    source: 'Koester et al. 2014, Wilderness & Environmental Medicine, doi:10.1016/j.wem.2013.09.016',
    provisional: visibility !== 'high',
  }
}

/** Metres of the width if nobody judges the visibility: how much hangs on that judgement. */
export function overallWidth(rd: number): number {
  return overallFactor * rd
}
