import { join } from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import { StoreUnavailable } from '../../ports/event-log.ts'
import type { Stores } from '../../ports/stores.ts'
import { type CheckpointWriter, checkpointWriter } from '../checkpoints.ts'
import { openTracks } from '../embedded/tracks.ts'
import { lockDataDir } from '../owner-lock.ts'
import { openCipher } from '../vault-key.ts'
import { connect } from './connection.ts'
import { credentialStore } from './credentials.ts'
import { requireDurable } from './durability.ts'
import { openEventLog } from './event-log.ts'
import { redisFanOut } from './fan-out.ts'
import { logKeys } from './log-keys.ts'
import { metaStore } from './meta.ts'
import { oneTimeCodeStore } from './one-time-codes.ts'
import { sessionStore } from './sessions.ts'
import { vaultStore } from './vault.ts'

export const defaultPrefix = 'serik'

export interface RedisOptions {
  /** redis[s]://[user:password@]host[:port][/database] */
  url: string
  /** This node's own folder: tracks and checkpoints. */
  dataDir: string
  clock: Clock
  /** 32 bytes in base64, the same on every node. */
  vaultKey?: string
  /** Where checkpoints.ndjson grows; `dataDir` when not given. */
  checkpointDir?: string
  /** Opens every key's name; for several stores on one Redis. */
  prefix?: string
  /** A chain is damaged: the store has gone read-only. */
  onFault?: (fault: StoreUnavailable) => void
  warn?: (sentence: string) => void
}

/** Joins the store in Redis as one more node. Rejects with StoreUnavailable and one sentence when it cannot. */
export async function openRedis(options: RedisOptions): Promise<Stores> {
  const { url, dataDir, clock, vaultKey, prefix = defaultPrefix, onFault, warn = () => {} } = options
  if (!vaultKey)
    throw new StoreUnavailable('SERIK_VAULT_KEY is missing: with REDIS_URL every node needs the same one.')
  const closers: (() => unknown)[] = [lockDataDir(dataDir)]
  const closing = <T extends { close(): unknown }>(part: T): T => {
    closers.push(() => part.close())
    return part
  }
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  const connection = async () => {
    const client = await connect(url, warn)
    closers.push(() => client.destroy())
    return client
  }
  try {
    const client = await connection()
    await requireDurable(client, warn)
    let checkpoints: CheckpointWriter | undefined
    const chainAt = async (name: 'log' | 'access') =>
      closing(
        await openEventLog({
          writer: await connection(),
          reader: client,
          keys: logKeys(prefix, name),
          warn,
          onFault,
          onHead: (head) => checkpoints?.moved(name, head),
        }),
      )
    const log = await chainAt('log')
    const access = await chainAt('access')
    const heads = { log: await log.head(), access: await access.head() }
    checkpoints = checkpointWriter(options.checkpointDir ?? dataDir, heads, clock.now, warn)
    const meta = metaStore(client, prefix)
    const cipher = await openCipher(vaultKey, meta)
    const fanOut = closing(await redisFanOut(client, await connection(), prefix, clock))
    return {
      log,
      access,
      meta,
      fanOut,
      credentials: credentialStore(client, prefix),
      sessions: sessionStore(client, prefix, clock),
      codes: oneTimeCodeStore(client, prefix, clock),
      vault: vaultStore(client, prefix, cipher),
      tracks: closing(openTracks(join(dataDir, 'tracks.db'), clock, warn)),
      health() {
        const fault = log.fault() ?? access.fault()
        if (fault) return { ok: false, code: fault.code, reason: fault.message }
        return fanOut.hears()
          ? { ok: true }
          : { ok: false, code: 'store.silent', reason: 'Redis does not answer.' }
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
