import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { polylineLength } from '../../../shared/geo/distance.ts'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { filterTrack, type TrackFix } from '../../../shared/positions/track-filter.ts'

const plane = planeAt({ lat: 43.2389, lng: 76.8897 })

/** A fix every `interval` seconds at the metres that `where` gives for each second. */
function walk(
  seconds: number,
  interval: number,
  where: (second: number) => [number, number],
  accuracy = 5,
): TrackFix[] {
  return Array.from({ length: Math.floor(seconds / interval) + 1 }, (_, i) => {
    const [x, y] = where(i * interval)
    return { ...toLatLng(plane, { x, y }), at: 1000 * i * interval, accuracy }
  })
}

/** Normal deviates by Box and Muller over a fixed generator, so that every run is the same. */
function noise(seed: number, sigma: number): () => number {
  let state = seed
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return () => sigma * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

const sum = ({ dropped }: ReturnType<typeof filterTrack>) =>
  dropped.accuracy + dropped.gap + dropped.speed + dropped.jitter

test.each([1, 2, 3, 4, 5])(
  'SEARCH-6 V28 a phone that lies still for 599 s walks nowhere (seed %d)',
  (seed) => {
    const n = noise(seed, 5)
    const fixes = walk(599, 1, () => [n(), n()])
    const raw = polylineLength(fixes)
    expect(raw / 599).toBeGreaterThan(8.3)
    expect(raw / 599).toBeLessThan(9.4)
    const filtered = filterTrack(fixes)
    expect(filtered.kept).toBeLessThan(raw / 100)
    expect(filtered.dropped.jitter).toBeGreaterThan(0.98 * raw)
  },
)

test('SEARCH-6 V28 steps below twice the accuracy do not count, however long it lies', () => {
  const n = noise(3, 8)
  const fixes = walk(3600, 10, () => [n(), n()], 12)
  expect(filterTrack(fixes).kept).toBeLessThan(polylineLength(fixes) / 20)
})

test.each([1, 5, 10, 20])('SEARCH-6 a walk with a fix every %d s keeps its length within 4 %', (interval) => {
  const n = noise(7, 4)
  const { kept, lines } = filterTrack(walk(3600, interval, (s) => [1.1 * s + n(), n()], 6))
  expect(kept).toBeGreaterThan(3960 * 0.96)
  expect(kept).toBeLessThan(3960 * 1.04)
  expect(lines.reduce((metres, line) => metres + polylineLength(line), 0)).toBeCloseTo(kept, 6)
})

test('SEARCH-6 the turns of a sweep are kept', () => {
  const legs = (s: number): [number, number] => {
    const along = s % 240
    const leg = Math.floor(s / 240)
    const x = Math.min(along, 200)
    return [leg % 2 ? 200 - x : x, 40 * leg + (along < 200 ? 0 : along - 200)]
  }
  expect(filterTrack(walk(1200, 5, legs)).kept).toBeGreaterThan(1200 * 0.95)
})

describe('SEARCH-6 does not count', () => {
  const straight = (s: number): [number, number] => [s, 0]

  test('fixes less certain than 30 m', () => {
    const fixes = walk(300, 5, straight).map((fix, i) => {
      const astray = i === 30
      return astray ? { ...fix, lat: fix.lat + 0.01, accuracy: 31 } : fix
    })
    const filtered = filterTrack(fixes)
    expect(filtered.kept).toBeGreaterThan(285)
    expect(filtered.kept).toBeLessThan(301)
    expect(filtered.dropped.accuracy).toBeGreaterThan(2000)
    expect(filtered.lines.length).toBe(1)
  })

  test('a gap of more than 60 s, while one of 60 s is no gap', () => {
    const fixes = walk(600, 5, straight)
    const without = (from: number, to: number) =>
      fixes.filter(({ at }) => at <= from * 1000 || at >= to * 1000)
    expect(filterTrack(without(200, 260)).lines.length).toBe(1)
    const broken = filterTrack(without(200, 261))
    expect(broken.lines.length).toBe(2)
    expect(broken.dropped.gap).toBeCloseTo(65, 1)
    expect(broken.kept).toBeLessThan(536)
  })

  test('a ride, which breaks the line; for a vehicle team it is the search', () => {
    const ride = (s: number): [number, number] => [
      s < 300 ? s : s < 400 ? 300 + 9 * (s - 300) : 1200 + (s - 400),
      0,
    ]
    const fixes = walk(700, 5, ride)
    const onFoot = filterTrack(fixes)
    expect(onFoot.lines.length).toBe(2)
    expect(onFoot.kept).toBeGreaterThan(570)
    expect(onFoot.kept).toBeLessThan(630)
    expect(onFoot.dropped.speed).toBeGreaterThan(850)
    expect(filterTrack(fixes, 'vehicle').kept).toBeGreaterThan(1480)
  })

  test('one outlier with a good accuracy', () => {
    const fixes = walk(300, 5, straight)
    const astray = fixes.map((fix, i) => (i === 30 ? { ...fix, lat: fix.lat + 0.002 } : fix))
    expect(filterTrack(astray).kept).toBeCloseTo(filterTrack(fixes).kept, 0)
  })
})

test('SEARCH-6 whatever comes in, kept and dropped metres make up the raw track', () => {
  const fix = fc.record({
    at: fc.integer({ min: 0, max: 1800 }).map((s) => s * 1000),
    x: fc.integer({ min: -300, max: 300 }),
    y: fc.integer({ min: -300, max: 300 }),
    accuracy: fc.constantFrom(3, 10, 29, 30, 80),
  })
  fc.assert(
    fc.property(fc.uniqueArray(fix, { selector: ({ at }) => at, maxLength: 60 }), (raw) => {
      const fixes = raw.map(({ at, x, y, accuracy }) => ({ ...toLatLng(plane, { x, y }), at, accuracy }))
      const ordered = fixes.toSorted((a, b) => a.at - b.at)
      const filtered = filterTrack(fixes)
      expect(filtered).toEqual(filterTrack(ordered))
      expect(filtered.kept + sum(filtered)).toBeGreaterThan(polylineLength(ordered) - 1e-6)
      for (const metres of Object.values(filtered.dropped)) expect(metres).toBeGreaterThanOrEqual(-1e-6)
      for (const line of filtered.lines) expect(line.length).toBeGreaterThan(1)
    }),
  )
})

test('SEARCH-6 no fix, one fix and a repeated fix walk nowhere', () => {
  expect(filterTrack([])).toEqual({
    lines: [],
    kept: 0,
    dropped: { accuracy: 0, gap: 0, speed: 0, jitter: 0 },
  })
  const [one] = walk(0, 1, () => [0, 0])
  expect(filterTrack([one as TrackFix, one as TrackFix])).toMatchObject({ lines: [], kept: 0 })
})
