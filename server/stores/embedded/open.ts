import { join } from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import type { StoreUnavailable } from '../../ports/event-log.ts'
import type { Stores } from '../../ports/stores.ts'
import { type CheckpointWriter, checkpointWriter } from '../checkpoints.ts'
import { freeOn } from '../disk.ts'
import { lockDataDir } from '../owner-lock.ts'
import { openCipher, ownVaultKey } from '../vault-key.ts'
import { credentialStore } from './credentials.ts'
import { openDatabase } from './database.ts'
import { openEventLog } from './event-log.ts'
import { loneFanOut } from './fan-out.ts'
import { metaStore } from './meta.ts'
import { oneTimeCodeStore } from './one-time-codes.ts'
import { accountsSchema, vaultKeysSchema, vaultSchema } from './schema.ts'
import { sessionStore } from './sessions.ts'
import { openTracks } from './tracks.ts'
import { vaultStore } from './vault.ts'

export interface EmbeddedOptions {
  dataDir: string
  clock: Clock
  /** 32 bytes in base64; without it the key in `dataDir`/vault.key is used, made when missing. */
  vaultKey?: string
  /** Where checkpoints.ndjson grows, best on another disk; `dataDir` when not given. */
  checkpointDir?: string
  /** A chain is damaged or the disk failed: the store has gone read-only. */
  onFault?: (fault: StoreUnavailable) => void
  warn?: (sentence: string) => void
  /** Bytes the disk must have free: with less a commit may still find room in SQLite's own files, and the next not. */
  leastFree?: number
}

/** Opens or creates the store in `dataDir`. Rejects with StoreUnavailable and one sentence when it cannot. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Stores> {
  const { dataDir, clock, onFault, warn = () => {}, leastFree = 4 << 20 } = options
  const closers: (() => unknown)[] = [lockDataDir(dataDir)]
  const closing = <T extends { close(): unknown }>(part: T): T => {
    closers.push(() => part.close())
    return part
  }
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  const file = (name: string) => join(dataDir, name)
  const database = (name: string, schema: string, cache?: number) =>
    closing(openDatabase(file(name), schema, { durable: true, ...(cache && { cache }) }))
  try {
    let checkpoints: CheckpointWriter | undefined
    const chainAt = (name: 'log' | 'access') =>
      closing(
        openEventLog(file(`${name}.db`), {
          clock,
          onFault,
          onHead: (head) => checkpoints?.moved(name, head),
        }),
      )
    const log = chainAt('log')
    const access = chainAt('access')
    checkpoints = checkpointWriter(
      options.checkpointDir ?? dataDir,
      { log: await log.head(), access: await access.head() },
      clock.now,
      warn,
    )
    const accounts = database('accounts.db', accountsSchema)
    const meta = metaStore(accounts)
    const cipher = await openCipher(options.vaultKey ?? ownVaultKey(dataDir), meta)
    return {
      log,
      access,
      meta,
      credentials: credentialStore(accounts),
      sessions: sessionStore(accounts, clock),
      codes: oneTimeCodeStore(accounts, clock),
      vault: vaultStore(
        // The words of a name are keyed hashes, which fall anywhere in their table.
        database('vault.db', vaultSchema, 64),
        database('vault-keys.db', vaultKeysSchema),
        cipher,
      ),
      tracks: closing(openTracks(file('tracks.db'), clock, warn)),
      fanOut: loneFanOut(),
      health() {
        const fault = log.fault() ?? access.fault()
        if (fault) return { ok: false, code: fault.code, reason: fault.message }
        return freeOn(dataDir).free < leastFree
          ? { ok: false, code: 'store.full', reason: `The disk of ${dataDir} is full.` }
          : { ok: true }
      },
      async close() {
        await Promise.all([log.close(), access.close()])
        checkpoints.write()
        await closeAll()
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}
