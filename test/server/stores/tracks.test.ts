import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TrackPoint, TrackStore } from '../../../server/ports/track-store.ts'
import { openTracks } from '../../../server/stores/embedded/tracks.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

const MINUTE = 60_000
const start = Date.UTC(2026, 8, 1)

let dir: string
let clock: ReturnType<typeof virtualClock>
let tracks: TrackStore
let warnings: string[]

const path = () => join(dir, 'tracks.db')
const open = () => openTracks(path(), clock, (sentence) => warnings.push(sentence))
const point = (at: number, more: Partial<TrackPoint> = {}): TrackPoint => ({
  ...{ at, lat: 43.2389495, lng: 76.8897093, accuracy: 5 },
  ...more,
})
const append = (carrier: string, { at, lat, lng, accuracy, speed = Number.NaN }: TrackPoint) =>
  tracks.append(carrier, at, lat, lng, accuracy, speed)
/** What the file holds, past the store. */
function stored<T>(ask: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path())
  try {
    return ask(database)
  } finally {
    database.close()
  }
}
const count = (what: string) =>
  stored((database) => Object.values(database.prepare(`SELECT ${what}`).get() ?? {})[0])
const isFolded = () => vi.waitFor(() => expect(count('coalesce(sum(length(points)), 0) FROM fresh')).toBe(0))

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'serik-tracks-'))
  clock = virtualClock(start)
  warnings = []
  tracks = open()
})
afterEach(async () => {
  await tracks.close()
  rmSync(dir, { recursive: true, force: true })
})

test('STORE-5 a track comes back exactly, in order of time, one point per time, both ends included', async () => {
  append('a', point(30, { speed: 1.25 }))
  append('a', point(10))
  append('b', point(20))
  append('a', point(10, { lat: 0 }))
  expect(await tracks.read('a', 0, 100)).toEqual([point(10), point(30, { speed: 1.25 })])
  expect(await tracks.read('a', 10, 29)).toEqual([point(10)])
  expect(await tracks.read('nobody', 0, 100)).toEqual([])
})

test('STORE-6 buffered points are on the disk after a second, and after a close', async () => {
  append('a', point(1))
  const early = open()
  expect(await early.read('a', 0, 9)).toEqual([])
  await early.close()
  clock.advance(1000)
  const reader = open()
  expect(await reader.read('a', 0, 9)).toEqual([point(1)])
  await reader.close()
  append('a', point(2))
  await tracks.close()
  tracks = open()
  expect(await tracks.read('a', 0, 9)).toEqual([point(1), point(2)])
})

test('STORE-7 retention deletes what is older and says how many points went', async () => {
  for (let carrier = 0; carrier < 1200; carrier++)
    for (const at of [1, 2, 3, MINUTE, 2 * MINUTE]) append(`c${carrier}`, point(at))
  expect(await tracks.forget(3)).toBe(2400)
  expect(await tracks.forget(3)).toBe(0)
  expect((await tracks.read('c7', 0, 9 * MINUTE)).map(({ at }) => at)).toEqual([3, MINUTE, 2 * MINUTE])
  expect(await tracks.forget(2 * MINUTE)).toBe(2400)
  expect((await tracks.read('c1199', 0, 9 * MINUTE)).map(({ at }) => at)).toEqual([2 * MINUTE])
})

test('STORE-15 while the disk takes nothing a track is read all the same, what waits for the disk included', async () => {
  append('a', point(10))
  await tracks.flush()
  stored((database) =>
    database.exec("CREATE TRIGGER full BEFORE INSERT ON fresh BEGIN SELECT RAISE(FAIL, 'no room'); END"),
  )
  append('a', point(30))
  append('a', point(20))
  append('a', point(10, { lat: 1 }))
  clock.advance(1000)
  expect(await tracks.read('a', 0, 25)).toEqual([point(10), point(20)])
  expect(warnings).toEqual([`Tracks cannot be written to ${path()}: no room.`])
  stored((database) => database.exec('DROP TRIGGER full'))
  clock.advance(1000)
  await tracks.close()
  tracks = open()
  expect(await tracks.read('a', 0, 50)).toEqual([point(10), point(20), point(30)])
})

test('STORE-20 while the disk takes nothing a million points are held, and beyond it the oldest go', async () => {
  stored((database) =>
    database.exec("CREATE TRIGGER full BEFORE INSERT ON fresh BEGIN SELECT RAISE(FAIL, 'no room'); END"),
  )
  for (let at = 0; at < 1_200_000; at++) tracks.append('a', at, 43, 76, 5, Number.NaN)
  const held = await tracks.read('a', 0, 1_200_000)
  expect(held.at(-1)?.at).toBe(1_199_999)
  expect(held.length).toBeGreaterThan(1_000_000)
  expect(held.length).toBeLessThan(1_100_000)
})

