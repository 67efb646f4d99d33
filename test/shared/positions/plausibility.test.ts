import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fix } from '../../../shared/kernel/fix.ts'
import { judge, plausible, type Suspect } from '../../../shared/positions/plausibility.ts'

const now = Date.UTC(2026, 2, 2, 9)
const hour = 3_600_000
const fix = (change: Partial<Fix> = {}): Fix => ({
  at: now - 1000,
  lat: 43.238,
  lng: 76.905,
  accuracy: 8,
  ...change,
})

/** What the lane does with verdicts: a marker, a set of points by time, counters. */
function lane() {
  let shown: Fix | null = null
  let suspect: Suspect | null = null
  const track = new Map<number, Fix>()
  const counts: Record<string, number> = {}
  return {
    counts,
    shown: () => shown,
    track: () => [...track.values()].sort((a, b) => a.at - b.at),
    take(fix: Fix, at = now) {
      const verdict = judge(fix, shown, suspect, at)
      const name = verdict === 'accept' ? 'accept' : verdict.drop
      counts[name] = (counts[name] ?? 0) + 1
      if (verdict === 'accept') shown = fix
      suspect = verdict === 'accept' ? null : verdict.suspect
      if ((verdict === 'accept' || verdict.track) && !track.has(fix.at)) track.set(fix.at, fix)
      return verdict
    },
  }
}

test.each([
  ['coordinates', { lat: 91 }],
  ['coordinates', { lat: -90.0001 }],
  ['coordinates', { lng: 181 }],
  ['coordinates', { lat: Number.NaN }],
  ['coordinates', { lng: Number.POSITIVE_INFINITY }],
  ['coordinates', { lat: 1e308 }],
  ['coordinates', { lat: '50.1' as never, lng: 'x' as never }],
  ['coordinates', { lat: 0, lng: 0 }],
  ['coordinates', { lat: -0.0004, lng: 0.0009 }],
  ['accuracy', { accuracy: -1 }],
  ['accuracy', { accuracy: Number.NaN }],
  ['accuracy', { accuracy: 10_001 }],
  ['speed', { speed: 900 }],
  ['speed', { speed: -3 }],
  ['speed', { speed: Number.POSITIVE_INFINITY }],
  ['time', { at: 0 }],
  ['time', { at: Date.UTC(1980, 0, 6) }],
  ['time', { at: Number.NaN }],
  ['time', { at: Number.POSITIVE_INFINITY }],
  ['future', { at: now + 120_001 }],
  ['future', { at: now + 10 * 365 * 24 * hour }],
  ['too-old', { at: now - 24 * hour - 1 }],
])('POS-4 a fix with impossible %s (%j) goes nowhere', (drop, change) => {
  expect(judge(fix(change), null, null, now)).toEqual({ drop, track: false, suspect: null })
  expect(judge(fix(change), fix({ at: now - 30_000 }), null, now)).toMatchObject({ drop, track: false })
})

test.each([
  [{ at: now + 120_000 }],
  [{ at: now - 24 * hour }],
  [{ lat: 90, lng: -180 }],
  [{ lat: 0, lng: 32.5 }],
  [{ accuracy: 0 }],
  [{ accuracy: 10_000 }],
  [{ speed: 100 }],
  [{ speed: Number.NaN }],
])('POS-4 a fix at the edge of the possible (%j) is the first one shown', (change) => {
  expect(judge(fix(change), null, null, now)).toBe('accept')
})

test('POS-5 a fix older than the one shown goes to the track and never moves the marker', () => {
  expect(judge(fix({ at: now - 5000 }), fix(), null, now)).toEqual({
    drop: 'older',
    track: true,
    suspect: null,
  })
  expect(judge(fix({ at: now - 23 * hour }), fix(), null, now)).toMatchObject({ drop: 'older', track: true })
})

test('POS-5 a second fix of the same time goes nowhere', () => {
  expect(judge(fix({ lat: 43.3 }), fix(), null, now)).toEqual({
    drop: 'duplicate',
    track: false,
    suspect: null,
  })
})

test('POS-6 a jump of over 100 m/s beyond both accuracies does not move the marker, the track keeps it', () => {
  const jump = fix({ at: now, lat: 43.2391 })
  expect(judge(jump, fix(), null, now)).toEqual({
    drop: 'jump',
    track: true,
    suspect: { fix: jump, count: 1 },
  })
  expect(judge({ ...jump, accuracy: 15 }, fix(), null, now)).toBe('accept')
})

