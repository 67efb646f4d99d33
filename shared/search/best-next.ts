import { ringArea } from '../geo/ring-measure.ts'
import type { Id } from '../kernel/ids.ts'
import type { Place } from '../operations/types.ts'
import { allocate, gainOf, type Prospect } from '../search-theory/allocation.ts'
import { afterSearch, overallSuccess } from '../search-theory/bayes.ts'
import { searchState } from './state.ts'

/** The team that "what next" is reckoned with. */
export interface Effort {
  people: number
  minutes: number
}

/** Metres per hour of a searcher in a line: what the forecast assumes; what was walked is measured. */
export const searchSpeed = 1500

export interface NextTask {
  place: Id
  /** What the task adds to the chance of success. */
  gain: number
  /** POD of the segment now, walked and not yet recorded included, and after the task. */
  pod: number
  podAfter: number
}

export interface Assumed {
  /** Metres. */
  sweepWidth: number
  /** POD of what was walked since each segment's last recorded sweep. */
  walked: ReadonlyMap<Id, number>
}

interface SegmentProspect extends Prospect {
  place: Id
  pod: number
}

/** What each segment with an area still promises, what was walked counted. */
export function prospectsOf(places: readonly Place[], { sweepWidth, walked }: Assumed): SegmentProspect[] {
  const rings = new Map(places.map(({ id, ring }) => [id, ring]))
  return searchState(places).segments.flatMap(({ place, poaStart, pod }) => {
    const ring = rings.get(place)
    if (!ring) return []
    const missed = (1 - pod) * (1 - (walked.get(place) ?? 0))
    return [
      {
        place,
        pod: 1 - missed,
        mass: poaStart * missed,
        rate: (sweepWidth * searchSpeed) / ringArea(ring),
      },
    ]
  })
}

/** Where one more team does most, best first, with the teams that are out already. */
export function nextTasks(
  places: readonly Place[],
  assumed: Assumed,
  { people, minutes }: Effort,
): NextTask[] {
  const effort = (people * minutes) / 60
  return prospectsOf(places, assumed)
    .map(({ place, pod, mass, rate }) => ({
      place,
      gain: gainOf({ mass, rate }, effort),
      pod,
      podAfter: 1 - (1 - pod) * Math.exp(-rate * effort),
    }))
    .sort((a, b) => b.gain - a.gain)
}

export interface SuccessPoint {
  at: number
  opos: number
}

/** The chance of success after each recorded sweep, from the search's start. */
export function successSoFar(places: readonly Place[], from: number): SuccessPoint[] {
  const instants = places.flatMap(({ searches }) => searches.map(({ at }) => at)).sort((a, b) => a - b)
  const upTo = (at: number) =>
    searchState(
      places.map((place) => ({ ...place, searches: place.searches.filter((search) => search.at <= at) })),
    ).opos
  return [{ at: from, opos: 0 }, ...instants.map((at) => ({ at, opos: upTo(at) }))]
}

/** The chance of success if so many people are always where they do most. */
export function bestPlan(
  places: readonly Place[],
  assumed: Assumed,
  people: number,
  from: number,
  to: number,
  steps = 8,
): SuccessPoint[] {
  const prospects = prospectsOf(places, assumed)
  const { segments, rowStart } = searchState(places)
  const start = { masses: segments.map(({ poaStart }) => poaStart), outside: rowStart }
  const done = overallSuccess(
    afterSearch(
      start,
      segments.map(({ place, pod }) => 1 - (1 - pod) * (1 - (assumed.walked.get(place) ?? 0))),
    ),
  )
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = from + ((to - from) * step) / steps
    const shares = allocate(prospects, (people * (at - from)) / 3_600_000)
    const gained = prospects.reduce((sum, one, i) => sum + gainOf(one, shares[i] ?? 0), 0)
    return { at, opos: done + gained }
  })
}
