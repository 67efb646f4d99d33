import { describe, expect, test } from 'vitest'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import type { Place } from '../../../../shared/operations/types.ts'
import { areaPlan, bestPlan, nextTasks, successSoFar } from '../../../../shared/search/teams/best-next.ts'
import { allocate, type Prospect, successOf } from '../../../../shared/search-theory/allocation.ts'
import { coverage } from '../../../../shared/search-theory/coverage.ts'

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 5))
const prospects = (masses: number[], rates: number[]) =>
  masses.map((mass, i) => ({ mass, rate: rates[i] ?? 0 }))

/** What one more hour promises where most is left after the split. */
const levelOf = (all: readonly Prospect[], shares: readonly number[]) =>
  Math.max(...all.map(({ mass, rate }, i) => mass * rate * Math.exp(-rate * (shares[i] ?? 0))))

describe('the best split of an effort', () => {
  test.each([
    {
      v: 'V14',
      p: [0.6, 0.4],
      a: [1, 1],
      effort: 2,
      t: [1.202733, 0.797267],
      pos: 0.639553,
      level: 0.180223,
    },
    { v: 'V15', p: [0.9, 0.1], a: [1, 1], effort: 2, t: [2, 0], pos: 0.778198, level: 0.121802 },
    {
      v: 'V16',
      p: [0.5, 0.3],
      a: [1, 0.5],
      effort: 2,
      t: [1.469315, 0.530685],
      pos: 0.454876,
      level: 0.115041,
    },
  ])('SEARCH-UI-1 $v masses $p, rates $a', ({ p, a, effort, t, pos, level }) => {
    const all = prospects(p, a)
    const shares = allocate(all, effort)
    expect(shares).toEqual(close(t))
    expect(successOf(all, shares)).toBeCloseTo(pos, 5)
    expect(levelOf(all, shares)).toBeCloseTo(level, 6)
  })

  const masses = [0.35, 0.25, 0.15, 0.1]
  const rates = [0.1, 0.075, 1 / 6, 0.15]

  test.each([
    { effort: 5, t: [4.386771, 0, 0.613229, 0], pos: 0.138862 },
    { effort: 10, t: [6.934395, 0.923802, 2.141803, 0], pos: 0.236817, level: 0.017494886 },
    { effort: 24, t: [11.108206, 6.488884, 4.64609, 1.756819], pos: 0.435096, level: 0.011525102 },
    { effort: 60, t: [21.108206, 19.822218, 10.64609, 8.423485], pos: 0.697365 },
  ])('SEARCH-UI-1 V17 four segments, $effort hours', ({ effort, t, pos, level }) => {
    const all = prospects(masses, rates)
    const shares = allocate(all, effort)
    expect(shares).toEqual(close(t))
    expect(successOf(all, shares)).toBeCloseTo(pos, 5)
    if (level !== undefined) expect(levelOf(all, shares)).toBeCloseTo(level, 8)
  })

  test('SEARCH-UI-1 V17 what an hour promises at first, and the coverage after twenty-four', () => {
    const [areas, widths, speeds] = [
      [0.8, 0.5, 0.6, 1],
      [40, 25, 50, 60],
      [2, 1.5, 2, 2.5],
    ]
    const hourly = areas.map((km2, i) => coverage(widths[i] ?? 0, (speeds[i] ?? 0) * 1_000, km2 * 1e6))
    expect(hourly).toEqual(close(rates))
    expect(hourly.map((rate, i) => rate * (masses[i] ?? 0))).toEqual(close([0.035, 0.01875, 0.025, 0.015]))
    const shares = allocate(prospects(masses, hourly), 24)
    const covered = shares.map((t, i) => t * (hourly[i] ?? 0))
    expect(covered).toEqual(close([1.110821, 0.486666, 0.774348, 0.263523]))
  })

  test.each([
    { a: [1, 4, 12, 8], p: [8, 4, 1, 2], effort: 0.05, t: [0, 0.033333, 0, 0.016667] },
    { a: [8, 4, 0, 10], p: [1, 4, 20, 0], effort: 0.5, t: [0.108904, 0.391096, 0, 0] },
    { a: [8, 0, 0, 0], p: [0, 7, 0, 5], effort: 0.5, t: [0, 0, 0, 0] },
  ])('SEARCH-UI-1 V18 what can never be found gets nothing', ({ a, p, effort, t }) => {
    expect(allocate(prospects(p, a), effort)).toEqual(close(t))
  })

  test('SEARCH-UI-2 P2 V17 ten hours and then fourteen are the plan for twenty-four', () => {
    const first = allocate(prospects(masses, rates), 10)
    const left = masses.map((mass, i) => mass * Math.exp(-(rates[i] ?? 0) * (first[i] ?? 0)))
    const second = allocate(prospects(left, rates), 14)
    expect(first.map((t, i) => t + (second[i] ?? 0))).toEqual(close(allocate(prospects(masses, rates), 24)))
  })
})

