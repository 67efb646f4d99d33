import type { Id } from '../../kernel/ids.ts'
import type { Place } from '../../operations/types.ts'
import { splitByArea, splitEqually } from '../../search-theory/allocation.ts'
import { allocateMixed, mixedSuccess } from '../../search-theory/resources.ts'
import { assignedSuccess, bestAssignment, gainOfTeam, leftBy } from '../../search-theory/teams.ts'
import {
  type Assumed,
  type Goal,
  type Ground,
  groundOf,
  type Reach,
  reachOf,
  sum,
  type TeamAtHand,
} from './goals.ts'

export interface TeamInPlan {
  /** Its place among the goals. */
  goal: number
  place: Id
  hole: Goal['hole']
  /** What the team adds to all the others: the success with it less the success without it. */
  gain: number
  /** POD of the segment now, and after everybody whom the plan has there. */
  pod: number
  podAfter: number
  reach: Reach
}

export interface SegmentInPlan {
  place: Id
  /** What is left of the probability here before the plan. */
  mass: number
  pod: number
  podAfter: number
  /** What the plan adds here. */
  gain: number
}

export interface TeamPlan {
  goals: Goal[]
  /** In the order given. */
  teams: TeamInPlan[]
  segments: SegmentInPlan[]
  /** What the whole plan adds to the chance of success. */
  gain: number
}

export interface BestPlan extends TeamPlan {
  /** No plan of whole teams adds more; equal to the gain when every way was looked at. */
  bound: number
  /** What the same searcher-hours would add, split over all segments by area, in equal parts, and freely: the most. */
  byArea: number
  equally: number
  atMost: number
  /** Hours of each team that those splits give out: its time less its shortest way. */
  hours: number[]
}

/** Whole teams to whole goals, with the teams that are out already; null while no segment promises anything. */
export function planTeams(
  places: readonly Place[],
  assumed: Assumed,
  teams: readonly TeamAtHand[],
  minutes: number,
): BestPlan | null {
  const ground = groundOf(places, assumed)
  if (teams.length === 0 || !ground.masses.some((mass) => mass > 0)) return null
  const reach = teams.map((team) => reachOf(ground, assumed, team, minutes))
  const pods = reach.map((row) => row.map(({ pod }) => pod))
  const covers = ground.goals.map(({ parts }) => parts)
  const fixed = teams.map(({ out }) =>
    ground.goals.findIndex(({ place, hole }) => place === out && hole === null),
  )
  const stay = fixed.map((goal) => (goal < 0 ? undefined : goal))
  const left = leftBy(ground.masses, pods, stay, covers)
  const free = [...teams.keys()].filter((team) => stay[team] === undefined)
  const sent = bestAssignment(
    left,
    free.map((team) => pods[team] ?? []),
    covers,
  )
  const to = stay.map((goal, team) => goal ?? sent.to[free.indexOf(team)] ?? 0)
  const plan = worthOf(ground, reach, to)
  const splits = splitsOf(ground, reach)
  return { ...plan, ...splits, bound: Math.min(splits.atMost, plan.gain + sent.bound - sent.success) }
}

/** What any plan is worth: the same reckoning for the best one and for one that was moved by hand. */
export function weighPlan(
  places: readonly Place[],
  assumed: Assumed,
  teams: readonly TeamAtHand[],
  minutes: number,
  to: readonly number[],
): TeamPlan {
  const ground = groundOf(places, assumed)
  return worthOf(
    ground,
    teams.map((team) => reachOf(ground, assumed, team, minutes)),
    to,
  )
}

function worthOf(
  { masses, goals, segments }: Ground,
  reach: readonly Reach[][],
  to: readonly number[],
): TeamPlan {
  const pods = reach.map((row) => row.map(({ pod }) => pod))
  const covers = goals.map(({ parts }) => parts)
  const ones = leftBy(
    masses.map(() => 1),
    pods,
    to,
    covers,
  )
  const inSegments = segments.map(({ place, parts, left, mass }): SegmentInPlan => {
    const after = sum(parts.map((part, n) => (left[n] ?? 0) * (ones[part] ?? 1)))
    const pod = 1 - sum(left)
    return { place, mass: mass * sum(left), pod, podAfter: 1 - after, gain: mass * (sum(left) - after) }
  })
  return {
    goals,
    teams: to.flatMap((goal, team) => {
      const of = goals[goal]
      const here = of && inSegments.find(({ place }) => place === of.place)
      const row = reach[team]?.[goal]
      if (!of || !here || !row) return []
      const { pod, podAfter } = here
      const gain = gainOfTeam(masses, pods, to, team, covers)
      return [{ goal, place: of.place, hole: of.hole, gain, pod, podAfter, reach: row }]
    }),
    segments: inSegments,
    gain: assignedSuccess(masses, pods, to, covers),
  }
}

/** The same effort without whole teams: each team's hours less its shortest way, split over the segments. */
function splitsOf(
  { masses, areas, segments }: Ground,
  reach: readonly Reach[][],
): Pick<BestPlan, 'byArea' | 'equally' | 'atMost' | 'hours'> {
  const hours = reach.map((row) => Math.max(0, ...row.map(({ searching }) => searching)) / 60)
  // Who searches as wide and as fast is one kind of effort: square metres an hour, and the hours of all.
  const kinds = new Map<number, number>()
  for (const [team, [one]] of reach.entries()) {
    if (!one) continue
    const metres = one.width * one.speed * 1000
    kinds.set(metres, (kinds.get(metres) ?? 0) + one.sensors * (hours[team] ?? 0))
  }
  const swept = [...kinds.keys()]
  const efforts = [...kinds.values()]
  const free = allocateMixed({
    masses,
    rates: swept.map((metres) => areas.map((area) => (area > 0 ? metres / area : 0))),
    efforts,
  })
  const whole = segments.map(({ area }) => area)
  const rates = swept.map((metres) => masses.map((_, part) => metres / areaAround(segments, part)))
  const everyPart = (split: readonly number[]) =>
    masses.map((_, part) => split[segments.findIndex(({ parts }) => parts.includes(part))] ?? 0)
  const worth = (split: (effort: number) => number[]) =>
    mixedSuccess(
      { masses, rates },
      efforts.map((effort) => everyPart(split(effort))),
    )
  return {
    byArea: worth((effort) => splitByArea(whole, effort)),
    equally: worth((effort) => splitEqually(segments, effort)),
    atMost: free.bound,
    hours,
  }
}

const areaAround = (segments: Ground['segments'], part: number): number =>
  segments.find(({ parts }) => parts.includes(part))?.area ?? Infinity
