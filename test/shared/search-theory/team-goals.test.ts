import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignedSuccess, bestAssignment } from '../../../shared/search-theory/teams.ts'

/** Two segments, the first with a hole: parts 0 (its rest), 1 (its hole), 2. */
const covers = [[0, 1], [1], [2]]

test('ALLOC-204 a hole is a goal of its own, and a team on the whole segment takes some of it too', () => {
  const masses = [0.1, 0.2, 0.1]
  const pods = [
    [0.3, 0.7, 0.4],
    [0.3, 0.7, 0.4],
  ]
  const { to, success } = bestAssignment(masses, pods, covers)
  expect(to[0]).toBe(1)
  expect(success).toBeCloseTo(assignedSuccess(masses, pods, to, covers), 12)
  // Both on the first segment, one of them in its hole: the hole is missed by both or not at all.
  expect(assignedSuccess(masses, pods, [0, 1], covers)).toBeCloseTo(0.1 * 0.3 + 0.2 * (1 - 0.7 * 0.3), 12)
})

test('ALLOC-205 of all ways to send whole teams none finds more than the one given, and the bound says so', () => {
  const share = fc.double({ min: 0, max: 0.5, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(share, { minLength: 3, maxLength: 3 }),
      fc.array(fc.array(fc.double({ min: 0, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 3 }), {
        minLength: 1,
        maxLength: 5,
      }),
      (masses, pods) => {
        const { to, success, bound } = bestAssignment(masses, pods, covers)
        let most = 0
        const ways = 3 ** pods.length
        for (let way = 0; way < ways; way++)
          most = Math.max(
            most,
            assignedSuccess(
              masses,
              pods,
              pods.map((_, team) => Math.floor(way / 3 ** team) % 3),
              covers,
            ),
          )
        expect(assignedSuccess(masses, pods, to, covers)).toBeCloseTo(success, 12)
        expect(success).toBeCloseTo(most, 9)
        expect(bound).toBeCloseTo(most, 9)
      },
    ),
    { numRuns: 200 },
  )
})

test('ALLOC-206 where not every way can be looked at, the bound is told and never below what was found', () => {
  const masses = Array.from({ length: 16 }, (_, i) => 0.06 / (1 + (i % 5)))
  const pods = Array.from({ length: 14 }, (_, team) =>
    masses.map((_, i) => (((team + 1) * (i + 3)) % 11) / 13),
  )
  const { success, bound } = bestAssignment(masses, pods)
  expect(bound).toBeGreaterThanOrEqual(success)
  expect(bound).toBeLessThanOrEqual(masses.reduce((sum, mass) => sum + mass, 0))
})
