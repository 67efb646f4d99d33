import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreUnavailable } from '../ports/event-log.ts'
import { ensurePrivateFile, errcodeOf, sqliteBusy } from './embedded/database.ts'

/** Another server has this folder. */
export class FolderInUse extends StoreUnavailable {}

/**
 * One process per data folder. The lock is an open exclusive transaction of SQLite, so the operating system lets go of
 * it however the process ends. Returns a function that lets go.
 */
export function lockDataDir(dataDir: string): () => void {
  const path = join(dataDir, 'owner.lock')
  ensurePrivateFile(path)
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (errcodeOf(error) !== sqliteBusy) throw error
    throw new FolderInUse(
      `Another Serik server is using ${dataDir}; stop it, or start this one with another DATA_DIR.`,
    )
  }
  return () => database.close()
}
