import { expect, test } from 'vitest'
import type { Place } from '../../../../shared/operations/types.ts'
import type { Period } from '../../../../shared/search/case/case-types.ts'
import { periodTable } from '../../../../shared/search/case/period-table.ts'
import type { SegmentSearch } from '../../../../shared/search/types.ts'

const sweep = (from: number, to: number, pod: number) =>
  ({ from, to, at: to, pod, coverage: -Math.log(1 - pod) }) as SegmentSearch
const place = (id: string, poa: number, searches: SegmentSearch[]) =>
  ({ id, poa, kind: 'segment', searches }) as unknown as Place
const period = (number: number, from: number, to: number | null) =>
  ({ id: `p${number}`, number, from, to }) as Period

/** V12: two periods over four segments. */
const places = [
  place('1', 0.3, [sweep(0, 90, 0.632121), sweep(100, 190, 0.5)]),
  place('2', 0.25, [sweep(0, 100, 0.393469), sweep(110, 190, 0.5)]),
  place('3', 0.2, [sweep(100, 200, 0.25)]),
  place('4', 0.1, []),
]
const near = (values: number[]) => values.map((value) => expect.closeTo(value, 5))

test('DEBRIEF-220 V12 each period has its success on the shifted probabilities, and the overall one by cumulative PODs', () => {
  const [first, second] = periodTable(places, [period(1, 0, 100), period(2, 100, null)])
  expect([first?.pos, first?.opos, first?.rowAfter]).toEqual(near([0.288004, 0.288004, 0.210675]))
  expect(first?.segments.map(({ poaAfter }) => poaAfter)).toEqual(near([0.155006, 0.212968, 0.2809, 0.14045]))
  expect(first?.segments.map(({ coverage }) => coverage)).toEqual(near([1, 0.5, 0, 0]))
  expect([second?.pos, second?.opos, second?.rowAfter]).toEqual(near([0.254212, 0.469002, 0.282487]))
  expect(second?.segments.map(({ poa }) => poa)).toEqual(near([0.155006, 0.212968, 0.2809, 0.14045]))
  expect(second?.segments.map(({ cumulativePod }) => cumulativePod)).toEqual(
    near([0.81606, 0.696735, 0.25, 0]),
  )
  expect(second?.segments.map(({ poaAfter }) => poaAfter)).toEqual(
    near([0.103921, 0.142781, 0.282487, 0.188325]),
  )
})

test('DEBRIEF-221 V13 neither trap: not the product of naive successes, nor cumulative PODs on shifted probabilities', () => {
  const last = periodTable(places, [period(1, 0, 100), period(2, 100, null)]).at(-1)
  expect(last?.opos).not.toBeCloseTo(0.519402, 3)
  expect(last?.segments[0]?.poaAfter).not.toBeCloseTo(0.043536, 3)
  // A table without periods comes to the same in one row.
  const [all] = periodTable(places)
  expect(all).toMatchObject({ period: null, sweeps: 5, opos: expect.closeTo(last?.opos ?? 0, 12) })
})

test('DEBRIEF-222 sweeps of no period stand between those of the periods, and a debriefing changes its period', () => {
  const gaps = [period(1, 0, 95), period(2, 150, null)]
  const rows = periodTable(places, gaps)
  expect(rows.map((row) => [row.period?.number ?? null, row.sweeps])).toEqual([
    [1, 1],
    [null, 1],
    [2, 3],
  ])
  const [one, ...others] = places
  const said = one && {
    ...one,
    searches: one.searches.map((search, n) => (n === 0 ? { ...search, debrief: { pod: 0.2 } } : search)),
  }
  const [first] = periodTable([said as Place, ...others], gaps)
  expect(first?.pos).toBeCloseTo(0.3 * 0.2, 9)
})
