import type { Id } from '../../kernel/ids.ts'
import type { Place } from '../../operations/types.ts'
import {
  afterSearch,
  cumulativePod,
  looksElsewhere,
  overallSuccess,
  probabilityOfSuccess,
  shifted,
} from '../../search-theory/bayes.ts'
import { coverageOfSweeps, podOfSweep } from '../state.ts'
import type { SegmentSearch } from '../types.ts'
import type { Period } from './case-types.ts'
import { periodAt } from './periods.ts'

export interface PeriodSegment {
  place: Id
  /** Shifted, at the beginning of the period and after it. */
  poa: number
  poaAfter: number
  /** Of the period's sweeps, one added to the other. */
  coverage: number
  /** Of the period's sweeps together; its success (POA × POD); of all sweeps up to its end. */
  pod: number
  pos: number
  cumulativePod: number
}

export interface PeriodNumbers {
  /** Null for sweeps that lie in no period. */
  period: Period | null
  sweeps: number
  segments: PeriodSegment[]
  /** What the period's sweeps were likely to find, had nothing been found before. */
  pos: number
  /** Everything searched up to its end, from the first probabilities. */
  opos: number
  /** The rest of the world after it. */
  rowAfter: number
  lookElsewhere: boolean
}

/**
 * The numbers period by period. What is left of each prior is carried on unnormalised, and shifted only to be shown: a
 * cumulative POD is applied to the first probabilities once, never to shifted ones.
 */
export function periodTable(places: readonly Place[], periods: readonly Period[] = []): PeriodNumbers[] {
  const segments = places.filter(({ kind }) => kind === 'segment')
  const priors = segments.map(({ poa }) => poa ?? 0)
  let residual = {
    masses: priors,
    outside: Math.max(0, 1 - priors.reduce((sum, poa) => sum + poa, 0)),
  }
  const done: SegmentSearch[][] = segments.map(() => [])
  return groupsOf(segments, periods).map(({ period, sweeps }): PeriodNumbers => {
    const pods = sweeps.map((of) => cumulativePod(of.map(podOfSweep)))
    const before = shifted(residual)
    const pos = probabilityOfSuccess(residual, pods)
    residual = afterSearch(residual, pods)
    const after = shifted(residual)
    return {
      period,
      sweeps: sweeps.flat().length,
      pos,
      opos: overallSuccess(residual),
      rowAfter: after.outside,
      lookElsewhere: looksElsewhere(residual),
      segments: segments.map(({ id }, i) => {
        done[i]?.push(...(sweeps[i] ?? []))
        const poa = before.masses[i] ?? 0
        const pod = pods[i] ?? 0
        return {
          place: id,
          poa,
          poaAfter: after.masses[i] ?? 0,
          coverage: coverageOfSweeps(sweeps[i] ?? []),
          pod,
          pos: poa * pod,
          cumulativePod: cumulativePod((done[i] ?? []).map(podOfSweep)),
        }
      }),
    }
  })
}

interface Group {
  period: Period | null
  /** Of each segment. */
  sweeps: SegmentSearch[][]
}

/** The periods in order, and between them the sweeps of no period. */
function groupsOf(segments: readonly Place[], periods: readonly Period[]): Group[] {
  const groups = new Map<number, Group>()
  const group = (slot: number, period: Period | null) => {
    const known = groups.get(slot) ?? { period, sweeps: segments.map(() => []) }
    groups.set(slot, known)
    return known
  }
  // Odd slots are the periods, even ones the times before, between and after them.
  for (const [n, period] of periods.entries()) group(2 * n + 1, period)
  for (const [i, { searches }] of segments.entries())
    for (const sweep of searches) {
      // A sweep that ends with its period belongs to it.
      const at = sweep.to - 1
      const begun = periods.filter(({ from }) => from <= at).length
      const period = periodAt(periods, at) ?? null
      group(period ? 2 * periods.indexOf(period) + 1 : 2 * begun, period).sweeps[i]?.push(sweep)
    }
  return [...groups].sort(([a], [b]) => a - b).map(([, of]) => of)
}