test('POS-6 the third jump in a row to the same place is believed', () => {
  const { take, shown } = lane()
  take(fix({ at: now - 10_000, lat: 44 }))
  expect(take(fix({ at: now - 8000 }))).toMatchObject({ drop: 'jump' })
  expect(take(fix({ at: now - 8000 }))).toMatchObject({ drop: 'jump', suspect: { count: 1 } })
  expect(take(fix({ at: now - 6000 }))).toMatchObject({ drop: 'jump', suspect: { count: 2 } })
  expect(take(fix({ at: now - 4000 }))).toBe('accept')
  expect(shown()?.lat).toBe(43.238)
})

test('POS-6 jumps to ever other places, and jumps with a good fix between, are not believed', () => {
  const { take } = lane()
  take(fix({ at: now - 60_000 }))
  for (let i = 0; i < 9; i++)
    expect(take(fix({ at: now - 20_000 + i * 1000, lat: i % 2 ? 50 : 60 }))).not.toBe('accept')
  for (let i = 0; i < 4; i++) {
    expect(take(fix({ at: now - 9000 + i * 2000 }))).toBe('accept')
    expect(take(fix({ at: now - 8000 + i * 2000, lat: 43.4 }))).toMatchObject({
      drop: 'jump',
      suspect: { count: 1 },
    })
  }
})

/** A walk of two hours at most, up to 60 m/s, oldest first. */
const walk = fc
  .array(fc.record({ seconds: fc.integer({ min: 1, max: 60 }), north: fc.integer({ min: -60, max: 60 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((steps) => {
    let at = now - 2 * hour
    let lat = 43.238
    return steps.map(({ seconds, north }) => {
      at += seconds * 1000
      lat += (north * seconds) / 111_195
      return fix({ at, lat })
    })
  })
const impossible = fc.constantFrom<Partial<Fix>>(
  { lat: 91 },
  { lat: 0, lng: 0 },
  { accuracy: -1 },
  { speed: 900 },
  { at: 0 },
  { at: now + 48 * hour },
  { at: now - 48 * hour },
)

test('POS-7 whatever order, repetition and rubbish fixes come in: the marker is the newest, the track the set by time', () => {
  fc.assert(
    fc.property(
      walk.chain((fixes) =>
        fc.tuple(
          fc.constant(fixes),
          // Each at least once, some again, in any order.
          fc.shuffledSubarray([...fixes, ...fixes.slice(0, 20), ...fixes.slice(-5)], { minLength: 0 }),
          fc.array(impossible, { maxLength: 10 }),
          fc.infiniteStream(fc.nat(1000)),
        ),
      ),
      ([fixes, some, rubbish, where]) => {
        const order = [
          ...some,
          ...fixes.filter((one) => !some.includes(one)),
          ...rubbish.map((one) => fix(one)),
        ]
        for (let i = order.length - 1; i > 0; i--) {
          const j = (where.next().value as number) % (i + 1)
          ;[order[i], order[j]] = [order[j] as Fix, order[i] as Fix]
        }
        const { take, shown, track, counts } = lane()
        let newest = 0
        for (const one of order) {
          take(one)
          expect(shown()?.at ?? 0).toBeGreaterThanOrEqual(newest)
          newest = shown()?.at ?? 0
        }
        expect(shown()).toEqual(fixes.at(-1))
        expect(track()).toEqual(fixes)
        expect(Object.values(counts).reduce((a, b) => a + b)).toBe(order.length)
      },
    ),
    { numRuns: 5000 },
  )
})

test('POS-7 no clock and no first fix, however wrong, leaves a marker stuck', () => {
  const wrong = fc.record({
    at: fc.integer({ min: now - 48 * hour, max: now + 48 * hour }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
    accuracy: fc.double({ min: 0, max: 20_000, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(wrong, { maxLength: 8 }), (before) => {
      const { take, shown } = lane()
      for (const one of before) take(one)
      // From where the worst accepted clock (two minutes ahead) is behind us, a right phone reports every 5 s.
      const from = now + plausible.ahead + 5000
      for (let i = 0; i < 3; i++) take(fix({ at: from + i * 5000 }), from + i * 5000)
      expect(shown()).toEqual(fix({ at: from + 10_000 }))
    }),
    { numRuns: 1000 },
  )
})

test('POS-8 a server’s clock that was set back an hour does not hold the marker still for an hour', () => {
  const { take, shown } = lane()
  take(fix())
  const back = now - hour
  expect(take(fix({ at: back, lat: 43.2381 }), back)).toBe('accept')
  expect(shown()?.at).toBe(back)
  expect(take(fix({ at: back - 1000 }), back)).toMatchObject({ drop: 'older' })
})
