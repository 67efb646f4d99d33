import type { LatLng, Ring } from '../../geo/lat-lng.ts'
import { ringArea } from '../../geo/ring-measure.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Place } from '../../operations/types.ts'
import type { HoleLeft } from '../../search-theory/segment-coverage.ts'
import { searchState } from '../state.ts'
import { type KindTable, kindNumbers, sensorsOf, type TeamKind, travelMinutes } from './team-kinds.ts'

/** What a forecast rests on besides the segments and their recorded sweeps. */
export interface Assumed {
  /** Metres: the search's own sweep width. */
  sweepWidth: number
  /** POD of what was walked since each segment's last recorded sweep. */
  walked: ReadonlyMap<Id, number>
  /** Holes that all sweeps have left, the unrecorded included; else those of the last recorded one. */
  left?: ReadonlyMap<Id, readonly HoleLeft[]>
  /** Nobody may be sent there. */
  locked?: ReadonlySet<Id>
  kinds?: KindTable
}

/** Where a team can be sent: a whole segment, or a hole that its sweeps have left. */
export interface Goal {
  place: Id
  ring: Ring
  /** The hole, and its place among the segment's. */
  hole: (HoleLeft & { nth: number }) | null
  /** Square metres that the team would search. */
  area: number
  /** The parts of the ground it takes in, and what is left of the probability there. */
  parts: number[]
  mass: number
}

/** The segments in parts: each hole by itself, and what is no hole. */
export interface Ground {
  /** What is left of the probability in each part. */
  masses: number[]
  /** Square metres of each part. */
  areas: number[]
  goals: Goal[]
  /** Each segment's parts with what is left of a probability of 1, to tell its POD. */
  segments: { place: Id; area: number; parts: number[]; left: number[]; mass: number }[]
}

/** Smaller parts of a segment are no goal of their own. */
const leastHole = 0.02
const mostHoles = 3

/** Segments with an outline that are not locked; a hole keeps what the sweeps left of it, the rest has what remains. */
export function groundOf(places: readonly Place[], { walked, left, locked }: Assumed): Ground {
  const rings = new Map(places.map(({ id, ring }) => [id, ring]))
  const ground: Ground = { masses: [], areas: [], goals: [], segments: [] }
  for (const { place, poaStart, pod, inputs } of searchState(places).segments) {
    const ring = rings.get(place)
    if (!ring || locked?.has(place)) continue
    const area = ringArea(ring)
    const whole = (1 - pod) * (1 - (walked.get(place) ?? 0))
    const known = left?.get(place) ?? inputs.at(-1)?.debrief?.left ?? inputs.at(-1)?.left ?? []
    const holes = known
      .filter((hole) => hole.area >= leastHole * area && hole.area < area)
      .slice(0, mostHoles)
    const shares = holes.map((hole) => (hole.area / area) * (1 - hole.pod))
    // What a debriefing has changed since can leave the whole less than its holes.
    const fits = whole > 0 ? whole / Math.max(whole, sum(shares)) : 0
    const lefts = shares.map((share) => share * fits)
    const rest = Math.max(0, whole - sum(lefts))
    const first = ground.masses.length
    const parts = [rest, ...lefts].map((_, n) => first + n)
    ground.masses.push(poaStart * rest, ...lefts.map((share) => poaStart * share))
    ground.areas.push(area - sum(holes.map((hole) => hole.area)), ...holes.map((hole) => hole.area))
    ground.segments.push({ place, area, parts, left: [rest, ...lefts], mass: poaStart })
    ground.goals.push({ place, ring, hole: null, area, parts, mass: poaStart * (rest + sum(lefts)) })
    for (const [nth, hole] of holes.entries())
      ground.goals.push({
        ...{ place, ring, hole: { ...hole, nth }, area: hole.area, parts: [first + 1 + nth] },
        mass: poaStart * (lefts[nth] ?? 0),
      })
  }
  return ground
}

/** A team at hand. Who is out searches on where it is. */
export interface TeamAtHand {
  people: number
  kind?: TeamKind
  /** From where it would go; not known: no way is counted. */
  at?: LatLng | null
  out?: Id
  /** In this segment now: there it needs no way. */
  stands?: Id
  /** How it goes, where not as it searches. */
  by?: TeamKind
  /** Its own hours; else those of all. */
  minutes?: number
}

export interface Reach {
  /** Minutes on the way, and those that are left to search. */
  travel: number
  searching: number
  /** Metres of the sweep width, kilometres an hour, and how many search so. */
  width: number
  speed: number
  sensors: number
  /** POD of the goal, if the team goes there. */
  pod: number
}

/** What a team would do at a goal within its time: the way there is taken off. */
export function reachOf(
  { goals }: Pick<Ground, 'goals'>,
  { sweepWidth, kinds }: Assumed,
  team: TeamAtHand,
  minutes: number,
): Reach[] {
  const kind = team.kind ?? 'foot'
  const { width, speed } = kindNumbers(kind, kinds)
  const metres = width ?? sweepWidth
  const sensors = sensorsOf(kind, team.people)
  return goals.map(({ place, ring, area }) => {
    const travel = team.stands === place ? 0 : travelMinutes(team.by ?? kind, team.at, ring)
    const searching = Math.max(0, (team.minutes ?? minutes) - travel)
    const covered = (metres * speed * 1000 * sensors * (searching / 60)) / area
    return { travel, searching, width: metres, speed, sensors, pod: -Math.expm1(-covered) }
  })
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