test('STORE-21 a minute later the points are packed to a fifth of what they were, and are what they were', async () => {
  const walk = Array.from({ length: 240 }, (_, n) =>
    point(start + n * 1000, {
      lat: (432e6 + n * 130) / 1e7,
      lng: (769e6 - n * 70) / 1e7,
      speed: (n % 20) / 10,
    }),
  )
  for (const one of walk) {
    append('a', one)
    clock.advance(1000)
  }
  clock.advance(2 * MINUTE)
  await isFolded()
  expect(await tracks.read('a', 0, Infinity)).toEqual(walk)
  expect(count('sum(length(points)) FROM chunks')).toBeLessThan((240 * 32) / 5)
  expect(count('count(*) FROM chunks')).toBe(4)
  // Late, out of order, and twice: the first of a time stands, wherever it lies.
  append('a', point(start + 500))
  append('a', point(start + 3000, { lat: 0 }))
  clock.advance(2 * MINUTE)
  await isFolded()
  append('a', point(start + 500, { lat: 0 }))
  const now = [walk[0], point(start + 500), ...walk.slice(1)]
  expect(await tracks.read('a', 0, Infinity)).toEqual(now)
  expect((await tracks.older(Infinity)).points).toBe(241)
  expect(await tracks.forget(start + 2 * MINUTE)).toBe(121)
  expect(await tracks.read('a', 0, Infinity)).toEqual(walk.slice(120))
})

test('STORE-21 leaps around the world and sizes beyond measure are packed too', async () => {
  const odd = [
    point(start, { lat: -90, lng: -180, accuracy: 0 }),
    point(start + 1, { lat: 90, lng: 180, accuracy: 9999.99, speed: 0 }),
    point(start + MINUTE - 1, { lat: 0.0000001, lng: -0.0000001, speed: 99.99 }),
  ]
  for (const one of odd) append('a', one)
  expect((await tracks.older(Infinity)).points).toBe(3)
  expect(count('count(*) FROM chunks')).toBe(1)
  expect(await tracks.read('a', 0, Infinity)).toEqual(odd)
})

test('STORE-25 a chunk written long ago is read: its bytes are these', async () => {
  append('a', point(MINUTE))
  await tracks.flush()
  const bytes = '000077bdc5194570d42de8070900e803d2010800bdb9010102f56be003010513ed050002137b'
  stored((database) => {
    database.prepare('INSERT INTO chunks VALUES (0, 1, 1, 3, ?)').run(Buffer.from(bytes, 'hex'))
  })
  expect(await tracks.read('a', 0, 9000)).toEqual([
    { at: 0, lat: 43.2389495, lng: 76.8897093, accuracy: 5, speed: 1.25 },
    { at: 1000, lat: 43.23896, lng: 76.8897, accuracy: 4.8 },
    { at: 2500, lat: 43.23894, lng: 76.889, accuracy: 12.3, speed: 0 },
  ])
})

test('STORE-22 packing that is cut off loses and doubles nothing', async () => {
  const all = Array.from({ length: 300 }, (_, n) => `c${n}`)
  for (const carrier of all) for (let n = 0; n < 10; n++) append(carrier, point(start + n * 1000))
  stored((database) =>
    database.exec(`CREATE TRIGGER cut BEFORE INSERT ON chunks WHEN NEW.carrier = 200
      BEGIN SELECT RAISE(FAIL, 'cut off'); END`),
  )
  await expect(tracks.older(Infinity)).rejects.toThrow('cut off')
  expect(await tracks.read('c199', 0, Infinity)).toHaveLength(10)
  await tracks.close()
  stored((database) => database.exec('DROP TRIGGER cut'))
  tracks = open()
  for (const carrier of all) append(carrier, point(start + 10_000))
  expect((await tracks.older(Infinity)).points).toBe(3300)
  for (const carrier of ['c0', 'c199', 'c299'])
    expect(await tracks.read(carrier, 0, Infinity)).toHaveLength(11)
  expect(await tracks.forget(Infinity)).toBe(3300)
})

test('STORE-23 a store that had a row for each point is packed when it is opened', async () => {
  await tracks.close()
  stored((database) => {
    database.exec(`CREATE TABLE points (carrier INTEGER NOT NULL, at INTEGER NOT NULL, lat REAL NOT NULL,
      lng REAL NOT NULL, accuracy REAL NOT NULL, speed REAL, PRIMARY KEY (carrier, at)) STRICT, WITHOUT ROWID`)
    database.exec("INSERT INTO carriers VALUES (1, 'a'), (2, 'b')")
    const add = database.prepare('INSERT INTO points VALUES (?, ?, 43.2389495, 76.8897093, 5, ?)')
    for (const no of [1, 2])
      for (let n = 0; n < 100; n++) add.run(no, start + n * 1000, no === 1 ? null : 1.5)
  })
  tracks = open()
  expect(warnings).toEqual([expect.stringMatching(/^The tracks of \S+ are packed, this once: /)])
  const times = Array.from({ length: 100 }, (_, n) => start + n * 1000)
  expect(await tracks.read('a', 0, Infinity)).toEqual(times.map((at) => point(at)))
  expect(await tracks.read('b', 0, Infinity)).toEqual(times.map((at) => point(at, { speed: 1.5 })))
  expect(count("count(*) FROM sqlite_schema WHERE name = 'points'")).toBe(0)
  expect(await tracks.forget(start + 50_000)).toBe(100)
})

