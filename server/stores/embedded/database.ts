import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreUnavailable } from '../../ports/event-log.ts'

/** SQLite's primary result codes this code tells apart (sqlite.org/rescode.html). */
export const sqliteBusy = 5
export const sqliteFull = 13

export function errcodeOf(error: unknown): number {
  const code = (error as { errcode?: number } | null)?.errcode ?? 0
  return code & 0xff
}

/**
 * Opens or creates a database that nobody else on the machine may read. `durable`: a commit returns when it is on the
 * disk; otherwise a power cut may take the last seconds, never the file. `cache`: megabytes of its pages in memory, for
 * one that is written all over.
 */
export function openDatabase(
  path: string,
  schema: string,
  options: { durable: boolean; cache?: number },
): DatabaseSync {
  ensurePrivateFile(path)
  try {
    const database = new DatabaseSync(path, { timeout: 5000 })
    database.exec('PRAGMA journal_mode = WAL')
    // What is deleted is overwritten with zeros.
    database.exec('PRAGMA secure_delete = ON')
    database.exec(`PRAGMA synchronous = ${options.durable ? 'FULL' : 'NORMAL'}`)
    if (options.cache) database.exec(`PRAGMA cache_size = -${options.cache * 1024}`)
    inTransaction(database, () => database.exec(schema))
    return database
  } catch (error) {
    throw unusable(path, error)
  }
}

/** Creates the file and its folder for the owner only; SQLite's -wal and -shm take over the file's rights. */
export function ensurePrivateFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    closeSync(openSync(path, 'a', 0o600))
  } catch (error) {
    throw unusable(path, error)
  }
}

function unusable(path: string, error: unknown): StoreUnavailable {
  return new StoreUnavailable(`The data folder ${dirname(path)} cannot be used: ${(error as Error).message}.`)
}

/** All or nothing; rethrows what `write` or the commit threw. */
export function inTransaction<T>(database: DatabaseSync, write: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = write()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    if (errcodeOf(error) === sqliteFull)
      throw new StoreUnavailable(`The disk is full: ${database.location() ?? 'memory'}.`, 'store.full')
    throw error
  }
}
