import { randomUUID } from 'node:crypto'
import { systemClock } from '../ports/clock.ts'
import { StoreUnavailable } from '../ports/event-log.ts'
import { leaveForServer, type OutsideRead, recordOutside } from '../stores/access-inbox.ts'
import { openEmbedded } from '../stores/embedded/open.ts'
import { connect } from '../stores/redis/connection.ts'
import { openEventLog } from '../stores/redis/event-log.ts'
import { logKeys } from '../stores/redis/log-keys.ts'
import { defaultPrefix } from '../stores/redis/open.ts'
import { vaultStore } from '../stores/redis/vault.ts'
import { vaultCipher } from '../stores/vault-cipher.ts'

export type Outside = Pick<OutsideRead, 'kind' | 'about' | 'reason'>

/** Who holds the store's files reads without a server: it stands in the access log all the same, before anything leaves. */
export async function noteOutside(
  read: Outside,
  { dataDir, redisUrl }: { dataDir: string; redisUrl?: string },
): Promise<void> {
  const noted: OutsideRead = { id: randomUUID(), at: Date.now(), ...read }
  if (redisUrl) return noteInRedis(noted, redisUrl)
  const vaultKey = process.env.SERIK_VAULT_KEY
  try {
    const stores = await openEmbedded({ dataDir, clock: systemClock, ...(vaultKey && { vaultKey }) })
    try {
      await recordOutside(stores, noted)
    } finally {
      await stores.close()
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    // A server has the store: it alone writes the chain.
    leaveForServer(dataDir, noted)
  }
}

async function noteInRedis(noted: OutsideRead, url: string): Promise<void> {
  const key = process.env.SERIK_VAULT_KEY
  if (!key) throw new Error('SERIK_VAULT_KEY is missing: the reason of an export is sealed with it.')
  const [reader, writer] = [await connect(url, () => {}), await connect(url, () => {})]
  const access = await openEventLog({ writer, reader, keys: logKeys(defaultPrefix, 'access'), warn() {} })
  try {
    await recordOutside({ access, vault: vaultStore(reader, defaultPrefix, vaultCipher(key)) }, noted)
  } finally {
    await access.close()
    reader.destroy()
  }
}
