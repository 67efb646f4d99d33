import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Id, Key, Millis } from '../../../shared/kernel/ids.ts'
import type { Append, Appended } from '../../ports/event-log.ts'
import { repeat } from '../remembered.ts'
import type { KeyPlaces } from './key-places.ts'

export type LogStatements = ReturnType<typeof logStatements>

export function logStatements(database: DatabaseSync) {
  return {
    lastRecord: database.prepare('SELECT seq, body, crc, hash FROM records ORDER BY seq DESC LIMIT 1'),
    page: database.prepare('SELECT seq, body, crc, hash FROM records WHERE seq >= ? ORDER BY seq LIMIT ?'),
    addRecords: inBulk(
      database,
      4,
      (rows) => `INSERT OR FAIL INTO records (seq, body, crc, hash) VALUES ${rows}`,
    ),
    keySeq: database.prepare('SELECT seq FROM key_seq WHERE key = ?'),
    moveKeys: inBulk(
      database,
      2,
      (rows) =>
        `INSERT INTO key_seq (key, seq) VALUES ${rows} ON CONFLICT (key) DO UPDATE SET seq = excluded.seq`,
    ),
    command: database.prepare('SELECT fingerprint, from_seq, upto_seq, result FROM commands WHERE id = ?'),
    addCommand: database.prepare(
      'INSERT INTO commands (id, fingerprint, from_seq, upto_seq, result, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    forgetCommands: database.prepare(
      'DELETE FROM commands WHERE at < ? AND rowid IN (SELECT rowid FROM commands ORDER BY rowid LIMIT ?)',
    ),
  }
}

const rowsAtOnce = 20

/** Runs a statement for the values of many rows, one row after the other, some with each call: calls are dear. */
function inBulk(
  database: DatabaseSync,
  columns: number,
  statement: (rows: string) => string,
): (values: SQLInputValue[]) => void {
  const row = `(${Array(columns).fill('?').join()})`
  const one = database.prepare(statement(row))
  const many = database.prepare(statement(Array(rowsAtOnce).fill(row).join()))
  const width = columns * rowsAtOnce
  return (values) => {
    let from = 0
    for (; from + width <= values.length; from += width) many.run(...values.slice(from, from + width))
    for (; from < values.length; from += columns) one.run(...values.slice(from, from + columns))
  }
}

/** What the log, standing at `headSeq`, says to an append of `records` records; remembers the command that it takes. */
export function takeCommand(
  sql: LogStatements,
  places: KeyPlaces,
  append: Append,
  headSeq: number,
  records: number,
  now: Millis,
): Appended {
  const { commandId, fingerprint, read, result } = append
  const moved: { key: Key; seq: number }[] = []
  // Nothing has moved after the head.
  if (read.at < headSeq)
    for (const key of read.keys) {
      const seq = places.after(key, read.at)
      if (seq > read.at) moved.push({ key, seq })
    }
  const known = () => knownCommand(sql, commandId, fingerprint)
  if (moved.length > 0) return known() ?? { ok: false, why: 'conflict', moved }
  const from = headSeq + 1
  const upTo = headSeq + records
  const text = result === undefined ? null : JSON.stringify(result)
  if (sql.addCommand.run(commandId, fingerprint, from, upTo, text, now).changes === 0)
    return known() as Appended
  return { ok: true, from, upTo, repeated: false, ...(result === undefined ? {} : { result }) }
}

export function knownCommand(sql: LogStatements, commandId: Id, fingerprint: string): Appended | null {
  const row = sql.command.get(commandId)
  if (!row) return null
  const first = {
    fingerprint: row.fingerprint as string,
    from: row.from_seq as number,
    upTo: row.upto_seq as number,
    ...(row.result === null ? {} : { result: JSON.parse(row.result as string) }),
  }
  return repeat(first, fingerprint)
}
