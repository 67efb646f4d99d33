import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'
import { planeAt, toLatLng, toMetres } from '../../../shared/geo/plane.ts'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { coverageOfSpacing } from '../../../shared/search-theory/coverage.ts'
import { podFromCoverage } from '../../../shared/search-theory/detection.ts'
import { follow, isAstray, notBegun, spotOn } from '../../../shared/search-theory/lane-guide.ts'
import {
  cornerOf,
  fromCorner,
  type Lane,
  longSide,
  planLanes,
  type SweepLine,
  secondsOf,
  spacingFor,
  startCorners,
} from '../../../shared/search-theory/lanes.ts'

const plane = planeAt({ lat: 43.2389, lng: 76.8897 })
const at = (x: number, y: number) => toLatLng(plane, { x, y })
const ringOf = (...metres: [number, number][]): Ring => metres.map(([x, y]) => at(x, y))
const square = ringOf([0, 0], [500, 0], [500, 500], [0, 500])
const north: SweepLine = { spacing: 20, bearing: 0, from: 'left' }
const inMetres = (point: LatLng) => toMetres(plane, point)

/** A convex ring of 3 to 9 corners around the middle, turned and moved. */
const corners = fc
  .uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 3, maxLength: 9 })
  .filter((angles) => {
    const sorted = [...angles].sort((a, b) => a - b)
    return sorted.every(
      (angle, i) => ((sorted.at(i - 1) as number) - angle + 360) % 360 > 0 && gap(sorted) < 170,
    )
  })
  .map((angles) => [...angles].sort((a, b) => b - a))
const gap = (sorted: number[]) =>
  Math.max(...sorted.map((angle, i) => (angle - (sorted.at(i - 1) as number) + 360) % 360))
const round = (angles: number[], turn = 0, [dx, dy] = [0, 0]) =>
  ringOf(
    ...angles.map((angle): [number, number] => {
      const radians = ((angle + turn) * Math.PI) / 180
      return [dx + 400 * Math.cos(radians), dy + 250 * Math.sin(radians)]
    }),
  )
const anyLine = fc.record({
  spacing: fc.integer({ min: 5, max: 60 }),
  bearing: fc.integer({ min: 0, max: 359 }),
  from: fc.constantFrom('left' as const, 'right' as const),
})
const people = fc.integer({ min: 1, max: 12 })

