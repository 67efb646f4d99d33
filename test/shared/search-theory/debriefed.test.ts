import { describe, expect, test } from 'vitest'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { debriefed } from '../../../shared/search-theory/debriefed.ts'
import { observedWidth } from '../../../shared/search-theory/observed-width.ts'
import { segmentCoverage } from '../../../shared/search-theory/segment-coverage.ts'

const plane = planeAt({ lat: 43.2389, lng: 76.8897 })
const points = (...metres: [number, number][]) => metres.map(([x, y]) => toLatLng(plane, { x, y }))
const box = (x: number, y: number, width: number, height: number) =>
  points([x, y], [x + width, y], [x + width, y + height], [x, y + height])

const ring = box(0, 0, 400, 400)
/** Lanes 40 m apart through the whole segment: with a width of 40 m a coverage of 1 everywhere. */
const lanes = (from: number, to: number) =>
  Array.from({ length: 10 }, (_, n) => points([20 + 40 * n, from], [20 + 40 * n, to]))
const walked = {
  ring,
  lines: [{ who: 'A-0412', lines: lanes(0, 400) }],
  earlier: [],
  planned: { metres: 40, visibility: 'high' as const },
}
const said = { width: { by: 'planned' as const }, missed: null, others: null }
const whole = debriefed(walked, said)
const full = -Math.expm1(-1)

describe('a sweep as its team says it was', () => {
  test('DEBRIEF-201 nothing said against it changes nothing', () => {
    expect(whole.pod).toBeCloseTo(full, 2)
    const measured = segmentCoverage(ring, [
      { who: 'A-0412', lines: lanes(0, 400), sweepWidth: { metres: 40 } },
    ])
    expect(whole).toMatchObject({ pod: measured.pod, coverage: measured.coverage, sweepWidth: 40 })
  })

  test('DEBRIEF-202 the width is that of the range measured there, or shrinks as the published factors do', () => {
    expect(observedWidth({ metres: 40 }, { by: 'rd-test', rd: 10, visibility: 'low' })).toBeCloseTo(11, 9)
    expect(
      observedWidth({ metres: 45, visibility: 'high' }, { by: 'visibility', visibility: 'low' }),
    ).toBeCloseTo(27.5, 9)
    expect(observedWidth({ metres: 36 }, { by: 'visibility', visibility: 'medium' })).toBeCloseTo(32, 9)
    const dim = debriefed(walked, { ...said, width: { by: 'visibility', visibility: 'low' } })
    const width = 40 * (1.1 / 1.8)
    expect(dim.sweepWidth).toBeCloseTo(width, 9)
    expect(dim.coverage).toBeCloseTo(whole.coverage * (width / 40), 6)
    expect(dim.pod).toBeLessThan(whole.pod)
    expect(dim.pod).toBeLessThanOrEqual(-Math.expm1(-dim.coverage))
  })

  test('DEBRIEF-203 a drawn part that was not searched has a coverage of 0, whatever the tracks say, and is a hole', () => {
    const part = debriefed(walked, { ...said, missed: { ring: box(0, 0, 200, 200) } })
    expect(part.pod).toBeCloseTo(whole.pod * 0.75, 2)
    expect(part.left).toHaveLength(1)
    expect(part.left[0]?.area).toBeCloseTo(40_000, -3)
    expect(part.left[0]?.pod).toBeCloseTo(0, 6)
    const share = debriefed(walked, { ...said, missed: { share: 0.25 } })
    expect(share.pod).toBeCloseTo(whole.pod * 0.75, 9)
  })

  test('DEBRIEF-204 ways of people without a device count only if somebody confirmed them', () => {
    const others = { people: 2, metres: 2_000, confirmed: false }
    const assumed = debriefed(walked, { ...said, others })
    expect(assumed.pod).toBe(whole.pod)
    // 4 km more with 40 m over 0.16 km².
    expect(assumed.podAssumed).toBeCloseTo(-Math.expm1(-2), 2)
    const confirmed = debriefed(walked, { ...said, others: { ...others, confirmed: true } })
    expect(confirmed.pod).toBe(assumed.podAssumed)
    expect(confirmed.podAssumed).toBe(confirmed.pod)
    expect(confirmed.trackMetres).toBeCloseTo(whole.trackMetres + 4_000, 6)
    expect(confirmed.coverage).toBeCloseTo(2, 2)
  })
})

describe('a second sweep', () => {
  const track = (who: string, from: number, to: number) => ({
    who,
    lines: lanes(from, to),
    sweepWidth: { metres: 40 },
  })

  test('DEBRIEF-205 weighs what the first has left of each cell, so that both together find what all tracks do', () => {
    const south = track('A-0412', 0, 200)
    const north = track('A-0413', 200, 400)
    const first = segmentCoverage(ring, [south])
    const both = segmentCoverage(ring, [south, north])
    for (const [again, together] of [
      [north, both],
      [south, segmentCoverage(ring, [south, south])],
    ] as const) {
      const second = segmentCoverage(ring, [again], { earlier: [{ tracks: [south] }] })
      expect(1 - (1 - first.podLeft) * (1 - second.podLeft)).toBeCloseTo(together.pod, 6)
    }
    // What the first missed is worth more than an average part, what it has seen less.
    const inHole = segmentCoverage(ring, [north], { earlier: [{ tracks: [south] }] })
    const overSeen = segmentCoverage(ring, [south], { earlier: [{ tracks: [south] }] })
    expect(inHole.podLeft).toBeGreaterThan(inHole.pod)
    expect(overSeen.podLeft).toBeLessThan(overSeen.pod)
    expect(first.left[0]?.area).toBeGreaterThan(60_000)
    expect(both.left).toEqual([])
    expect(inHole.left).toEqual([])
  })

  test('DEBRIEF-226 weighs an earlier sweep as its team said it was: what was missed is still to be found', () => {
    const all = track('A-0412', 0, 400)
    const west = box(0, 0, 200, 400)
    const westLanes = { ...all, lines: all.lines.slice(0, 5) }
    const missed = segmentCoverage(ring, [westLanes], { earlier: [{ tracks: [all], missed: west }] })
    // Nobody was there: this sweep finds what it would have found first, and no hole is left.
    expect(missed.podLeft * (1 - (1 - Math.exp(-1)) / 2)).toBeCloseTo(missed.pod, 2)
    expect(missed.left).toEqual([])
    const nowhere = segmentCoverage(ring, [westLanes], { earlier: [{ tracks: [all], searched: 0 }] })
    expect(nowhere.podLeft).toBeCloseTo(nowhere.pod, 9)
    // Half of it, nobody knows where: together what an average part of both has.
    const half = segmentCoverage(ring, [all], { earlier: [{ tracks: [all], searched: 0.5 }] })
    const first = segmentCoverage(ring, [all]).pod * 0.5
    const cell = 1 - (1 - 0.5 * full) * (1 - full)
    expect(1 - (1 - first) * (1 - half.podLeft)).toBeCloseTo(cell, 2)
    // People without a device who were confirmed count here as they counted there.
    const seen = segmentCoverage(ring, [all], { earlier: [{ tracks: [], unseen: 160_000 }] })
    expect(seen.podLeft).toBeCloseTo(full, 2)
    expect(seen.left).toEqual([])
  })
})
