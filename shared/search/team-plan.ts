import { ringArea } from '../geo/ring-measure.ts'
import type { Id } from '../kernel/ids.ts'
import type { Place } from '../operations/types.ts'
import { allocate, splitByArea, splitEqually, successOf } from '../search-theory/allocation.ts'
import { assignedSuccess, assignTeams, gainOfTeam } from '../search-theory/teams.ts'
import { type Assumed, type Effort, prospectsOf } from './best-next.ts'

/** A team at hand; one that is out searches on where it is. */
export interface TeamAtHand {
  people: number
  out?: Id
}

export interface TeamInPlan {
  place: Id
  /** What the team adds to all the others. */
  gain: number
  /** POD of the segment now, and after everybody whom the plan has there. */
  pod: number
  podAfter: number
}

export interface TeamPlan {
  /** In the order given. */
  teams: TeamInPlan[]
  /** What the whole plan adds to the chance of success. */
  gain: number
  /** What the same searcher-hours would add, split over all segments by area, in equal parts, and freely: the most. */
  byArea: number
  equally: number
  atMost: number
}

/** Whole teams to whole segments, with the teams that are out already; null while no segment promises anything. */
export function planTeams(
  places: readonly Place[],
  assumed: Assumed,
  teams: readonly TeamAtHand[],
  minutes: Effort['minutes'],
): TeamPlan | null {
  const prospects = prospectsOf(places, assumed)
  if (teams.length === 0 || !prospects.some(({ mass, rate }) => mass * rate > 0)) return null
  const masses = prospects.map(({ mass }) => mass)
  const hours = teams.map(({ people }) => (people * minutes) / 60)
  const pods = hours.map((effort) => prospects.map(({ rate }) => -Math.expm1(-rate * effort)))
  const fixed = teams.map(({ out }) => prospects.findIndex(({ place }) => place === out))
  const left = masses.map((mass, segment) =>
    fixed.reduce(
      (rest, of, team) => (of === segment ? rest * (1 - (pods[team]?.[segment] ?? 0)) : rest),
      mass,
    ),
  )
  const free = [...teams.keys()].filter((team) => (fixed[team] ?? -1) < 0)
  const sent = assignTeams(
    left,
    free.map((team) => pods[team] ?? []),
  )
  const to = fixed.map((segment, team) => (segment < 0 ? (sent[free.indexOf(team)] ?? 0) : segment))
  const after = prospects.map(({ pod, rate }, segment) => {
    const effort = to.reduce((sum, of, team) => (of === segment ? sum + (hours[team] ?? 0) : sum), 0)
    return 1 - (1 - pod) * Math.exp(-rate * effort)
  })
  const whole = hours.reduce((sum, effort) => sum + effort, 0)
  const areas = places.flatMap(({ ring }) => (ring ? [ringArea(ring)] : []))
  return {
    teams: to.flatMap((segment, team) => {
      const prospect = prospects[segment]
      if (!prospect) return []
      const { place, pod } = prospect
      return [{ place, gain: gainOfTeam(masses, pods, to, team), pod, podAfter: after[segment] ?? pod }]
    }),
    gain: assignedSuccess(masses, pods, to),
    byArea: successOf(prospects, splitByArea(areas, whole)),
    equally: successOf(prospects, splitEqually(prospects, whole)),
    atMost: successOf(prospects, allocate(prospects, whole)),
  }
}
