import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import { writeChunks } from './fold-tracks.ts'
import { unpackChunk } from './track-chunk.ts'
import { ensurePoints, makePoints, type Points, toDegrees7, toHundredths, toSpeed } from './track-points.ts'

export type TrackStatements = ReturnType<typeof trackStatements>

export function trackStatements(database: DatabaseSync) {
  return {
    carriers: database.prepare('SELECT no, id FROM carriers'),
    addCarrier: database.prepare('INSERT INTO carriers VALUES (?, ?)'),
    removeCarrier: database.prepare('DELETE FROM carriers WHERE no = ?'),
    freshRows: database.prepare('SELECT no, points FROM fresh ORDER BY no'),
    addFresh: database.prepare('INSERT INTO fresh VALUES (?, ?)'),
    changeFresh: database.prepare('UPDATE fresh SET points = ? WHERE no = ?'),
    oldestFresh: database.prepare('SELECT min(no) AS no FROM fresh'),
    removeFresh: database.prepare('DELETE FROM fresh WHERE no = ?'),
    addChunk: database.prepare('INSERT INTO chunks VALUES (?, ?, ?, ?, ?)'),
    nextSpan: database.prepare('SELECT min(span) AS span FROM chunks WHERE span > ?'),
    parts: database.prepare('SELECT count, points FROM chunks WHERE span = ? AND carrier = ? ORDER BY part'),
    carriersOf: database.prepare(`
      SELECT carrier, sum(count) AS count, count(*) AS parts, min(part) AS first FROM chunks
      WHERE span = ? AND carrier > ? GROUP BY carrier ORDER BY carrier LIMIT ?
    `),
    removeChunks: database.prepare('DELETE FROM chunks WHERE span = ? AND carrier > ? AND carrier <= ?'),
  }
}

/** Puts the points of a carrier's chunks of one span behind `points`, those of an earlier fold first; says whether there were any. */
export function unpackSpan(sql: TrackStatements, carrier: number, span: number, points: Points): boolean {
  const parts = sql.parts.all(span, carrier) as { count: number; points: Uint8Array }[]
  for (const part of parts) unpackChunk(part.points, part.count, span, points)
  return parts.length > 0
}

/** Those of every span `from` … `upTo`, a span at each turn. */
export function* unpackSpans(
  sql: TrackStatements,
  carrier: number,
  from: number,
  upTo: number,
  points: Points,
): Generator<void, void> {
  for (let span = nextSpan(sql, from - 1); span <= upTo && span < Infinity; ) {
    span = unpackSpan(sql, carrier, span, points) ? span + 1 : nextSpan(sql, span)
    yield
  }
}

/** The next span after this one that has chunks; Infinity after the last. */
export function nextSpan(sql: TrackStatements, after: number): number {
  return (sql.nextSpan.get(after)?.span as number | null | undefined) ?? Infinity
}

/** Made once, kept in the file. */
export function volumeName(database: DatabaseSync): string {
  database.prepare('INSERT OR IGNORE INTO volume VALUES (1, ?)').run(randomUUID())
  return database.prepare('SELECT name FROM volume').get()?.name as string
}

/** Stores of before had a row for each point: they become chunks once, carrier by carrier, so that it can be cut off. */
export function packOldRows(database: DatabaseSync, sql: TrackStatements, begun: () => void): void {
  if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'points'").get()) return
  begun()
  const rowsOf = database.prepare(
    'SELECT at, lat, lng, accuracy, speed FROM points WHERE carrier = ? ORDER BY at',
  )
  const removeRows = database.prepare('DELETE FROM points WHERE carrier = ?')
  const points = makePoints(1024)
  for (const { no } of sql.carriers.all() as { no: number }[])
    inTransaction(database, () => {
      points.count = 0
      for (const row of rowsOf.iterate(no) as Iterable<Record<string, number | null>>) {
        ensurePoints(points, 1)
        const n = points.count++
        points.at[n] = row.at as number
        points.lat[n] = toDegrees7(row.lat as number)
        points.lng[n] = toDegrees7(row.lng as number)
        points.accuracy[n] = toHundredths(row.accuracy as number)
        points.speed[n] = toSpeed(row.speed ?? -1)
      }
      writeChunks(points, no, (span, carrier, count, bytes) => {
        sql.addChunk.run(span, carrier, 0, count, bytes)
      })
      removeRows.run(no)
    })
  database.exec('DROP TABLE points')
}