describe('lanes', () => {
  test('LANE-201 V31 the lanes of 0.25 km² at 20 m: 12.5 km, five searchers 1 h 40 min at 1.5 km/h', () => {
    const plan = planLanes(square, north, 5)
    expect(plan).toMatchObject({ passes: 5, spacing: expect.closeTo(20, 2) })
    expect(plan.length).toBeCloseTo(12_500, 0)
    expect(plan.length / 5 / 1500).toBeCloseTo(1.666667, 3)
    // And four turns of the line's own width.
    expect((secondsOf(plan, 1500 / 3600) * 1500) / 3600).toBeCloseTo(2500 + 4 * 100, 0)
    expect(podFromCoverage(coverageOfSpacing(36, plan.spacing))).toBeCloseTo(0.834701, 4)
  })

  test('LANE-202 the spacing for a wanted POD is W ÷ −ln(1 − POD)', () => {
    expect(spacingFor(36, 0.834701)).toBeCloseTo(20, 4)
    expect(spacingFor(40, 0.632121)).toBeCloseTo(40, 4)
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (pod) => {
        expect(podFromCoverage(coverageOfSpacing(40, spacingFor(40, pod)))).toBeCloseTo(pod, 9)
      }),
    )
  })

  test('LANE-203 the line goes there and back, moves over by its own width, and everybody keeps their neighbours', () => {
    const { lanes, turns } = planLanes(square, { ...north, spacing: 50 }, 5)
    const ends = lanes.map(({ pass, searcher, parts }) => {
      const [start, end] = (parts[0] as [LatLng, LatLng]).map(inMetres)
      return [pass, searcher, Math.round(start?.x ?? 0), Math.round(start?.y ?? 0), Math.round(end?.y ?? 0)]
    })
    expect(ends).toEqual([
      ...[25, 75, 125, 175, 225].map((x, i) => [0, i + 1, x, 0, 500]),
      ...[275, 325, 375, 425, 475].map((x, i) => [1, i + 1, x, 500, 0]),
    ])
    expect(turns).toBeCloseTo(250, 1)
    const mirrored = planLanes(square, { ...north, spacing: 50, from: 'right' }, 5).lanes[0]
    expect(inMetres(mirrored?.parts[0]?.[0] as LatLng).x).toBeCloseTo(475, 0)
  })

  test('LANE-204 a bent segment cuts a lane in parts, which are walked in the direction of the pass', () => {
    const bent = ringOf(
      [0, 0],
      [300, 0],
      [300, 100],
      [100, 100],
      [100, 200],
      [300, 200],
      [300, 300],
      [0, 300],
    )
    const lanes = planLanes(bent, { spacing: 100, bearing: 0, from: 'left' }, 1).lanes
    expect(lanes.map(({ parts }) => parts.length)).toEqual([1, 2, 2])
    const ys = lanes[1]?.parts.map((part) => part.map((point) => Math.round(inMetres(point).y)))
    expect(ys).toEqual([
      [300, 200],
      [100, 0],
    ])
  })

  test('LANE-205 whatever the segment, everybody has one lane in every pass, and no place is further than half a spacing from a lane line', () => {
    fc.assert(
      fc.property(corners, anyLine, people, (angles, line, searchers) => {
        const ring = round(angles)
        const plan = planLanes(ring, line, searchers)
        expect(plan.spacing).toBeLessThanOrEqual(line.spacing * 1.002)
        const order = plan.lanes.map(({ pass, searcher }) => [pass, searcher])
        expect(order).toEqual(
          Array.from({ length: plan.passes }, (_, pass) =>
            Array.from({ length: searchers }, (_, i) => [pass, i + 1]),
          ).flat(),
        )
        // Sampled inside: between two lines one spacing apart, or within half a spacing of the outer ones.
        const offsets = plan.lanes.map((lane) => asideOf(lane, line.bearing))
        for (const corner of ring) {
          const own = asideAt(inMetres(corner), line.bearing)
          expect(Math.min(...offsets.map((offset) => Math.abs(offset - own)))).toBeLessThan(
            plan.spacing / 2 + 0.01,
          )
        }
        for (const { parts } of plan.lanes) expect(parts.length).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  test('LANE-206 length × spacing is the area, the closer the narrower', () => {
    fc.assert(
      fc.property(corners, fc.integer({ min: 0, max: 359 }), (angles, bearing) => {
        const ring = round(angles)
        const plan = planLanes(ring, { spacing: 2, bearing, from: 'left' }, 3)
        expect((plan.length * plan.spacing) / ringArea(ring)).toBeCloseTo(1, 2)
      }),
      { numRuns: 40 },
    )
  })

  test('LANE-207 P5 a segment that is moved or turned has the same lanes, moved or turned', () => {
    const turn = fc.integer({ min: 0, max: 359 })
    const by = fc.integer({ min: -2000, max: 2000 })
    fc.assert(
      fc.property(corners, anyLine, people, turn, by, by, (angles, line, searchers, turned, dx, dy) => {
        const circle = (by: number, move: [number, number]) =>
          ringOf(
            ...angles.map((angle): [number, number] => {
              const radians = ((angle - by) * Math.PI) / 180
              return [move[0] + 400 * Math.cos(radians), move[1] + 400 * Math.sin(radians)]
            }),
          )
        const plain = planLanes(circle(0, [0, 0]), line, searchers)
        const moved = planLanes(
          circle(turned, [dx, dy]),
          { ...line, bearing: (line.bearing + turned) % 360 },
          searchers,
        )
        // A width that is just a whole number of passes may fall to either side.
        fc.pre(plain.passes === moved.passes)
        expect(moved.length).toBeCloseTo(plain.length, -Math.log10(plain.length * 0.004))
        expect(moved.spacing / plain.spacing).toBeCloseTo(1, 2)
        const start = (lane: Lane | undefined) => inMetres(lane?.parts[0]?.[0] ?? at(0, 0))
        const a = start(plain.lanes[0])
        const b = start(moved.lanes[0])
        const radians = (turned * Math.PI) / 180
        expect(b.x - dx).toBeCloseTo(a.x * Math.cos(radians) + a.y * Math.sin(radians), -1)
        expect(b.y - dy).toBeCloseTo(-a.x * Math.sin(radians) + a.y * Math.cos(radians), -1)
      }),
      { numRuns: 60 },
    )
  })

  test('LANE-208 the lanes run along the long side, and the four corners are four ways to begin', () => {
    expect(longSide(ringOf([0, 0], [900, 0], [900, 200], [0, 200]))).toBe(90)
    expect(longSide(ringOf([0, 0], [200, 0], [200, 900], [0, 900]))).toBe(0)
    expect(longSide(ringOf([0, 0], [700, 700], [600, 800], [-100, 100]))).toBe(45)
    for (let bearing = 0; bearing < 360; bearing++)
      for (const corner of startCorners) expect(cornerOf(fromCorner(bearing, corner))).toBe(corner)
    expect(fromCorner(0, 'south-west')).toEqual({ bearing: 0, from: 'left' })
    expect(fromCorner(0, 'north-west')).toEqual({ bearing: 180, from: 'right' })
    expect(fromCorner(90, 'north-west')).toEqual({ bearing: 90, from: 'left' })
  })
})

const asideAt = ({ x, y }: { x: number; y: number }, bearing: number) => {
  const radians = (bearing * Math.PI) / 180
  return x * Math.cos(radians) - y * Math.sin(radians)
}
const asideOf = ({ parts }: Lane, bearing: number) =>
  asideAt(inMetres((parts[0] as [LatLng, LatLng])[0]), bearing)

describe('following a lane', () => {
  const own = planLanes(square, { spacing: 50, bearing: 0, from: 'left' }, 5).lanes.filter(
    ({ searcher }) => searcher === 2,
  )
  const fix = (x: number, y: number, accuracy = 4) => ({ ...at(x, y), accuracy })

  test('LANE-209 says how far the lane is, to which side of the walking direction, and how much is walked', () => {
    const [first, second] = own as [Lane, Lane]
    expect(spotOn(first, at(71, 100))).toMatchObject({
      aside: expect.closeTo(4, 1),
      along: expect.closeTo(100, 0),
    })
    // Back southwards, so the east is to the left; the lane of the second pass runs at 325 m.
    expect(spotOn(second, at(321, 100))?.aside).toBeCloseTo(-4, 1)
    expect(spotOn(second, at(321, 100))?.along).toBeCloseTo(400, 0)
    expect(spotOn(first, at(75, 250))?.length).toBeCloseTo(500, 0)
    expect(spotOn({ parts: [] }, at(0, 0))).toBeNull()
  })

  test('LANE-210 three fixes in a row beyond half the spacing are astray; fewer, or within the accuracy, are not', () => {
    const walk = (fixes: ReturnType<typeof fix>[]) =>
      fixes.reduce((state, one) => follow(state, own, 50, one), notBegun)
    expect(isAstray(walk([fix(105, 100), fix(106, 110)]))).toBe(false)
    expect(isAstray(walk([fix(105, 100), fix(106, 110), fix(106, 120)]))).toBe(true)
    expect(isAstray(walk([fix(105, 100), fix(90, 110), fix(106, 120)]))).toBe(false)
    expect(isAstray(walk([fix(105, 100, 40), fix(106, 110, 40), fix(106, 120, 40)]))).toBe(false)
    expect(isAstray(walk([fix(105, 100), fix(106, 110), fix(106, 120), fix(80, 130)]))).toBe(false)
    expect(isAstray(walk([fix(300, -80), fix(300, -70), fix(300, -60)]))).toBe(false)
  })

  test('LANE-211 at the end of a lane the next one begins, and after the last the sweep is done', () => {
    const there = Array.from({ length: 51 }, (_, i) => fix(75, i * 10))
    const across = Array.from({ length: 25 }, (_, i) => fix(75 + i * 10, 505))
    const back = Array.from({ length: 51 }, (_, i) => fix(325, 500 - i * 10))
    const walked = (fixes: ReturnType<typeof fix>[]) =>
      fixes.reduce((state, one) => follow(state, own, 50, one), notBegun)
    expect(walked(there.slice(0, 49)).pass).toBe(0)
    expect(walked(there)).toEqual({ pass: 1, done: false, astray: 0 })
    expect(walked([...there, ...across])).toEqual({ pass: 1, done: false, astray: 0 })
    expect(walked([...there, ...across, ...back])).toEqual({ pass: 1, done: true, astray: 0 })
  })
})
