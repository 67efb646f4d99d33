import { createHash, randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../ports/clock.ts'
import type { TrackPoint, TrackStore } from '../../ports/track-store.ts'
import { inTransaction, openDatabase } from './database.ts'
import { tracksSchema } from './schema.ts'

const flushEvery = 1000
/** Points kept while the disk takes none; beyond it the oldest go. */
const mostWaiting = 200_000
/** Tracks of the fixes that came in through this node. A disk that cannot be written is told to `warn`, once a second. */
export function openTracks(path: string, clock: Clock, warn: (sentence: string) => void): TrackStore {
  const database = openDatabase(path, tracksSchema, { durable: false })
  const addCarrier = database.prepare('INSERT OR IGNORE INTO carriers (id) VALUES (?)')
  const addPoint = database.prepare(`
    INSERT OR IGNORE INTO points (carrier, at, lat, lng, accuracy, speed)
    VALUES ((SELECT no FROM carriers WHERE id = ?), ?, ?, ?, ?, ?)
  `)
  const range = database.prepare(`
    SELECT at, lat, lng, accuracy, speed FROM points
    WHERE carrier = (SELECT no FROM carriers WHERE id = ?) AND at >= ? AND at <= ? ORDER BY at
  `)
  const carriers = database.prepare('SELECT no, id FROM carriers ORDER BY no')
  const olderOf = database.prepare(
    'SELECT at, lat, lng, accuracy, speed FROM points WHERE carrier = ? AND at < ? ORDER BY at',
  )
  const forgetAll = database.prepare(
    'DELETE FROM points WHERE carrier = (SELECT no FROM carriers WHERE id = ?)',
  )
  const name = volumeName(database)
  const forget = database.prepare('DELETE FROM points WHERE carrier = ? AND at < ?')
  const known = new Set<Id>()
  let waiting: { carrier: Id; point: TrackPoint }[] = []
  let cancel: (() => void) | null = null

  function write() {
    cancel?.()
    cancel = null
    if (waiting.length === 0) return
    inTransaction(database, () => {
      for (const { carrier, point } of waiting) {
        if (!known.has(carrier)) addCarrier.run(carrier)
        addPoint.run(carrier, point.at, point.lat, point.lng, point.accuracy, point.speed ?? null)
      }
    })
    for (const { carrier } of waiting) known.add(carrier)
    waiting = []
  }

  function writeLater() {
    cancel ??= clock.after(flushEvery, tryWrite)
  }

  function tryWrite() {
    try {
      write()
    } catch (error) {
      warn(`Tracks cannot be written to ${path}: ${(error as Error).message}.`)
      waiting = waiting.slice(-mostWaiting)
      writeLater()
    }
  }

  return {
    name,
    append(carrier, point) {
      waiting.push({ carrier, point })
      writeLater()
    },
    async read(carrier, from, to) {
      tryWrite()
      const stored = range.all(carrier, from, to).map(trackPoint)
      const unwritten = waiting.filter(
        ({ carrier: of, point }) => of === carrier && point.at >= from && point.at <= to,
      )
      if (unwritten.length === 0) return stored
      const byTime = new Map(
        [...unwritten.map(({ point }) => point), ...stored].map((point) => [point.at, point]),
      )
      return [...byTime.values()].sort((a, b) => a.at - b.at)
    },
    async forget(before) {
      write()
      let gone = 0
      for (const { no } of carriers.all()) {
        gone += Number(forget.run(no as number, before).changes)
        // The rest of the server works in between.
        await nextTurn()
      }
      return gone
    },
    async older(before) {
      write()
      const hash = createHash('sha256')
      let points = 0
      for (const { no, id } of carriers.all()) {
        for (const { at, lat, lng, accuracy, speed } of olderOf.iterate(no as number, before)) {
          hash.update(`${id} ${at} ${lat} ${lng} ${accuracy} ${speed ?? ''}\n`)
          points++
        }
        await nextTurn()
      }
      return { points, digest: hash.digest('hex') }
    },
    async forgetCarrier(carrier) {
      waiting = waiting.filter((one) => one.carrier !== carrier)
      forgetAll.run(carrier)
    },
    async flush() {
      write()
    },
    async close() {
      tryWrite()
      cancel?.()
      database.close()
    },
  }
}

/** Made once, kept in the file. */
function volumeName(database: DatabaseSync): string {
  database.prepare('INSERT OR IGNORE INTO volume VALUES (1, ?)').run(randomUUID())
  return database.prepare('SELECT name FROM volume').get()?.name as string
}

function trackPoint(row: Record<string, unknown>): TrackPoint {
  const { at, lat, lng, accuracy, speed } = row as unknown as TrackPoint & { speed: number | null }
  return { at, lat, lng, accuracy, ...(speed === null ? {} : { speed }) }
}
