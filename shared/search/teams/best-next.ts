import type { LatLng } from '../../geo/lat-lng.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Place } from '../../operations/types.ts'
import { allocate, type Prospect, splitByArea, successOf } from '../../search-theory/allocation.ts'
import { assignedSuccess, leftBy } from '../../search-theory/teams.ts'
import { searchState } from '../state.ts'
import { type Assumed, type Goal, groundOf, type Reach, reachOf, sum, type TeamAtHand } from './goals.ts'
import { kindNumbers, type TeamKind } from './team-kinds.ts'

/** The team that "what next" is reckoned with. */
export interface Effort {
  people: number
  minutes: number
  kind?: TeamKind
  at?: LatLng | null
}

export interface NextTask {
  place: Id
  hole: Goal['hole']
  /** What the task adds to the chance of success. */
  gain: number
  /** What is left of the probability there, of all that there was at the start. */
  mass: number
  /** POD of the segment now, walked and not yet recorded included, and after the task with the teams already out. */
  pod: number
  podAfter: number
  reach: Reach
}

/** Where one more team does most, best first; who is out already is counted first. */
export function nextTasks(
  places: readonly Place[],
  assumed: Assumed,
  { people, minutes, kind, at }: Effort,
  out: readonly TeamAtHand[] = [],
): NextTask[] {
  const ground = groundOf(places, assumed)
  const covers = ground.goals.map(({ parts }) => parts)
  const outReach = out.map((team) => reachOf(ground, assumed, team, minutes))
  const outPods = outReach.map((row) => row.map(({ pod }) => pod))
  const outTo = out.map(({ out: place }) => {
    const goal = ground.goals.findIndex((one) => one.place === place && one.hole === null)
    return goal < 0 ? undefined : goal
  })
  const masses = leftBy(ground.masses, outPods, outTo, covers)
  const reach = reachOf(ground, assumed, { people, ...(kind && { kind }), at: at ?? null }, minutes)
  const pods = [reach.map(({ pod }) => pod)]
  return ground.goals
    .flatMap((goal, n): NextTask[] => {
      const segment = ground.segments.find(({ place }) => place === goal.place)
      const row = reach[n]
      if (!segment || !row) return []
      const ones = segment.parts.map((part) => (goal.parts.includes(part) ? 1 - row.pod : 1))
      const outOnes = leftBy(
        ground.masses.map(() => 1),
        outPods,
        outTo,
        covers,
      )
      const after = sum(
        segment.parts.map((part, i) => (segment.left[i] ?? 0) * (outOnes[part] ?? 1) * (ones[i] ?? 1)),
      )
      return [
        {
          place: goal.place,
          hole: goal.hole,
          gain: assignedSuccess(masses, pods, [n], covers),
          mass: goal.mass,
          pod: 1 - sum(segment.left),
          podAfter: 1 - after,
          reach: row,
        },
      ]
    })
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

export interface Span {
  from: number
  to: number
}

/** The chance of success if so many people on foot are always where they do most. */
export const bestPlan = (places: readonly Place[], assumed: Assumed, people: number, span: Span) =>
  forecast(places, assumed, span, (prospects, _, hours) => allocate(prospects, people * hours))

/** The chance of success if the same people are spread over the segments by area. */
export const areaPlan = (places: readonly Place[], assumed: Assumed, people: number, span: Span) =>
  forecast(places, assumed, span, (_, areas, hours) => splitByArea(areas, people * hours))

const steps = 8

/** From what the sweeps and the unrecorded ways have come to, on by what each split of the hours adds. */
function forecast(
  places: readonly Place[],
  assumed: Assumed,
  { from, to }: Span,
  split: (prospects: Prospect[], areas: number[], hours: number) => number[],
): SuccessPoint[] {
  const { masses, areas } = groundOf(places, assumed)
  const { width, speed } = kindNumbers('foot', assumed.kinds)
  const swept = (width ?? assumed.sweepWidth) * speed * 1000
  const prospects = masses.map((mass, part): Prospect => {
    const area = areas[part] ?? 0
    return { mass, rate: area > 0 ? swept / area : 0 }
  })
  const { segments, rowStart } = searchState(places)
  const left = sum(
    segments.map(({ place, poaStart, pod }) => poaStart * (1 - pod) * (1 - (assumed.walked.get(place) ?? 0))),
  )
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = from + ((to - from) * step) / steps
    const gained = successOf(prospects, split(prospects, areas, (at - from) / 3_600_000))
    return { at, opos: 1 - rowStart - left + gained }
  })
}
