import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, successOf } from '../../../shared/search-theory/allocation.ts'
import { afterSearch, remaining, shifted } from '../../../shared/search-theory/bayes.ts'
import { assignedSuccess, bestAssignment, gainOfTeam } from '../../../shared/search-theory/teams.ts'

const masses = [0.3, 0.35, 0.2]
const pods = [
  [0.5, 0.5, 0.7],
  [0.4, 0.35, 0.55],
]

test.each([
  [[1, 0], 0.295],
  [[1, 2], 0.285],
  [[0, 1], 0.2725],
  [[2, 1], 0.2625],
  [[2, 0], 0.26],
  [[0, 2], 0.26],
  [[1, 1], 0.23625],
  [[0, 0], 0.21],
  [[2, 2], 0.173],
])('SEARCH-60 V19 teams to %j find %d', (to, success) => {
  expect(assignedSuccess(masses, pods, to)).toBeCloseTo(success, 9)
})

test('SEARCH-60 V19 the best of all ways to send two teams, which also makes the rest of the world largest', () => {
  const { to } = bestAssignment(masses, pods)
  expect(to).toEqual([1, 0])
  const podBy = masses.map((_, segment) => (segment === 1 ? 0.5 : segment === 0 ? 0.4 : 0))
  const after = afterSearch({ masses, outside: 0.15 }, podBy)
  expect(shifted(after).outside).toBeCloseTo(0.212766, 6)
  expect(1 - remaining(after)).toBeCloseTo(0.295, 9)
  expect(gainOfTeam(masses, pods, to, 0)).toBeCloseTo(0.175, 9)
  expect(gainOfTeam(masses, pods, [1, 1], 0)).toBeCloseTo(0.23625 - 0.1225, 9)
})

const case_ = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([segments, teams]) =>
    fc.record({
      masses: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: segments,
        maxLength: segments,
      }),
      rates: fc.array(fc.double({ min: 0.01, max: 2, noNaN: true }), {
        minLength: segments,
        maxLength: segments,
      }),
      efforts: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), {
        minLength: teams,
        maxLength: teams,
      }),
      other: fc.array(fc.nat({ max: segments - 1 }), { minLength: teams, maxLength: teams }),
    }),
  )

test('SEARCH-61 P3 no other assignment finds more, and whole teams never more than the same effort freely split', () => {
  fc.assert(
    fc.property(case_, ({ masses, rates, efforts, other }) => {
      const pods = efforts.map((effort) => rates.map((rate) => -Math.expm1(-rate * effort)))
      const success = assignedSuccess(masses, pods, bestAssignment(masses, pods).to)
      expect(success).toBeGreaterThanOrEqual(assignedSuccess(masses, pods, other) - 1e-9)
      const all = masses.map((mass, i) => ({ mass, rate: rates[i] ?? 0 }))
      const effort = efforts.reduce((sum, one) => sum + one, 0)
      expect(success).toBeLessThanOrEqual(successOf(all, allocate(all, effort)) + 1e-9)
    }),
    { numRuns: 1_000 },
  )
})

test('SEARCH-61 many teams: no team would find more anywhere else while the others stay', () => {
  const masses = Array.from({ length: 9 }, (_, i) => 0.2 / (i + 1))
  const pods = Array.from({ length: 12 }, (_, team) => masses.map((_, i) => ((team + 3 * i) % 7) / 10 + 0.1))
  const to = bestAssignment(masses, pods).to
  const success = assignedSuccess(masses, pods, to)
  for (const team of to.keys())
    for (const segment of masses.keys())
      expect(assignedSuccess(masses, pods, to.with(team, segment))).toBeLessThanOrEqual(success + 1e-9)
})
