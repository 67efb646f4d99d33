import { StoreUnavailable } from '../../ports/event-log.ts'
import type { Redis } from './connection.ts'

const askEvery = 1000
const waitFor = 1500

/**
 * Resolves when everything that was written before this connection's last command, by whomever, is also with a replica;
 * at once where there is none (counted anew each second). Rejects when the replica does not confirm: the write may then
 * be lost in a failover.
 */
export function replicaWait(client: Redis): () => Promise<void> {
  let replicas = 0
  let nextAsk = 0
  return async () => {
    if (performance.now() >= nextAsk) {
      const [role, , connected] = (await client.sendCommand(['ROLE'])) as unknown[]
      replicas = role === 'master' && Array.isArray(connected) ? connected.length : 0
      nextAsk = performance.now() + askEvery
    }
    if (replicas === 0) return
    if ((await client.wait(1, waitFor)) < 1)
      throw new StoreUnavailable('The replica of Redis does not confirm writes.')
  }
}
