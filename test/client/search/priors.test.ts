import { describe, expect, test } from 'vitest'
import {
  byArea,
  byRings,
  priorChanges,
  priorsOf,
  priorsProblem,
  restOf,
} from '../../../client/search/priors.ts'
import { squareRing } from '../../../shared/geo/ring-shapes.ts'
import { checkedPlaces } from '../../../shared/operations/plan-rules.ts'
import type { Place } from '../../../shared/operations/types.ts'

const centre = { lat: 43.2, lng: 76.9 }
const segment = (id: string, poa: number | null) =>
  ({
    ...{ id, poa, kind: 'segment', operation: 'op', letter: id, name: id, slots: [{}], minimum: 1 },
    ring: squareRing(centre, 200),
    ...{ meeting: { at: centre, time: null }, changedAt: 0, searches: [] },
  }) as Place
const segments = [segment('A', 0.5), segment('B', 0.3), segment('C', null)]

describe('the probabilities of the segments', () => {
  test('SEARCH-UI-59 the rings give each segment its share of the annuli, and never more than was found within', () => {
    const within = [
      { share: 0.5, metres: 500 },
      { share: 0.95, metres: 1_500 },
    ]
    const rings = new Map([
      ['near', squareRing(centre, 200)],
      ['all', squareRing(centre, 4_000)],
    ])
    const priors = byRings(centre, rings, within)
    // Half of the subjects over the area of the first ring, of which the segment has 40,000 m².
    expect(priors.get('near')).toBe(Math.floor((0.5 * 40_000 * 1000) / (Math.PI * 500 ** 2)) / 10)
    expect(priors.get('all')).toBeCloseTo(95, 0)
  })

  test('SEARCH-UI-7 with the rest of the world they make up 100, typed tenths included', () => {
    const tenths = new Map(['A', 'B', 'C'].map((id) => [id, 33.3] as const))
    expect(restOf(tenths)).toBe(0.1)
    expect(restOf(new Map([...tenths, ['D', 0.1] as const]))).toBe(0)
    expect(priorsProblem(new Map([...tenths, ['D', 0.1] as const]))).toBeNull()
    expect(priorsProblem(new Map([...tenths, ['D', 0.2] as const]))).toMatchObject({
      code: 'search.poa-over-one',
      params: { percent: 100.1 },
    })
  })

  test('SEARCH-UI-8 only what changed is sent, and what falls goes first', () => {
    expect(priorChanges(segments, priorsOf(segments))).toEqual([])
    const wanted = new Map([
      ['A', 70],
      ['B', 10],
      ['C', 20],
    ])
    const changes = priorChanges(segments, wanted)
    expect(changes.map(({ place, poa }) => [place, poa])).toEqual([
      ['B', 0.1],
      ['A', 0.7],
      ['C', 0.2],
    ])
    expect(priorChanges(segments, new Map([...priorsOf(segments), ['A', null]]))).toMatchObject([
      { place: 'A', poa: null },
    ])
  })

  test('SEARCH-UI-8 on the way no step passes the whole', () => {
    const plan = new Map(segments.map((one) => [one.id, one]))
    const operation = {
      kind: 'search' as const,
      window: { from: 0, to: 1 },
      perimeter: squareRing(centre, 1000),
    }
    for (const { place, ...body } of priorChanges(
      segments,
      new Map([
        ['A', 10],
        ['B', 20],
        ['C', 70],
      ]),
    )) {
      plan.set(place, { ...(plan.get(place) as Place), ...body })
      const planned = [...plan.values()].map(({ searches: _, changedAt: __, ...rest }) => rest)
      expect(checkedPlaces(operation, planned)).toBeInstanceOf(Array)
    }
  })

  test('SEARCH-UI-9 shares by area leave the rest that was asked for, and never less', () => {
    const priors = byArea(
      new Map([
        ['A', 1],
        ['B', 2],
        ['C', 3],
      ]),
      10,
    )
    expect([...priors.values()]).toEqual([15, 30, 45])
    expect(restOf(byArea(new Map([...'ABCDEFG'].map((id) => [id, 1])), 10))).toBeGreaterThanOrEqual(10)
  })
})
