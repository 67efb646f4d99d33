import { basename, dirname, join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Clock } from '../ports/clock.ts'
import { StoreUnavailable } from '../ports/event-log.ts'
import type { Stores } from '../ports/stores.ts'
import { openEmbedded } from './embedded/open.ts'
import { FolderInUse } from './owner-lock.ts'
import { openRedis } from './redis/open.ts'
import { watchWrites } from './watch-writes.ts'

const mostFolders = 99

/**
 * The store that the configuration names, and the folder that is this server's own. With `DATA_DIR=/data/*` several
 * servers share one volume: each takes the first of /data/1, /data/2, … that no other uses, so that one that is started
 * anew finds the tracks of the one before.
 */
export async function openStores(
  config: Config,
  clock: Clock,
  logger: Logger,
): Promise<{ stores: Stores; dataDir: string }> {
  if (basename(config.dataDir) !== '*')
    return { stores: await openIn(config, clock, logger), dataDir: config.dataDir }
  for (let n = 1; n <= mostFolders; n++) {
    const dataDir = join(dirname(config.dataDir), String(n))
    try {
      return { stores: await openIn({ ...config, dataDir }, clock, logger), dataDir }
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error
    }
  }
  throw new StoreUnavailable(`All ${mostFolders} folders of ${config.dataDir} are in use.`)
}

/** Redis with REDIS_URL, else SQLite files in the folder. */
async function openIn(config: Config, clock: Clock, logger: Logger): Promise<Stores> {
  const { dataDir, REDIS_URL: url, SERIK_VAULT_KEY: vaultKey } = config
  const onFault = (fault: StoreUnavailable) => logger.fatal({ err: fault }, 'the store has gone read-only')
  const warn = (sentence: string) => logger.warn(sentence)
  const shared = { dataDir, clock, onFault, warn, ...(vaultKey ? { vaultKey } : {}) }
  return watchWrites(await (url ? openRedis({ url, ...shared }) : openEmbedded(shared)), clock)
}
