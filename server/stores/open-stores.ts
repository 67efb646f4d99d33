import type { Config } from '../config.ts'
import type { Clock } from '../ports/clock.ts'
import type { Stores } from '../ports/stores.ts'
import { openEmbedded } from './embedded/open.ts'
import { openRedis } from './redis/open.ts'

/** The store that the configuration names: Redis with REDIS_URL, else SQLite files under DATA_DIR. */
export function openStores(config: Config, clock: Clock): Promise<Stores> {
  const { dataDir, REDIS_URL: url, SERIK_VAULT_KEY: vaultKey } = config
  return url ? openRedis({ url, dataDir, vaultKey, clock }) : openEmbedded({ dataDir, vaultKey, clock })
}