const carriers = ['a', 'b', 'c']
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      carrier: fc.nat(2),
      at: fc.nat(300_000),
      lat: fc.integer({ min: -9e8, max: 9e8 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(90_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      carrier: fc.nat(2),
      from: fc.nat(300_000),
      long: fc.nat(300_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), before: fc.nat(200_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), carrier: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
)

/** Tracks in a few lines. A carrier that was erased and comes again has the next number. */
function model() {
  const of = new Map<string, Map<number, TrackPoint>>()
  const older = (before: number) =>
    [...of].map(([carrier, points]) => ({
      carrier,
      points: [...points.values()].filter(({ at }) => at < before).sort((a, b) => a.at - b.at),
    }))
  return {
    append(carrier: string, one: TrackPoint) {
      const points = of.get(carrier) ?? new Map<number, TrackPoint>()
      of.set(carrier, points)
      if (!points.has(one.at)) points.set(one.at, one)
    },
    read: (carrier: string, from: number, to: number) =>
      [...(of.get(carrier)?.values() ?? [])]
        .filter(({ at }) => at >= from && at <= to)
        .sort((a, b) => a.at - b.at),
    older(before: number) {
      const hash = createHash('sha256')
      let points = 0
      for (const { carrier, points: each } of older(before))
        for (const { at, lat, lng, accuracy, speed } of each) {
          hash.update(`${carrier} ${at} ${lat} ${lng} ${accuracy} ${speed ?? ''}\n`)
          points++
        }
      return { points, digest: hash.digest('hex') }
    },
    forget(before: number) {
      let gone = 0
      for (const { carrier, points } of older(before))
        for (const { at } of points) if (of.get(carrier)?.delete(at)) gone++
      return gone
    },
    erase: (carrier: string) => of.delete(carrier),
  }
}

test('STORE-24 any run of points, waiting, reading, retention, erasing and reopening is answered as a model of a few lines answers it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      await tracks.close()
      rmSync(dir, { recursive: true })
      dir = mkdtempSync(join(tmpdir(), 'serik-tracks-'))
      clock = virtualClock(start)
      tracks = open()
      const expected = model()
      for (const one of steps) {
        const carrier = 'carrier' in one ? (carriers[one.carrier] as string) : ''
        if (one.do === 'append') {
          const given = point(start + one.at, { lat: one.lat / 1e7, speed: (one.at % 300) / 100 })
          append(carrier, given)
          expected.append(carrier, given)
        }
        if (one.do === 'wait') clock.advance(one.ms)
        if (one.do === 'read') {
          const span = [start + one.from, start + one.from + one.long] as const
          expect(await tracks.read(carrier, ...span)).toEqual(expected.read(carrier, ...span))
        }
        if (one.do === 'forget') {
          expect(await tracks.older(start + one.before)).toEqual(expected.older(start + one.before))
          expect(await tracks.forget(start + one.before)).toBe(expected.forget(start + one.before))
        }
        if (one.do === 'erase') {
          await tracks.forgetCarrier(carrier)
          expected.erase(carrier)
        }
        if (one.do === 'reopen') {
          await tracks.close()
          tracks = open()
        }
      }
      expect(await tracks.older(Infinity)).toEqual(expected.older(Infinity))
      for (const carrier of carriers)
        expect(await tracks.read(carrier, 0, Infinity)).toEqual(expected.read(carrier, 0, Infinity))
    }),
    { numRuns: 60 },
  )
})

test('STORE-26 a store that has met more people than a call takes arguments opens, and numbers the next one after them', async () => {
  await tracks.close()
  stored((database) =>
    database.exec(`
      WITH RECURSIVE n(no) AS (SELECT 1 UNION ALL SELECT no + 1 FROM n WHERE no < 200000)
      INSERT INTO carriers SELECT no, 'met ' || no FROM n
    `),
  )
  tracks = open()
  append('new', point(1))
  await tracks.flush()
  expect(count("no FROM carriers WHERE id = 'new'")).toBe(200_001)
})

test('STORE-27 who is forgotten after a disk kept packed rows from being removed does not come back as somebody else', async () => {
  append('a', point(start))
  stored((database) =>
    database.exec(
      "CREATE TRIGGER kept BEFORE DELETE ON fresh BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
    ),
  )
  clock.advance(1000)
  clock.advance(2 * MINUTE)
  await vi.waitFor(() => expect(warnings).toEqual([expect.stringContaining('the disk is full')]))
  stored((database) => database.exec('DROP TRIGGER kept'))
  await tracks.forgetCarrier('a')
  await tracks.close()
  tracks = open()
  append('b', point(start + 1))
  expect(await tracks.read('b', 0, Infinity)).toEqual([point(start + 1)])
  expect(count('sum(length(points)) FROM chunks')).toBeNull()
})
