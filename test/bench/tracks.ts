import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inTransaction, openDatabase } from '../../server/stores/embedded/database.ts'
import { openTracks } from '../../server/stores/embedded/tracks.ts'
import { virtualClock } from '../kit/virtual-clock.ts'
import { type Bench, chance, cityPlace, measured, median } from './kit.ts'

const start = Date.UTC(2026, 8, 1)
const ticks = 20

/** A point is a carrier's number, time, degrees, metres and metres per second. */
type Add = (carrier: number, at: number, lat: number, lng: number, accuracy: number, speed: number) => void

/** People on foot in a city, each with a point every few seconds. Calls back at each tick and gives how many points. */
async function walk(people: number, perSecond: number, seconds: number, add: Add, tick: () => unknown) {
  const random = chance(5)
  const places = Array.from({ length: people }, () => ({ ...cityPlace(random), heading: random() * 7 }))
  let n = 0
  for (let turn = 0; turn < seconds * ticks; turn++) {
    for (let i = 0; i < perSecond / ticks; i++, n++) {
      const place = places[n % people] as (typeof places)[0]
      place.heading += random() - 0.5
      const metres = (1.4 * people) / perSecond
      place.lat += (Math.cos(place.heading) * metres) / 111_000
      place.lng += (Math.sin(place.heading) * metres) / 81_000
      const at = start + Math.floor((turn * 1000) / ticks) - (n % 1000)
      const accuracy = 4 + Math.floor(random() * 60) / 10
      add(
        n % people,
        at,
        rounded(place.lat),
        rounded(place.lng),
        accuracy,
        1 + Math.floor(random() * 10) / 10,
      )
    }
    await tick()
  }
  return n
}

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

async function cpuOf<T>(work: () => Promise<T>): Promise<{ micros: number; made: T }> {
  const began = process.cpuUsage()
  const made = await work()
  const { user, system } = process.cpuUsage(began)
  return { micros: user + system, made }
}

/** Everybody is known before the clock runs: whoever comes to the city comes once. */
const known = [start + 59_999, 43.2, 76.9, 5, 1] as const

interface Arm {
  /** Of CPU, a point. */
  micros: number
  /** On the disk, a point. */
  bytes: number
  digest: string
  /** The longest time on the CPU without a turn for others, in milliseconds. */
  longest: number
}

function bytesOf(path: string): number {
  const database = new DatabaseSync(path)
  const of = (what: string) => Object.values(database.prepare(`PRAGMA ${what}`).get() ?? {})[0] as number
  const bytes = (of('page_count') - of('freelist_count')) * of('page_size')
  database.close()
  return bytes
}

async function ours(path: string, ids: string[], perSecond: number, seconds: number): Promise<Arm> {
  const clock = virtualClock(start)
  const tracks = openTracks(path, clock, console.error)
  const busy = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  for (const id of ids) tracks.append(id, ...known)
  await tracks.flush()
  let longest = 0
  const noted = (from: number) => {
    longest = Math.max(longest, busy() - from)
  }
  const { micros, made } = await cpuOf(async () => {
    const points = await walk(
      ids.length,
      perSecond,
      seconds,
      (carrier, ...point) => tracks.append(ids[carrier] as string, ...point),
      async () => {
        let from = busy()
        clock.advance(1000 / ticks)
        noted(from)
        from = busy()
        await nextTurn()
        noted(from)
      },
    )
    // Packs what is left; there is nothing that old to be forgotten.
    await tracks.forget(-Infinity)
    return points
  })
  const { digest } = await tracks.older(Infinity)
  await tracks.close()
  return { micros: micros / made, bytes: bytesOf(path) / made, digest, longest }
}

