import { expect, test } from 'vitest'
import { simulate, spreadOf } from '../../bench/simulation.ts'

const hours = 8
const all = Array.from({ length: 12 }, (_, seed) => simulate(seed + 1, hours))

const mean = (of: 'expectedBest' | 'expectedByArea', hour: number) =>
  spreadOf(all.map((one) => one[of][hour] ?? Number.NaN)).mean

test('ALLOC-210 over everywhere the subject may be, tasking by the best plan never finds less than by area', () => {
  for (let hour = 0; hour < hours; hour++)
    expect(mean('expectedBest', hour)).toBeGreaterThanOrEqual(mean('expectedByArea', hour))
  // Case by case, for the first hour's plan and for all of them: whole teams may lose a hair in between.
  for (const { expectedBest, expectedByArea } of all)
    for (const hour of [0, hours - 1])
      expect(expectedBest[hour]).toBeGreaterThanOrEqual((expectedByArea[hour] ?? 1) - 1e-9)
  expect(mean('expectedBest', hours - 1)).toBeGreaterThan(1.15 * mean('expectedByArea', hours - 1))
})

test('ALLOC-211 the same seed is the same search, and no hour loses what an earlier one had found', () => {
  expect(simulate(3, hours)).toEqual(all[2])
  for (const one of all)
    for (const curve of Object.values(one))
      expect(curve).toEqual(curve.toSorted((a: number, b: number) => a - b))
})
