import type { DatabaseSync } from 'node:sqlite'
import type { Id, Key, Millis } from '../../../shared/kernel/ids.ts'
import type { Append, Appended } from '../../ports/event-log.ts'
import { repeat } from '../remembered.ts'

interface Span {
  from: number
  upTo: number
}

export type LogStatements = ReturnType<typeof logStatements>

export function logStatements(database: DatabaseSync) {
  return {
    lastRecord: database.prepare('SELECT seq, body, crc, hash FROM records ORDER BY seq DESC LIMIT 1'),
    page: database.prepare('SELECT seq, body, crc, hash FROM records WHERE seq >= ? ORDER BY seq LIMIT ?'),
    addRecord: database.prepare('INSERT INTO records (seq, body, crc, hash) VALUES (?, ?, ?, ?)'),
    keySeq: database.prepare('SELECT seq FROM key_seq WHERE key = ?'),
    moveKey: database.prepare(
      'INSERT INTO key_seq (key, seq) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET seq = excluded.seq',
    ),
    command: database.prepare('SELECT fingerprint, from_seq, upto_seq, result FROM commands WHERE id = ?'),
    addCommand: database.prepare(
      'INSERT INTO commands (id, fingerprint, from_seq, upto_seq, result, at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    forgetCommands: database.prepare(
      'DELETE FROM commands WHERE at < ? AND rowid IN (SELECT rowid FROM commands ORDER BY rowid LIMIT ?)',
    ),
  }
}

/** What the log, standing at `headSeq`, says to an append of `records` records; writes nothing. */
export function decideOne(sql: LogStatements, append: Append, headSeq: number, records: number): Appended {
  const known = knownCommand(sql, append.commandId, append.fingerprint)
  if (known) return known
  const moved: { key: Key; seq: number }[] = []
  for (const key of append.read.keys) {
    const seq = (sql.keySeq.get(key)?.seq as number | undefined) ?? 0
    if (seq > append.read.at) moved.push({ key, seq })
  }
  if (moved.length > 0) return { ok: false, why: 'conflict', moved }
  const result = append.result === undefined ? {} : { result: append.result }
  return { ok: true, from: headSeq + 1, upTo: headSeq + records, repeated: false, ...result }
}

export function addCommand(sql: LogStatements, append: Append, { from, upTo }: Span, now: Millis): void {
  const result = append.result === undefined ? null : JSON.stringify(append.result)
  sql.addCommand.run(append.commandId, append.fingerprint, from, upTo, result, now)
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
