import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { planeAt } from '../../shared/geo/plane.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { filterTrack, type TrackFix } from '../../shared/positions/track-filter.ts'
import { allocate, successOf } from '../../shared/search-theory/allocation.ts'
import { planLanes } from '../../shared/search-theory/lanes.ts'
import { liveSweep } from '../../shared/search-theory/live-sweep.ts'
import { segmentCoverage } from '../../shared/search-theory/segment-coverage.ts'
import { assignedSuccess, bestAssignment } from '../../shared/search-theory/teams.ts'
import { type Bench, chance, cpuMs, interleaved, measured, median } from './kit.ts'

const centre = { lat: 43.2389, lng: 76.8897 }
const width = 30

/** Segments with a mass and an area, teams of 3 to 12 for four hours: what each would detect in each. */
function teamsProblem(segments: number, teams: number) {
  const random = chance(21)
  const weights = Array.from({ length: segments }, () => random() ** 3)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const masses = weights.map((weight) => (0.9 * weight) / whole)
  const rates = masses.map(() => (width * 1500) / (150_000 + random() * 900_000))
  const hours = Array.from({ length: teams }, () => 4 * (3 + Math.floor(random() * 10)))
  return {
    masses,
    prospects: masses.map((mass, i) => ({ mass, rate: rates[i] as number })),
    hours: hours.reduce((sum, one) => sum + one, 0),
    pods: hours.map((effort) => rates.map((rate) => -Math.expm1(-rate * effort))),
  }
}

/** A searcher in the lanes of a segment: a fix every five seconds with a receiver's error. */
function walkOf(lanes: readonly LatLng[], seconds: number, seed: number): TrackFix[] {
  const random = chance(seed)
  const plane = planeAt(centre)
  const fixes: TrackFix[] = []
  let [leg, along] = [0, 0]
  for (let second = 0; second < seconds; second += 5) {
    const [from, to] = [lanes[leg % lanes.length] as LatLng, lanes[(leg + 1) % lanes.length] as LatLng]
    const metres = Math.hypot(
      (to.lat - from.lat) * plane.metresPerLat,
      (to.lng - from.lng) * plane.metresPerLng,
    )
    along += 0.9 * 5
    if (along >= metres) [leg, along] = [leg + 1, along - metres]
    const share = Math.min(1, along / Math.max(metres, 1))
    const error = () => (random() - 0.5) * 6
    fixes.push({
      lat: from.lat + share * (to.lat - from.lat) + error() / plane.metresPerLat,
      lng: from.lng + share * (to.lng - from.lng) + error() / plane.metresPerLng,
      at: second * 1000,
      accuracy: 4 + random() * 5,
    })
  }
  return fixes
}

const waysOf = (segment: LatLng[], people: number): LatLng[][] => {
  const { lanes } = planLanes(segment, { spacing: width, bearing: 0, from: 'left' }, people)
  return Array.from({ length: people }, (_, at) =>
    lanes.filter(({ searcher }) => searcher === at + 1).flatMap(({ parts }) => parts.flat()),
  )
}

