import { inRing } from '../../shared/geo/geofence.ts'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { planeAt, toLatLng } from '../../shared/geo/plane.ts'
import { ringArea } from '../../shared/geo/ring-measure.ts'
import type { Place } from '../../shared/operations/types.ts'
import { searchState } from '../../shared/search/state.ts'
import type { TeamAtHand } from '../../shared/search/teams/goals.ts'
import { kindNumbers } from '../../shared/search/teams/team-kinds.ts'
import { planTeams, type TeamPlan, weighPlan } from '../../shared/search/teams/team-plan.ts'
import type { SegmentSearch } from '../../shared/search/types.ts'
import { poaByRings } from '../../shared/search-theory/find-rings.ts'
import { chance } from './kit.ts'

/**
 * `node test/bench/simulation.ts --cases 200 [--hours 12] [--seed 1]`: made-up searches, each once with the teams where
 * Serik sends them and once spread by area; how likely the subject was found by each hour. The planner does not know
 * where the subject is; the searchers detect by the exponential curve in the segment that they were sent to. Ways to a
 * segment are not counted for either, since spreading by area would walk most.
 */
interface Simulated {
  /** By each hour, for where the subject really is: the chance that this tasking has found it. */
  best: number[]
  byArea: number[]
  /** By each hour, over everywhere the subject may be: the overall probability of success. */
  expectedBest: number[]
  expectedByArea: number[]
}

/** Shares found within so many metres: a published row (hiker, temperate, flat). */
const rings = [
  { share: 0.25, metres: 640 },
  { share: 0.5, metres: 1_770 },
  { share: 0.75, metres: 3_220 },
  { share: 0.95, metres: 9_820 },
]
const ipp: LatLng = { lat: 43.2, lng: 76.9 }
const plane = planeAt(ipp)
const hour = 3_600_000

interface Case {
  places: Place[]
  teams: TeamAtHand[]
  sweepWidth: number
  /** Of the segments; -1: in none. */
  subject: number
}

type Tasking = (places: readonly Place[], teams: readonly TeamAtHand[]) => TeamPlan | null

/** One made-up search, the same for the same seed. */
export function simulate(seed: number, hours: number): Simulated {
  const one = madeUp(chance(seed))
  const assumed = { sweepWidth: one.sweepWidth, walked: new Map<string, number>() }
  const best = played(one, hours, (places, teams) => planTeams(places, assumed, teams, 60))
  const byArea = played(one, hours, (places, teams) =>
    weighPlan(places, assumed, teams, 60, mostWanting(places, teams, one.sweepWidth)),
  )
  return {
    best: best.map(({ subject }) => subject),
    byArea: byArea.map(({ subject }) => subject),
    expectedBest: best.map(({ opos }) => opos),
    expectedByArea: byArea.map(({ opos }) => opos),
  }
}

/** Segments around the IPP, cut by distance and direction as lines on the ground would; people walk on foot. */
function madeUp(random: () => number): Case {
  const bands = [0, 450, 900, 1_500, 2_300, 3_200].map(
    (metres, n) => metres * (n === 0 ? 1 : 0.85 + 0.3 * random()),
  )
  const outlines = bands.slice(1).flatMap((outer, band) => {
    const inner = bands[band] ?? 0
    const cuts = 3 + band + Math.floor(random() * 2)
    const turn = random() * 360
    const width = 360 / cuts
    return Array.from({ length: cuts }, (_, n) =>
      sector(inner, outer, turn + n * width, turn + (n + 1) * width),
    )
  })
  const places = outlines.map((ring, n) => placeOf(n, ring, poaByRings(ipp, ring, rings)))
  const teams = Array.from({ length: 3 + Math.floor(random() * 3) }, () => ({
    people: 3 + Math.floor(random() * 4),
  }))
  const at = somewhere(random)
  return {
    places,
    teams,
    sweepWidth: 20 + 30 * random(),
    subject: outlines.findIndex((ring) => inRing(ring, at)),
  }
}

function sector(inner: number, outer: number, from: number, to: number): Ring {
  const arc = (metres: number, a: number, b: number) =>
    Array.from({ length: 9 }, (_, n) => pointAt(metres, a + ((b - a) * n) / 8))
  return [...arc(outer, from, to), ...(inner > 0 ? arc(inner, to, from) : [ipp])]
}

