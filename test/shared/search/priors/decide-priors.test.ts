import { describe, expect, test } from 'vitest'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import { planDeciders } from '../../../../shared/operations/decide-plan.ts'
import { consensusDeciders } from '../../../../shared/search/priors/decide-consensus.ts'
import { priorDeciders } from '../../../../shared/search/priors/decide-priors.ts'
import { isOlderThan, knownUntil, priorsOf, replayed } from '../../../../shared/search/priors/priors.ts'
import type { SegmentSearch } from '../../../../shared/search/types.ts'
import { factsOf, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { operation, planned } from '../../../kit/past.ts'

const { SetPriors } = priorDeciders
const ring = squareRing({ lat: 43.205, lng: 76.905 }, 100)
const segment = { kind: 'segment' as const, ring, poa: 0.1 }
const search = () =>
  given(
    ...operation('search', { ...segment, letter: 'F' }),
    planned('g', { ...segment, letter: 'G' }),
    planned('gate', { letter: 'X' }),
  )
const one = { name: null, weight: 1, source: 'hand' as const, consensus: null, poa: [0.5, 0.3], row: 0.2 }
const body = { operation: 'op', places: ['post', 'g'], scenarios: [one] }
const trail = { ...one, name: 'Lost on the trail', weight: 0.6 }
const road = { ...one, name: 'Went to the road', weight: 0.4, poa: [0, 0.8], row: 0.2 }

describe('the probabilities of a search', () => {
  test('PROB-201 one scenario is the simple case: its numbers become those of the segments', () => {
    const { board } = search().when(SetPriors, body).thenTypes('PriorsSet')
    expect([board.place.get('post')?.poa, board.place.get('g')?.poa]).toEqual([0.5, 0.3])
    expect(board.place.get('gate')?.poa).toBeNull()
  })

  test('PROB-202 a segment has the weighted sum of the scenarios, and each keeps its own numbers and rest of the world', () => {
    const done = search().when(SetPriors, { ...body, scenarios: [trail, road] })
    expect(done.board.place.get('post')?.poa).toBeCloseTo(0.3, 12)
    expect(done.board.place.get('g')?.poa).toBeCloseTo(0.5, 12)
    expect(priorsOf(done.board, 'op')).toMatchObject([
      {
        scenarios: [
          { weight: 0.6, row: 0.2 },
          { weight: 0.4, poa: [0, 0.8], row: 0.2 },
        ],
      },
    ])
  })

  test('PROB-203 the name of a scenario is free text: only the vault has it', () => {
    const { decision } = search().when(SetPriors, { ...body, scenarios: [trail, road] })
    expect(JSON.stringify(factsOf(decision))).not.toContain('trail')
    expect(decision).toMatchObject({
      secrets: [{ fields: { text: 'Lost on the trail' } }, { fields: { text: 'Went to the road' } }],
    })
  })

  test.each([
    [
      'weights that do not make up one',
      [{ ...trail, weight: 0.5 }, road],
      'search.weights-not-one',
      { percent: 90 },
    ],
    [
      'a weight of zero',
      [
        { ...trail, weight: 1 },
        { ...road, weight: 0 },
      ],
      'search.weights-not-one',
      {},
    ],
    [
      'a negative weight',
      [
        { ...trail, weight: 1.4 },
        { ...road, weight: -0.4 },
      ],
      'search.weights-not-one',
      {},
    ],
    ['two without a name', [{ ...trail, name: null }, road], 'search.scenario-unnamed', undefined],
    ['less than the whole', [{ ...one, row: 0.1 }], 'search.poa-not-one', { percent: 90, scenario: 1 }],
    ['more than the whole', [{ ...one, row: 0.3 }], 'search.poa-not-one', { percent: 110, scenario: 1 }],
    [
      'a negative one',
      [trail, { ...road, poa: [-0.2, 1], row: 0.2 }],
      'search.poa-negative',
      { scenario: 2 },
    ],
    ['one above one', [{ ...one, poa: [1.2, 0], row: 0 }], 'search.poa-above-one', { scenario: 1 }],
    ['one that is no number', [{ ...one, poa: [Number.NaN, 0.8] }], 'search.poa-not-number', { scenario: 1 }],
    ['a number missing', [{ ...one, poa: [0.8] }], 'search.priors-segments', { scenario: 1 }],
    [
      'rings that nobody chose',
      [{ ...one, source: 'rings' as const }],
      'search.rings-not-chosen',
      { scenario: 1 },
    ],
    [
      'a consensus that is none',
      [{ ...one, source: 'consensus' as const }],
      'search.consensus-open',
      { scenario: 1 },
    ],
    ['a hand with a consensus', [{ ...one, consensus: 'c' }], 'search.consensus-not-used', { scenario: 1 }],
  ])('PROB-204 refused with a sentence: %s', (_, scenarios, code, params) => {
    search()
      .when(SetPriors, { ...body, scenarios })
      .then({ code, ...(params && { params: expect.objectContaining(params) }) })
  })

  test('PROB-205 all segments and only they are given numbers', () => {
    for (const places of [['post'], ['post', 'post'], ['post', 'gate'], ['post', 'g', 'gate']])
      search()
        .when(SetPriors, {
          ...body,
          places,
          scenarios: [{ ...one, poa: places.map(() => 0.8 / places.length) }],
        })
        .then({ code: 'search.priors-segments' })
  })

  test('PROB-206 after that one segment cannot be changed by itself; its form sends back tenths, which change nothing', () => {
    const thirds = { ...one, poa: [1 / 3, 1 / 3], row: 1 / 3 }
    const set = search().when(SetPriors, { ...body, scenarios: [thirds] })
    const {
      searches: _,
      changedAt: __,
      operation: ___,
      id,
      ...place
    } = set.board.place.get('post') ?? ({} as never)
    const change = (poa: number | null) => ({ ...place, place: id, name: 'Creek', poa })
    expect(set.when(planDeciders.ChangePlace, change(0.333)).board.place.get('post')).toMatchObject({
      ...{ name: 'Creek', poa: 1 / 3 },
    })
    set.when(planDeciders.ChangePlace, change(0.4)).then({ code: 'search.poa-by-priors' })
    search().when(planDeciders.ChangePlace, change(0.4)).thenTypes('PlaceChanged')
  })

  test('PROB-207 a later prior takes the recorded sweeps over by their PODs; the earlier one is kept and can be replayed', () => {
    const first = search().when(SetPriors, body)
    const sweep = { at: noon, pod: 0.5 } as SegmentSearch
    const place = first.board.place.get('post')
    if (place) first.board.place.set('post', { ...place, searches: [sweep] })
    const { board } = first.when(
      SetPriors,
      { ...body, scenarios: [road].map((s) => ({ ...s, weight: 1 })) },
      { now: noon + MINUTE },
    )
    const [earlier, now] = priorsOf(board, 'op')
    const places = [...board.place.values()]
    if (!earlier || !now) throw new Error('two priors')
    expect(earlier.at).toBeLessThan(now.at)
    expect(replayed(earlier, places)).toMatchObject({ opos: 0.25, rowStart: expect.closeTo(0.2, 12) })
    expect(replayed(now, places)).toMatchObject({ opos: 0, rowNow: expect.closeTo(0.2, 12) })
  })
})

test('PROB-215 what set a probability before there were scenarios still folds, and stands until a prior replaces it', () => {
  const old = search()
  expect([...old.board.place.values()].map(({ poa }) => poa)).toEqual([0.1, 0.1, null])
  expect(priorsOf(old.board, 'op')).toEqual([])
  expect(old.when(SetPriors, body).board.place.get('g')?.poa).toBe(0.3)
})

describe('a scenario from a consensus', () => {
  const closed = () => {
    const opened = search().when(consensusDeciders.OpenConsensus, {
      operation: 'op',
      method: 'mattson',
      row: null,
    })
    const [consensus = ''] = opened.board.consensus.keys()
    for (const id of ['ana', 'ben'])
      opened.when(
        consensusDeciders.GiveSheet,
        { consensus, values: id === 'ana' ? [50, 30, 20] : [30, 30, 40] },
        { by: { kind: 'staff', id } },
      )
    return { consensus, past: opened.when(consensusDeciders.CloseConsensus, { consensus }) }
  }

  test('PROB-208 it is the closed result, untouched; a number changed on the way is refused', () => {
    const { consensus, past } = closed()
    const agreed = { ...one, source: 'consensus' as const, consensus, poa: [0.4, 0.3], row: 0.3 }
    past
      .when(SetPriors, { ...body, scenarios: [{ ...agreed, poa: [0.41, 0.29] }] })
      .then({ code: 'search.consensus-changed' })
      .when(SetPriors, { ...body, scenarios: [agreed] })
      .thenTypes('PriorsSet')
  })

  test('PROB-208 one that is still open, or about other segments, is not used', () => {
    const { consensus, past } = closed()
    const agreed = { ...one, source: 'consensus' as const, consensus, poa: [0.4, 0.3, 0], row: 0.3 }
    past.when(planDeciders.PlanPlace, {
      ...{ operation: 'op', kind: 'segment', letter: 'H', name: 'H', slots: [], minimum: 0, poa: null },
      ring: squareRing({ lat: 43.207, lng: 76.905 }, 100),
      meeting: { at: { lat: 43.205, lng: 76.905 }, time: null },
    })
    const places = [...past.board.place.values()].flatMap(({ id, kind }) => (kind === 'segment' ? [id] : []))
    past
      .when(SetPriors, { ...body, places, scenarios: [agreed] })
      .then({ code: 'search.consensus-other-segments' })
  })

  test('PROB-216 probabilities are as old as the consensus that they came from, and a clue after that asks for a new one', () => {
    const { consensus, past } = closed()
    const agreed = { ...one, source: 'consensus' as const, consensus, poa: [0.4, 0.3], row: 0.3 }
    const { board } = past.when(SetPriors, { ...body, scenarios: [agreed] }, { now: noon + 30 * MINUTE })
    const [prior] = priorsOf(board, 'op')
    if (!prior) throw new Error('no prior')
    expect(knownUntil(prior, [...board.consensus.values()])).toBe(noon)
    expect(
      knownUntil({ ...prior, scenarios: [{ ...agreed, name: null, rings: null, consensus: null }] }, []),
    ).toBe(noon + 30 * MINUTE)
    expect([isOlderThan(noon + 1, noon), isOlderThan(noon, noon), isOlderThan(null, noon)]).toEqual([
      true,
      false,
      false,
    ])
  })
})
