import { StoreUnavailable } from '../../ports/event-log.ts'
import type { Redis } from './connection.ts'

const askEvery = 1000
const waitFor = 1500

/**
 * Resolves when what this connection has written is also with a replica; at once where there is none (counted anew each
 * second). Rejects when the replica does not confirm: the write may then be lost in a failover. WAIT covers the writes
 * of its own connection only, so for what another one wrote (`wrote` false) a mark is written first.
 */
export function replicaWait(client: Redis, markKey: string): (wrote: boolean) => Promise<void> {
  let replicas = 0
  let nextAsk = 0
  return async (wrote) => {
    if (performance.now() >= nextAsk) {
      const [role, , connected] = (await client.sendCommand(['ROLE'])) as unknown[]
      replicas = role === 'master' && Array.isArray(connected) ? connected.length : 0
      nextAsk = performance.now() + askEvery
    }
    if (replicas === 0) return
    if (!wrote) await client.hIncrBy(markKey, 'repeats', 1)
    if ((await client.wait(1, waitFor)) < 1)
      throw new StoreUnavailable('The replica of Redis does not confirm writes.')
  }
}
