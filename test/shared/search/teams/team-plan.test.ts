import fc from 'fast-check'
import { expect, test } from 'vitest'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import type { Place } from '../../../../shared/operations/types.ts'
import { nextTasks } from '../../../../shared/search/teams/best-next.ts'
import { planTeams } from '../../../../shared/search/teams/team-plan.ts'

const segment = (id: string, poa: number | null, side = 400) =>
  ({
    ...{ id, poa, kind: 'segment', operation: 'op', letter: id, name: id, slots: [], minimum: 0 },
    ring: squareRing({ lat: 43.2, lng: 76.9 }, side),
    ...{ meeting: { at: { lat: 43.2, lng: 76.9 }, time: null }, changedAt: 0, searches: [] },
  }) as unknown as Place
const assumed = { sweepWidth: 40, walked: new Map<string, number>() }
const places = [segment('A', 0.2), segment('B', 0.4), segment('C', 0.1, 800)]

test('SRCH-51 one team goes where "where next" says, with the same gain', () => {
  const plan = planTeams(places, assumed, [{ people: 3 }], 60)
  const [best] = nextTasks(places, assumed, { people: 3, minutes: 60 })
  expect(plan?.teams).toMatchObject([
    {
      hole: null,
      place: best?.place,
      gain: expect.closeTo(best?.gain ?? 0, 12),
      pod: 0,
      podAfter: expect.closeTo(best?.podAfter ?? 0, 12),
    },
  ])
  expect(plan?.gain).toBeCloseTo(best?.gain ?? 0, 12)
})

test('SRCH-51 the teams that are out stay, and a new one adds to them', () => {
  const out = planTeams(places, assumed, [{ people: 4, out: 'B' }, { people: 4 }], 60)
  expect(out?.teams.map(({ place }) => place)).toEqual(['B', 'A'])
  const alone = planTeams(places, assumed, [{ people: 4, out: 'B' }], 60)
  expect(out?.teams[1]?.gain).toBeCloseTo((out?.gain ?? 0) - (alone?.gain ?? 0), 12)
  const two = planTeams(
    places,
    assumed,
    [
      { people: 4, out: 'B' },
      { people: 4, out: 'B' },
    ],
    60,
  )
  // Together they detect what neither does alone, and less than twice as much.
  expect(two?.teams[0]?.podAfter).toBeGreaterThan(alone?.teams[0]?.podAfter ?? 1)
  expect(two?.teams[0]?.gain).toBeLessThan(alone?.teams[0]?.gain ?? 0)
})

test('SRCH-52 the plan stands beside the same hours split by area, equally and freely, which no plan passes', () => {
  const share = fc.double({ min: 0.01, max: 0.3, noNaN: true })
  fc.assert(
    fc.property(
      fc.tuple(share, share, share),
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 5 }),
      ([a, b, c], people) => {
        const all = [segment('A', a), segment('B', b, 600), segment('C', c, 300)]
        const plan = planTeams(
          all,
          assumed,
          people.map((one) => ({ people: one })),
          90,
        )
        const { gain = 0, byArea = 0, equally = 0, atMost = 0 } = plan ?? {}
        expect(gain).toBeGreaterThan(0)
        expect(Math.max(gain, byArea, equally)).toBeLessThanOrEqual(atMost + 1e-9)
        const gains = plan?.teams.reduce((sum, team) => sum + team.gain, 0) ?? 0
        expect(gains).toBeLessThanOrEqual(gain + 1e-9)
      },
    ),
  )
})

test('SRCH-52 without teams, or where no segment has a probability, there is no plan', () => {
  expect(planTeams(places, assumed, [], 60)).toBeNull()
  expect(planTeams([segment('A', null)], assumed, [{ people: 3 }], 60)).toBeNull()
})
