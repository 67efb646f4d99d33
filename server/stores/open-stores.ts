import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Clock } from '../ports/clock.ts'
import type { StoreUnavailable } from '../ports/event-log.ts'
import type { Stores } from '../ports/stores.ts'
import { openEmbedded } from './embedded/open.ts'
import { openRedis } from './redis/open.ts'

/** The store that the configuration names: Redis with REDIS_URL, else SQLite files under DATA_DIR. */
export function openStores(config: Config, clock: Clock, logger: Logger): Promise<Stores> {
  const { dataDir, REDIS_URL: url, SERIK_VAULT_KEY: vaultKey } = config
  const onFault = (fault: StoreUnavailable) => logger.fatal({ err: fault }, 'the store has gone read-only')
  const warn = (sentence: string) => logger.warn(sentence)
  const shared = { dataDir, clock, onFault, warn, ...(vaultKey ? { vaultKey } : {}) }
  return url ? openRedis({ url, ...shared }) : openEmbedded(shared)
}
