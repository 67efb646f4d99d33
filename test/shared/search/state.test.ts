import { describe, expect, test } from 'vitest'
import type { Place } from '../../../shared/operations/types.ts'
import { searchState } from '../../../shared/search/state.ts'

const segment = (id: string, poa: number | null, pods: number[]) =>
  ({
    ...{ id, poa, kind: 'segment', operation: 'op', letter: id, name: id, ring: null, slots: [], minimum: 0 },
    ...{ meeting: { at: { lat: 0, lng: 0 }, time: null }, changedAt: 0 },
    searches: pods.map((pod, i) => ({
      at: i,
      pod,
      coverage: 0,
      trackMetres: 0,
      area: 1,
      searchers: [],
      from: 0,
      to: 0,
    })),
  }) as unknown as Place

/** A published-style prior: four segments, ROW .15. */
const priors = [0.3, 0.25, 0.2, 0.1]
const searched = (...pods: number[][]) =>
  searchState(priors.map((poa, i) => segment(`s${i}`, poa, pods[i] ?? [])))
const close = (values: number[]) => values.map((value) => expect.closeTo(value, 6))

describe('probabilities of a search', () => {
  test('SRCH-1 V11 one segment searched in vain: its probability falls, every other rises, the sum stays 1', () => {
    const state = searched([0.5])
    expect(state.segments.map(({ poaNow }) => poaNow)).toEqual(
      close([0.176471, 0.294118, 0.235294, 0.117647]),
    )
    expect(state.rowNow).toBeCloseTo(0.176471, 6)
    expect(state.opos).toBeCloseTo(0.15, 6)
  })

  test('SRCH-2 V12 P2 two periods of sweeps: PODs combine per segment and count once', () => {
    const one = -Math.expm1(-1)
    const half = -Math.expm1(-0.5)
    const state = searched([one, 0.5], [half, 0.5], [0.25], [])
    expect(state.segments.map(({ pod }) => pod)).toEqual(close([0.81606, 0.696735, 0.25, 0]))
    expect(state.segments.map(({ poaNow }) => poaNow)).toEqual(
      close([0.103921, 0.142781, 0.282487, 0.188325]),
    )
    expect(state.rowNow).toBeCloseTo(0.282487, 6)
    expect(state.opos).toBeCloseTo(0.469002, 6)
    expect(state.segments.reduce((sum, { pos }) => sum + pos, 0)).toBeCloseTo(state.opos, 12)
  })

  test('SRCH-2 V13 neither of the two ways to count twice', () => {
    const state = searched([-Math.expm1(-1), 0.5], [-Math.expm1(-0.5), 0.5], [0.25], [])
    expect(state.opos).not.toBeCloseTo(0.519402, 4)
    expect(state.segments[0]?.poaNow).not.toBeCloseTo(0.043536, 4)
  })

  test('SRCH-3 the inputs stand beside the result; a place that is no segment, or has no prior, has no part', () => {
    const post = { ...segment('post', 0.5, [0.9]), kind: 'post' as const }
    const state = searchState([segment('s0', 0.4, [0.5]), segment('s1', null, [0.5]), post])
    expect(state.segments.map(({ place, pos }) => [place, pos])).toEqual([
      ['s0', 0.2],
      ['s1', 0],
    ])
    expect(state.segments[0]?.inputs).toHaveLength(1)
    expect(state.rowStart).toBeCloseTo(0.6, 12)
  })

  test('SRCH-4 when outside is likelier than any segment the search says so', () => {
    expect(searched().lookElsewhere).toBe(false)
    // Likelier outside by the plan alone: nothing has been searched that says anything of it.
    expect(searchState([segment('s0', 0.3, [])]).lookElsewhere).toBe(false)
    expect(searchState([segment('s0', 0.3, [0.1])]).lookElsewhere).toBe(true)
    expect(searched([0.9], [0.9], [0.9], [0.9]).lookElsewhere).toBe(true)
    expect(searchState([segment('s0', 1, [1])])).toMatchObject({ opos: 1, rowNow: 0 })
  })
})