export const bench: Bench = async function* ({ quick }) {
  const rounds = quick ? 3 : 9

  const { masses, prospects, hours, pods } = teamsProblem(200, 60)
  let to: number[] = []
  const { ours } = await interleaved(rounds, {
    ours: () => cpuMs(() => (to = bestAssignment(masses, pods).to)),
  })
  const found = assignedSuccess(masses, pods, to)
  const most = successOf(prospects, allocate(prospects, hours))
  yield measured({
    case: `60 teams to 200 segments, ${((100 * found) / most).toFixed(2)} % of what the same hours find when split freely`,
    ...{ ours, unit: 'ms of CPU', better: 'lower' },
    goal: 'under 50 ms; no team alone would do better elsewhere',
    met: (_, ours) => ours < 50,
    wrong: movable(masses, pods, to) ?? (found > most + 1e-9 ? 'more than can be found' : null),
  })

  // 2 km² in cells of 10 m.
  const segment = squareRing(centre, Math.sqrt(2e6))
  const people = 6
  const ways = waysOf(segment, people).map((way, i) => walkOf(way, quick ? 1800 : 7200, i))
  const live = liveSweep(segment)
  const each: number[] = []
  for (let i = 0; i < (ways[0]?.length ?? 0); i++)
    for (const [who, fixes] of ways.entries()) {
      const began = performance.now()
      live.fix(`${who}`, fixes[i] as TrackFix, width)
      each.push(performance.now() - began)
    }
  const tracks = ways.map((fixes, who) => ({
    who: `${who}`,
    lines: filterTrack(fixes).lines,
    sweepWidth: { metres: width },
  }))
  let whole = segmentCoverage(segment, tracks)
  const anew = median(
    Array.from({ length: rounds }, () =>
      cpuMs(() => {
        whole = segmentCoverage(
          segment,
          ways.map((fixes, who) => ({
            who: `${who}`,
            lines: filterTrack(fixes).lines,
            sweepWidth: { metres: width },
          })),
        )
      }),
    ),
  )
  const slow = each.toSorted((a, b) => a - b)[Math.floor(0.99 * each.length)] as number
  const differs = live.cells.coverage.findIndex((of, at) => of !== whole.cells.coverage[at])
  yield measured({
    case: `a fix painted into ${live.cells.coverage.length} cells, the 99th of a hundred of ${each.length} (peer: all of them anew)`,
    ...{ ours: slow, peer: anew, unit: 'ms', better: 'lower' },
    goal: 'under 2 ms, and every cell as painted from nothing',
    met: (_, ours) => ours < 2,
    wrong: differs < 0 ? null : `cell ${differs} is another`,
  })

  // 60 searchers in 12 segments, eight hours.
  const grounds = Array.from({ length: 12 }, (_, i) =>
    squareRing({ lat: centre.lat + 0.012 * Math.floor(i / 4), lng: centre.lng + 0.016 * (i % 4) }, 1000),
  )
  const day = grounds.map((ground, i) =>
    waysOf(ground, 5).map((way, n) => walkOf(way, quick ? 3_600 : 28_800, 100 + 5 * i + n)),
  )
  const fixes = day.flat().reduce((sum, one) => sum + one.length, 0)
  let covered: ReturnType<typeof segmentCoverage>[] = []
  const rebuilt = await interleaved(quick ? 1 : 3, {
    ours: () =>
      cpuMs(() => {
        covered = grounds.map((ground, i) =>
          segmentCoverage(
            ground,
            (day[i] ?? []).map((fixes, who) => ({
              who: `${who}`,
              lines: filterTrack(fixes).lines,
              sweepWidth: { metres: width },
            })),
          ),
        )
      }),
  })
  const off = covered.find(({ cells, coverage, area }) => {
    const held = cells.coverage.reduce((sum, of) => sum + of, 0) * cells.metres ** 2
    // What was walked is all there: only bands along the border lie partly outside.
    return Math.abs(held / (coverage * area) - 1) > 0.03
  })
  yield measured({
    case: `the cells of ${fixes} fixes of 60 searchers from nothing`,
    ...{ ours: rebuilt.ours, unit: 'ms of CPU', better: 'lower' },
    goal: quick ? '' : 'under 2 s',
    ...(!quick && { met: (_: number, ours: number) => ours < 2000 }),
    wrong: off ? `cells hold another effort than was walked` : null,
  })
}

/** A single move that finds more would show that the assignment is none. */
function movable(masses: readonly number[], pods: readonly number[][], to: readonly number[]): string | null {
  const before = assignedSuccess(masses, pods, to)
  for (const team of pods.keys())
    for (const goal of masses.keys()) {
      const left = masses[goal] as number
      if (left * (pods[team]?.[goal] ?? 0) < 1e-6 || goal === to[team]) continue
      if (assignedSuccess(masses, pods, to.with(team, goal)) > before + 1e-9)
        return `team ${team} finds more in ${goal}`
    }
  return null
}
