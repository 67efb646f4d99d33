import { expect, test } from 'vitest'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import type { Place } from '../../../../shared/operations/types.ts'
import { searchState } from '../../../../shared/search/state.ts'
import { nextTasks } from '../../../../shared/search/teams/best-next.ts'
import type { Assumed } from '../../../../shared/search/teams/goals.ts'
import { planTeams, weighPlan } from '../../../../shared/search/teams/team-plan.ts'
import type { SegmentSearch } from '../../../../shared/search/types.ts'

const centre = { lat: 43.2, lng: 76.9 }
const metresNorth = (metres: number) => ({ lat: centre.lat + metres / 111_195, lng: centre.lng })
const segment = (id: string, poa: number, { at = centre, side = 400, searches = [] as object[] } = {}) =>
  ({
    ...{ id, poa, kind: 'segment', operation: 'op', letter: id, name: id, slots: [], minimum: 0 },
    ring: squareRing(at, side),
    ...{ meeting: { at, time: null }, changedAt: 0, searches: searches as SegmentSearch[] },
  }) as Place
const assumed: Assumed = { sweepWidth: 40, walked: new Map() }
const team = { people: 3 }

test('ALLOC-220 the gain of a task is the overall success with it less the success without it', () => {
  const places = [
    segment('A', 0.3, { searches: [{ at: 1, pod: 0.4 }] }),
    segment('B', 0.4),
    segment('C', 0.1),
  ]
  const teams = [{ people: 4, out: 'B' }, team]
  const plan = planTeams(places, assumed, teams, 60)
  const row = plan?.teams[1]
  const opos = (rows: readonly { place: string; reach: { pod: number } }[]) =>
    searchState(
      places.map((place) => ({
        ...place,
        searches: [
          ...place.searches,
          ...rows
            .filter((one) => one.place === place.id)
            .map(({ reach }) => ({ pod: reach.pod }) as SegmentSearch),
        ],
      })),
    ).opos
  expect(row?.place).toBe('A')
  expect(row?.gain).toBeCloseTo(opos(plan?.teams ?? []) - opos(plan?.teams.slice(0, 1) ?? []), 12)
  expect(plan?.gain).toBeCloseTo(opos(plan?.teams ?? []) - opos([]), 12)
  // "Where next" for one more team is the same reckoning.
  const [next] = nextTasks(places, assumed, { ...team, minutes: 60 }, teams.slice(0, 1))
  expect(next).toMatchObject({ place: 'A', gain: expect.closeTo(row?.gain ?? 0, 12) })
})

test('ALLOC-221 the way is taken off a team’s time, and a far segment can promise less than a near one', () => {
  const places = [segment('near', 0.2), segment('far', 0.25, { at: metresNorth(2_000) })]
  const [first, second] = nextTasks(places, assumed, { ...team, minutes: 60, at: centre })
  expect(first?.place).toBe('near')
  expect(first?.reach).toMatchObject({ travel: 0, searching: 60 })
  // 1.8 km to the border, ways 1.3 times as long, 1.4 m/s.
  const way = (1_800 * 1.3) / 1.4 / 60
  expect(second?.reach.travel).toBeCloseTo(way, 1)
  expect(second?.reach.searching).toBeCloseTo(60 - way, 1)
  expect(nextTasks(places, assumed, { ...team, minutes: 60 })[0]?.place).toBe('far')
  const short = nextTasks(places, assumed, { ...team, minutes: 20, at: centre })
  expect(short[1]).toMatchObject({ gain: 0, reach: { searching: 0 } })
})

test('ALLOC-221 who stands in a segment needs no way there; who is sent but not there yet does, as it travels', () => {
  const places = [segment('A', 0.3, { at: metresNorth(2_000) })]
  const away = { ...team, out: 'A', at: centre }
  const travelOf = (one: typeof away & { by?: 'vehicle'; stands?: string }) =>
    planTeams(places, assumed, [one], 60)?.teams[0]?.reach.travel
  expect(travelOf({ ...away, stands: 'A' })).toBe(0)
  expect(travelOf(away)).toBeCloseTo((1_800 * 1.3) / 1.4 / 60, 1)
  expect(travelOf({ ...away, by: 'vehicle' })).toBeCloseTo(((1.8 * 1.3) / 25) * 60, 1)
})

