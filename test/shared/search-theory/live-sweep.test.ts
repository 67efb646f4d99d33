import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { liveTrack, type Step } from '../../../shared/positions/live-track.ts'
import { filterTrack, type TrackFix } from '../../../shared/positions/track-filter.ts'
import { paintCells, paintOver, sharePainted } from '../../../shared/search-theory/cells.ts'
import { liveSweep } from '../../../shared/search-theory/live-sweep.ts'
import { segmentCoverage } from '../../../shared/search-theory/segment-coverage.ts'

const plane = planeAt({ lat: 43.2389, lng: 76.8897 })
const at = (x: number, y: number) => toLatLng(plane, { x, y })
const ring = [at(0, 0), at(420, 0), at(380, 300), at(150, 250)]

/** A walk of odd intervals with jumps, gaps and bad fixes. */
const walk = fc
  .array(
    fc.record({
      seconds: fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 1, max: 14 }) },
        { weight: 1, arbitrary: fc.integer({ min: 55, max: 70 }) },
      ),
      dx: fc.integer({ min: -18, max: 22 }),
      dy: fc.integer({ min: -14, max: 16 }),
      accuracy: fc.constantFrom(3, 5, 8, 12, 29, 40),
    }),
    { minLength: 2, maxLength: 90 },
  )
  .map((steps) => {
    let [time, x, y] = [0, 40, 40]
    return steps.map(({ seconds, dx, dy, accuracy }): TrackFix => {
      time += seconds * 1000
      x += dx
      y += dy
      return { ...at(x, y), at: time, accuracy }
    })
  })

const pairsOf = (fixes: TrackFix[]) =>
  filterTrack(fixes).lines.flatMap((line) =>
    line.slice(1).map((to, i) => [line[i]?.at, to.at, to.lat, to.lng]),
  )
const named = ({ from, to }: Step) => [from.at, to.at, to.lat, to.lng]

describe('a track fix by fix', () => {
  test('SWEEP-201 after every fix the steps are those of the whole track filtered', () => {
    fc.assert(
      fc.property(walk, (fixes) => {
        const track = liveTrack()
        const steps: Step[] = []
        for (const [i, fix] of fixes.entries()) {
          const taken = track.add(fix)
          if (!taken) throw new Error('in order')
          steps.push(...taken.steps)
          expect([...steps, ...taken.open].map(named)).toEqual(pairsOf(fixes.slice(0, i + 1)))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('SWEEP-201 a long walk forgets what no window reaches, and a fix from before is said to be one', () => {
    const fixes = Array.from({ length: 1500 }, (_, i) => ({ ...at(i % 400, 100), at: i * 1000, accuracy: 4 }))
    const track = liveTrack()
    const steps = fixes.flatMap((fix) => (track.add(fix) || { steps: [] }).steps)
    const all = pairsOf(fixes)
    expect(steps.map(named)).toEqual(all.slice(0, steps.length))
    expect(all.length - steps.length).toBeLessThan(15)
    expect(track.add({ ...at(0, 0), at: 5000, accuracy: 4 })).toBe(false)
  })
})

describe('a segment painted while it is walked', () => {
  test('SWEEP-202 is, cell for cell and to the last bit, the one painted from nothing', () => {
    fc.assert(
      fc.property(walk, walk, fc.integer({ min: 4, max: 60 }), (a, b, width) => {
        const live = liveSweep(ring)
        const order = [...a.map((fix) => ({ who: 'a', fix })), ...b.map((fix) => ({ who: 'b', fix }))].sort(
          (one, two) => one.fix.at - two.fix.at,
        )
        for (const { who, fix } of order) expect(live.fix(who, fix, width)).toBe(true)
        const whole = segmentCoverage(ring, [
          { who: 'b', lines: filterTrack(b).lines, sweepWidth: { metres: width } },
          { who: 'a', lines: filterTrack(a).lines, sweepWidth: { metres: width } },
        ])
        expect([...live.cells.coverage]).toEqual([...whole.cells.coverage])
      }),
      { numRuns: 40 },
    )
  })

  test('SWEEP-203 a step that is taken back leaves no trace', () => {
    const painter = paintOver(ring)
    painter.step(at(20, 20), at(300, 200), 37)
    const before = [...painter.cells.coverage]
    painter.step(at(33, 40), at(311, 77), 23)
    painter.step(at(33, 40), at(311, 77), 23, true)
    expect([...painter.cells.coverage]).toEqual(before)
  })

  test('SWEEP-204 V23 the share that bands lie over counts a place once: two 30 m apart, 40 m wide, 35 % of the strip', () => {
    const strip = [at(0, 0), at(1000, 0), at(1000, 200), at(0, 200)]
    const lines = [
      [at(0, 80), at(1000, 80)],
      [at(1000, 110), at(0, 110)],
      [at(0, 80), at(1000, 80)],
    ]
    const cells = paintCells(strip, [{ lines, sweepWidth: 40 }])
    expect(sharePainted(cells)).toBeCloseTo(0.35, 3)
  })
})
