import type { Body } from '../../shared/board/commands.ts'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { Place } from '../../shared/operations/types.ts'
import { type FoundWithin, poaByRings } from '../../shared/search-theory/find-rings.ts'

/** Per cent by segment, as typed; null = nothing typed. */
export type Priors = ReadonlyMap<Id, number | null>

/** Typed tenths do not add up exactly. */
const tolerance = 1e-6

export const priorsOf = (segments: readonly Place[]): Priors =>
  new Map(segments.map(({ id, poa }) => [id, poa === null ? null : Math.round(poa * 1000) / 10]))

/** What is left for the rest of the world: everything adds up to 100. */
export function restOf(priors: Priors): number {
  const sum = [...priors.values()].reduce<number>((total, percent) => total + (percent ?? 0), 0)
  return Math.round((100 - sum) * 1e6) / 1e6
}

export function priorsProblem(priors: Priors): Refusal | null {
  const rest = restOf(priors)
  if (rest >= -tolerance) return null
  return refuse('search.poa-over-one', { params: { percent: Math.round((100 - rest) * 10) / 10 } })
}

/** The same density everywhere: each segment gets the share of 100 − rest that its area has, in whole tenths. */
export function byArea(areas: ReadonlyMap<Id, number>, rest: number): Priors {
  const whole = [...areas.values()].reduce((sum, area) => sum + area, 0)
  return new Map(
    [...areas].map(([id, area]) => [id, Math.floor(((100 - rest) * area * 10) / whole) / 10] as const),
  )
}

/** The commands that make the plan so. What falls goes first, or the sum would pass the whole on the way. */
export function priorChanges(segments: readonly Place[], priors: Priors): Body<'ChangePlace'>[] {
  return segments
    .flatMap(({ id, kind, letter, name, meeting, ring, slots, minimum, poa }) => {
      const percent = priors.get(id) ?? null
      const wanted = percent === null ? null : percent / 100
      const by = (wanted ?? 0) - (poa ?? 0)
      if (wanted === poa || (wanted !== null && poa !== null && Math.abs(by) < tolerance)) return []
      return [{ by, body: { place: id, kind, letter, name, meeting, ring, slots, minimum, poa: wanted } }]
    })
    .sort((a, b) => a.by - b.by)
    .map(({ body }) => body)
}

/** By the find-distance rings, in whole tenths; what lies beyond the last ring or between the segments is outside. */
export function byRings(ipp: LatLng, rings: ReadonlyMap<Id, Ring>, within: readonly FoundWithin[]): Priors {
  return new Map(
    [...rings].map(([id, ring]) => [id, Math.floor(poaByRings(ipp, ring, within) * 1000) / 10] as const),
  )
}
