import { expect, test } from 'vitest'
import { squareRing } from '../../../shared/geo/ring-shapes.ts'
import { type Assumed, reachOf } from '../../../shared/search/teams/goals.ts'
import { coverageForPod } from '../../../shared/search-theory/detection.ts'
import { longSide, planLanes, secondsOf } from '../../../shared/search-theory/lanes.ts'

/** What a team on foot is promised on the desk in a segment of so many square kilometres. */
function podOf(km2: number, width: number, speed: number, people: number, hours: number): number {
  const goal = { place: 's', ring: [], hole: null, area: km2 * 1e6, parts: [0], mass: 1 }
  const kinds: Assumed['kinds'] = { foot: { width, speed, source: 'rd-test' } }
  const assumed: Assumed = { sweepWidth: 1, walked: new Map(), kinds }
  return reachOf({ goals: [goal] }, assumed, { people }, hours * 60)[0]?.pod ?? Number.NaN
}

test('SAR-1 V04 V05 V31 a team’s POD at a goal is that of the worked numbers', () => {
  // 12 km of way with 40 m.
  expect(podOf(0.6, 40, 1.5, 4, 2)).toBeCloseTo(0.550671, 6)
  expect(podOf(1.2, 45, 1.5, 6, 3)).toBeCloseTo(0.63669, 6)
  expect(podOf(0.25, 36, 1.5, 5, 1.666667)).toBeCloseTo(0.834701, 6)
  expect(podOf(0.5, 36, 1.6, 8, 1.746352)).toBeCloseTo(0.8, 6)
})

test('SAR-2 V02 V06 lanes so far apart that the wanted POD comes out cover so much', () => {
  const ring = squareRing({ lat: 43.24, lng: 76.9 }, 1_000)
  const spacing = 40 / coverageForPod(0.632121)
  expect(spacing).toBeCloseTo(40, 4)
  const plan = planLanes(ring, { spacing, bearing: longSide(ring), from: 'left' }, 5)
  expect((40 * plan.length) / 1e6).toBeCloseTo(1, 2)
  // Five passes of a kilometre, and four times over by the line's own width.
  expect(secondsOf(plan, 1)).toBeCloseTo(5 * 1_000 + 4 * 200, 0)
})