/** A row for each point, in a transaction a second. */
async function rows(path: string, ids: string[], perSecond: number, seconds: number): Promise<Arm> {
  const database = openDatabase(
    path,
    `CREATE TABLE points (carrier INTEGER NOT NULL, at INTEGER NOT NULL, lat REAL NOT NULL, lng REAL NOT NULL,
      accuracy REAL NOT NULL, speed REAL, PRIMARY KEY (carrier, at)) STRICT, WITHOUT ROWID`,
    { durable: false, cache: 16 },
  )
  const insert = database.prepare('INSERT OR IGNORE INTO points VALUES (?, ?, ?, ?, ?, ?)')
  let waiting: Parameters<Add>[] = []
  let turn = 0
  const write = () => {
    inTransaction(database, () => {
      for (const point of waiting) insert.run(...point)
    })
    waiting = []
  }
  for (const carrier of ids.keys()) waiting.push([carrier, ...known])
  write()
  const { micros, made } = await cpuOf(async () => {
    const points = await walk(
      ids.length,
      perSecond,
      seconds,
      (...point) => waiting.push(point),
      () => {
        if (++turn % ticks === 0) write()
      },
    )
    write()
    return points
  })
  const hash = createHash('sha256')
  for (const row of database.prepare('SELECT * FROM points ORDER BY carrier, at').iterate())
    hash.update(
      `${ids[row.carrier as number]} ${row.at} ${row.lat} ${row.lng} ${row.accuracy} ${row.speed}\n`,
    )
  database.close()
  return {
    micros: micros / made,
    bytes: bytesOf(path) / made,
    digest: hash.digest('hex'),
    longest: Number.NaN,
  }
}

/** Making the points costs both the same, and counts for neither. */
const making = async (people: number, perSecond: number, seconds: number) => {
  const { micros, made } = await cpuOf(() =>
    walk(
      people,
      perSecond,
      seconds,
      () => {},
      () => {},
    ),
  )
  return micros / made
}

/** Tracks of 50,000 people: what a point costs, against a row for each. */
export const bench: Bench = async function* ({ quick }) {
  const dir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  try {
    for (const [perSecond, people] of [
      [100_000, 50_000],
      [10_000, 10_000],
    ] as const) {
      const seconds = (quick ? 500_000 : 2_000_000) / perSecond
      const ids = Array.from({ length: people }, (_, n) => `person-${n}-of-the-city-with-an-id`)
      const arms: { ours: Arm; rows: Arm }[] = []
      const made: number[] = []
      for (let round = 0; round < (quick ? 1 : 3); round++) {
        const path = (name: string) => join(dir, `${name}-${perSecond}-${round}.db`)
        made.push(await making(people, perSecond, seconds))
        const one = () => ours(path('ours'), ids, perSecond, seconds)
        const other = () => rows(path('rows'), ids, perSecond, seconds)
        const first = round % 2 === 0 ? await one() : null
        const peer = await other()
        arms.push({ ours: first ?? (await one()), rows: peer })
      }
      const of = (arm: 'ours' | 'rows', figure: 'micros' | 'bytes' | 'longest') =>
        median(arms.map((both) => both[arm][figure]))
      const same = arms.every((both) => both.ours.digest === both.rows.digest)
      const shown = `${perSecond.toLocaleString('en')} points/s of ${people.toLocaleString('en')} people`
      const wrong = same ? null : 'the tracks differ'
      yield measured({
        case: `tracks, ${shown}: appended, written and packed`,
        ...{ ours: of('ours', 'micros') - median(made), peer: of('rows', 'micros') - median(made) },
        ...{ unit: 'CPU-µs a point (peer: a SQLite row a point)', better: 'lower', goal: 'at most 1.5 µs' },
        met: (_, micros) => micros <= 1.5,
        wrong,
      })
      yield measured({
        ...{ case: `tracks, ${shown}: on the disk`, ours: of('ours', 'bytes'), peer: of('rows', 'bytes') },
        ...{ unit: 'bytes a point', better: 'lower', wrong },
      })
      yield measured({
        ...{ case: `tracks, ${shown}: longest on the CPU without a turn`, ours: of('ours', 'longest') },
        ...{ unit: 'ms', better: 'lower' },
      })
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