function pointAt(metres: number, degrees: number): LatLng {
  const angle = (degrees / 180) * Math.PI
  return toLatLng(plane, { x: metres * Math.sin(angle), y: metres * Math.cos(angle) })
}

/** By the rings, evenly over the area of each; one in twenty is farther than the last. */
function somewhere(random: () => number): LatLng {
  const share = random()
  const n = rings.findIndex((ring) => share < ring.share)
  if (n < 0) return pointAt(20_000, random() * 360)
  const inner = rings[n - 1]?.metres ?? 0
  const outer = rings[n]?.metres ?? 0
  return pointAt(Math.sqrt(inner ** 2 + random() * (outer ** 2 - inner ** 2)), random() * 360)
}

const placeOf = (n: number, ring: Ring, poa: number): Place => ({
  ...{ id: `s${n}`, operation: 'op', kind: 'segment', letter: String(n), name: '', slots: [], minimum: 0 },
  ...{ meeting: { at: ipp, time: null }, ring, poa, searches: [], changedAt: 0 },
})

/** Hour by hour: the teams go, find nothing, and the probabilities shift. */
function played({ places: start, teams, subject }: Case, hours: number, tasking: Tasking) {
  let places = start
  return Array.from({ length: hours }, (_, stage) => {
    const plan = tasking(places, teams)
    if (plan) {
      const at = (stage + 1) * hour
      places = places.map((place) => {
        const here = plan.segments.find((one) => one.place === place.id)
        if (!here || here.podAfter <= here.pod) return place
        const pod = 1 - (1 - here.podAfter) / (1 - here.pod)
        return { ...place, searches: [...place.searches, { at, pod } as SegmentSearch] }
      })
    }
    const state = searchState(places)
    return { opos: state.opos, subject: state.segments[subject]?.pod ?? 0 }
  })
}

/** Each team to the segment that has had least for its size. */
function mostWanting(places: readonly Place[], teams: readonly TeamAtHand[], sweepWidth: number): number[] {
  const had = places.map(({ ring, searches }) => {
    const left = searches.reduce((all, { pod }) => all * (1 - pod), 1)
    return { area: ring ? ringArea(ring) : 0, coverage: -Math.log(left) }
  })
  return teams.map(({ people }) => {
    const n = had.reduce((least, one, i) => (one.coverage < (had[least]?.coverage ?? 0) ? i : least), 0)
    const one = had[n]
    if (one) one.coverage += (people * kindNumbers('foot').speed * 1_000 * sweepWidth) / one.area
    return n
  })
}

/** Mean and quartiles of one hour over all cases. */
export function spreadOf(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return {
    mean: values.reduce((sum, one) => sum + one, 0) / values.length,
    low: at(0.25),
    middle: at(0.5),
    high: at(0.75),
  }
}

if (import.meta.main) {
  const option = (name: string, usual: number) => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? usual : Number(process.argv[at + 1])
  }
  const cases = option('cases', 200)
  const hours = option('hours', 12)
  const seed = option('seed', 1)
  const all = Array.from({ length: cases }, (_, n) => simulate(seed + n, hours))
  const words = ({ mean, low, middle, high }: ReturnType<typeof spreadOf>) =>
    [mean, low, middle, high].map((one) => `${(one * 100).toFixed(1).padStart(6)}`).join('')
  console.log(`${cases} cases from seed ${seed}: per cent found by each hour, mean and quartiles`)
  console.log('hour   where they find most          spread by area               over everywhere: most, area')
  console.log('       mean   25 %  50 %  75 %      mean   25 %  50 %  75 %')
  for (let n = 0; n < hours; n++) {
    const column = (of: keyof Simulated) => spreadOf(all.map((one) => one[of][n] ?? 0))
    const overall = (['expectedBest', 'expectedByArea'] as const)
      .map((of) => (column(of).mean * 100).toFixed(1).padStart(6))
      .join('')
    console.log(
      `${String(n + 1).padStart(4)} ${words(column('best'))}    ${words(column('byArea'))}       ${overall}`,
    )
  }
}