const side = 400
/** Metres an hour of a searcher on foot, as assumed. */
const searchSpeed = 1_500
const segment = (id: string, poa: number | null, pods: { pod: number; at: number }[] = []) =>
  ({
    ...{ id, poa, kind: 'segment', operation: 'op', letter: id, name: id, slots: [], minimum: 0 },
    ring: squareRing({ lat: 43.2, lng: 76.9 }, side),
    ...{ meeting: { at: { lat: 43.2, lng: 76.9 }, time: null }, changedAt: 0 },
    searches: pods.map(({ pod, at }) => ({ pod, at })),
  }) as unknown as Place
const assumed = { sweepWidth: 40, walked: new Map<string, number>() }

describe('where next', () => {
  test('SEARCH-UI-3 the segment where a team adds most to the chance of success comes first', () => {
    const places = [segment('A', 0.2), segment('B', 0.5, [{ pod: 0.9, at: 1 }]), segment('C', 0.1)]
    const tasks = nextTasks(places, assumed, { people: 3, minutes: 60 })
    expect(tasks.map(({ place }) => place)).toEqual(['A', 'C', 'B'])
    const pod = -Math.expm1((-40 * searchSpeed * 3) / side ** 2)
    expect(tasks[0]?.gain).toBeCloseTo(0.2 * pod, 3)
    expect(tasks[0]?.podAfter).toBeCloseTo(pod, 2)
  })

  test('SEARCH-UI-4 what is walked and not recorded yet is not promised a second time', () => {
    const walked = new Map([['A', 0.8]])
    const [best, next] = nextTasks(
      [segment('A', 0.2), segment('B', 0.15)],
      { ...assumed, walked },
      {
        people: 3,
        minutes: 60,
      },
    )
    expect(best?.place).toBe('B')
    expect(next).toMatchObject({ place: 'A', pod: expect.closeTo(0.8, 9) })
  })

  test('SEARCH-UI-4 a segment without a probability gains nothing', () => {
    expect(nextTasks([segment('A', null)], assumed, { people: 3, minutes: 60 })[0]?.gain).toBe(0)
  })
})

describe('the chance of success over time', () => {
  const places = [segment('A', 0.4, [{ pod: 0.5, at: 20 }]), segment('B', 0.3, [{ pod: 0.5, at: 10 }])]

  test('SEARCH-UI-5 it rises with each recorded sweep, in the order of time', () => {
    expect(successSoFar(places, 0)).toEqual([
      { at: 0, opos: 0 },
      { at: 10, opos: expect.closeTo(0.15, 9) },
      { at: 20, opos: expect.closeTo(0.35, 9) },
    ])
  })

  test('SEARCH-UI-6 the best plan goes on from now, rises, and never passes what the segments hold', () => {
    const plan = bestPlan(places, assumed, 3, { from: 1_000, to: 1_000 + 12 * 3_600_000 })
    expect(plan[0]?.opos).toBeCloseTo(0.35, 9)
    for (const [i, { opos }] of plan.entries()) {
      if (i > 0) expect(opos).toBeGreaterThan(plan[i - 1]?.opos ?? 1)
      expect(opos).toBeLessThanOrEqual(0.7 + 1e-9)
    }
  })

  test('ALLOC-227 beside the best plan goes the same effort spread by area: from the same now, and never above it', () => {
    const span = { from: 1_000, to: 1_000 + 12 * 3_600_000 }
    const best = bestPlan(places, assumed, 3, span)
    const byArea = areaPlan(places, assumed, 3, span)
    expect(byArea[0]?.opos).toBeCloseTo(best[0]?.opos ?? 1, 12)
    for (const [i, { at, opos }] of byArea.entries()) {
      expect(at).toBe(best[i]?.at)
      expect(opos).toBeLessThanOrEqual((best[i]?.opos ?? 0) + 1e-12)
    }
    expect(byArea.at(-1)?.opos).toBeGreaterThan(byArea[0]?.opos ?? 1)
  })
})