test('ALLOC-222 a hole of a swept segment is a goal with its own area and what is left there', () => {
  // A quarter was not seen, the rest to 60 %.
  const area = 160_000
  const left = [{ area: area / 4, pod: 0 }]
  const places = [segment('A', 0.4, { searches: [{ at: 1, pod: 0.45, left }] }), segment('B', 0.1)]
  const tasks = nextTasks(places, assumed, { people: 2, minutes: 30 })
  const hole = tasks.find((task) => task.hole)
  const whole = tasks.find((task) => task.place === 'A' && !task.hole)
  expect(hole).toMatchObject({ place: 'A', hole: { nth: 0, area: area / 4 } })
  expect(hole?.mass).toBeCloseTo(0.4 / 4, 3)
  expect(whole?.mass).toBeCloseTo(0.4 * 0.55, 9)
  const pod = -Math.expm1((-40 * 1_500) / (area / 4))
  expect(hole?.gain).toBeCloseTo((0.4 / 4) * pod, 3)
  expect(hole?.gain).toBeGreaterThan(whole?.gain ?? 1)
  expect(tasks[0]).toBe(hole)
  // What was walked since, as the server sees it, takes the place of the record's holes.
  const filled = nextTasks(
    places,
    { ...assumed, walked: new Map([['A', 0.4]]), left: new Map([['A', []]]) },
    { people: 2, minutes: 30 },
  )
  expect(filled.some((task) => task.hole)).toBe(false)
})

test('ALLOC-223 nobody is planned into a locked segment, and its area gets no hours', () => {
  const places = [segment('A', 0.5), segment('B', 0.2)]
  const locked = { ...assumed, locked: new Set(['A']) }
  expect(nextTasks(places, locked, { ...team, minutes: 60 }).map(({ place }) => place)).toEqual(['B'])
  const plan = planTeams(places, locked, [team, team], 60)
  expect(plan?.teams.map(({ place }) => place)).toEqual(['B', 'B'])
  expect(plan?.byArea).toBeCloseTo(plan?.atMost ?? 0, 6)
})

test('ALLOC-224 each kind of team searches as wide and as fast as was said, a dog team as one', () => {
  const places = [segment('A', 0.5)]
  const dog = { people: 4, kind: 'dog' as const }
  const pod = (metres: number, kmh: number, sensors: number) =>
    -Math.expm1((-metres * kmh * 1_000 * sensors) / 160_000)
  const podOf = (of: Assumed, who: typeof dog | typeof team) =>
    planTeams(places, of, [who], 60)?.teams[0]?.reach.pod ?? 0
  expect(podOf(assumed, team)).toBeCloseTo(pod(40, 1.5, 3), 3)
  expect(podOf(assumed, dog)).toBeCloseTo(pod(40, 2.5, 1), 3)
  const kinds = { dog: { width: 90, speed: 3, source: 'estimate' as const } }
  expect(podOf({ ...assumed, kinds }, dog)).toBeCloseTo(pod(90, 3, 1), 3)
})

test('ALLOC-225 a plan moved by hand is weighed by the same functions, never above the best, for the same hours', () => {
  const places = [
    segment('A', 0.3, { searches: [{ at: 1, pod: 0.2 }] }),
    segment('B', 0.25),
    segment('C', 0.1, { side: 800 }),
  ]
  const teams = [team, { people: 5 }]
  const best = planTeams(places, assumed, teams, 60)
  const same = weighPlan(places, assumed, teams, 60, best?.teams.map(({ goal }) => goal) ?? [])
  expect(same.gain).toBe(best?.gain)
  expect(same.segments).toEqual(best?.segments)
  for (const to of [
    [0, 0],
    [1, 0],
    [2, 1],
    [2, 2],
  ])
    expect(weighPlan(places, assumed, teams, 60, to).gain).toBeLessThanOrEqual((best?.gain ?? 0) + 1e-12)
  const longer = teams.map((one) => ({ ...one, minutes: 120 }))
  expect(weighPlan(places, assumed, longer, 60, [0, 1]).gain).toBeGreaterThan(
    weighPlan(places, assumed, teams, 60, [0, 1]).gain,
  )
  // Segment by segment it makes up the whole.
  const sum = same.segments.reduce((all, one) => all + one.gain, 0)
  expect(sum).toBeCloseTo(same.gain, 12)
})
