import { describe, expect, test } from 'vitest'
import {
  byArea,
  byConsensus,
  byRings,
  draftsOf,
  draftsProblem,
  mixOf,
  normalisedPriors,
  normalisedWeights,
  priorsBody,
  priorsProblem,
  restOf,
  type ScenarioDraft,
} from '../../../../client/search/priors/priors.ts'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import type { Place } from '../../../../shared/operations/types.ts'
import { priorDeciders } from '../../../../shared/search/priors/decide-priors.ts'
import type { Consensus, Prior } from '../../../../shared/search/priors/probability.ts'
import { given } from '../../../kit/given-when-then.ts'
import { operation, planned } from '../../../kit/past.ts'

const centre = { lat: 43.2, lng: 76.9 }
const segment = (id: string, poa: number | null) => ({ id, poa, ring: squareRing(centre, 200) }) as Place
const segments = [segment('A', 0.5), segment('B', 0.3), segment('C', null)]
const places = ['A', 'B', 'C']
const draft = (id: number, weight: number | null, poa: number[], name = `way ${id}`): ScenarioDraft => ({
  ...{ id, name, weight, source: 'hand', consensus: null },
  poa: new Map(places.map((place, i) => [place, poa[i] ?? null])),
})

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
    expect(priors.get('near')).toBeCloseTo((50 * 40_000) / (Math.PI * 500 ** 2), 3)
    expect(priors.get('all')).toBeCloseTo(95, 0)
  })

  test('SEARCH-UI-7 with the rest of the world they make up 100, typed tenths included', () => {
    const tenths = new Map(places.map((id) => [id, 33.3] as const))
    expect(restOf(tenths)).toBe(0.1)
    expect(restOf(new Map([...tenths, ['D', 0.1] as const]))).toBe(0)
    expect(priorsProblem(new Map([...tenths, ['D', 0.1] as const]))).toBeNull()
    expect(priorsProblem(new Map([...tenths, ['D', 0.2] as const]))).toMatchObject({
      code: 'search.poa-over-one',
      params: { percent: 100.1 },
    })
  })

  test('SEARCH-UI-9 shares by area leave the rest that was asked for, and never less', () => {
    const areas = new Map([
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ])
    expect([...byArea(areas, 10).values()]).toEqual([15, 30, 45])
    expect(restOf(byArea(new Map([...'ABCDEFG'].map((id) => [id, 1])), 10))).toBe(10)
  })
})

describe('scenarios on the form', () => {
  test('PROB-211 what is typed is sent so that the server takes it, the rest of the world of each scenario included', () => {
    const drafts = [draft(0, 60, [33.3, 33.3, 33.3]), draft(1, 40, [0.1, 0.2, 99.7])]
    expect(draftsProblem(drafts)).toBeNull()
    const past = given(
      ...operation('search', { kind: 'segment', letter: 'X' }),
      planned('b', { kind: 'segment', letter: 'B' }),
      planned('c', { kind: 'segment', letter: 'C' }),
    )
    const renamed = drafts.map((one) => ({
      ...one,
      poa: new Map(['post', 'b', 'c'].map((id, i) => [id, [...one.poa.values()][i] ?? null])),
    }))
    past.when(priorDeciders.SetPriors, priorsBody('op', ['post', 'b', 'c'], renamed)).thenTypes('PriorsSet')
    expect(past.board.place.get('post')?.poa).toBeCloseTo(mixOf(places, drafts).poa[0] ?? 0, 12)
  })

  test('PROB-212 weights that do not make up 100 are told with their sum, and the button puts them right', () => {
    const drafts = [draft(0, 60, [10, 20, 30]), draft(1, 60, [1, 2, 3])]
    expect(draftsProblem(drafts)?.refusal).toMatchObject({
      code: 'search.weights-not-one',
      params: { percent: 120 },
    })
    expect(normalisedWeights(drafts).map(({ weight }) => weight)).toEqual([50, 50])
    // One without a weight has no proportion to keep.
    expect(
      normalisedWeights([...drafts, draft(2, null, [])]).map(({ weight }) => Math.round(weight ?? 0)),
    ).toEqual([33, 33, 33])
    expect(draftsProblem(normalisedWeights(drafts))).toBeNull()
    expect(draftsProblem([draft(0, 50, []), draft(1, 50, [], ' ')])).toMatchObject({
      ...{ scenario: 1, refusal: { code: 'search.scenario-unnamed' } },
    })
    expect(normalisedPriors(draft(0, 1, [60, 60, 0]).poa)).toEqual(
      new Map([
        ['A', 50],
        ['B', 50],
        ['C', 0],
      ]),
    )
  })

  test('PROB-213 the form begins with what the segments have, else with the newest prior as it was', () => {
    expect(draftsOf(segments, undefined, [], null)).toEqual([
      {
        ...draft(0, 100, [50, 30], ''),
        poa: new Map([
          ['A', 50],
          ['B', 30],
          ['C', null],
        ]),
      },
    ])
    const prior = {
      places,
      scenarios: [
        { weight: 0.6, source: 'consensus', consensus: 'c', rings: null, poa: [0.1, 0.2, 0.3], row: 0.4 },
        {
          weight: 0.4,
          source: 'rings',
          consensus: null,
          rings: { text: 'old', digest: '' },
          poa: [0.5, 0, 0],
          row: 0.5,
        },
      ],
    } as unknown as Prior
    const drafts = draftsOf(segments, prior, ['Trail', 'Road'], 'old')
    expect(drafts).toMatchObject([
      { name: 'Trail', weight: 60, source: 'consensus', consensus: 'c' },
      { name: 'Road', weight: 40, source: 'rings' },
    ])
    // Other rings, or other segments, than it was judged by.
    expect(draftsOf(segments, prior, [], 'new').map(({ source }) => source)).toEqual(['consensus', 'hand'])
    const fewer = draftsOf(segments.slice(0, 2), prior, [], 'old')
    expect(fewer).toMatchObject([{ source: 'hand', consensus: null }, { source: 'hand' }])
    expect(restOf(fewer[0]?.poa ?? new Map())).toBe(70)
  })

  test('PROB-214 a consensus is taken only for the very segments that were judged', () => {
    const consensus = { places: ['B', 'A', 'C'], result: { poa: [0.2, 0.3, 0.4], row: 0.1 } } as Consensus
    expect(byConsensus(consensus, segments)).toEqual(
      new Map([
        ['A', 30],
        ['B', 20],
        ['C', 40],
      ]),
    )
    expect(byConsensus(consensus, segments.slice(0, 2))).toBeNull()
    expect(byConsensus({ ...consensus, result: null }, segments)).toBeNull()
  })
})
