import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../server/ports/clock.ts'
import { systemClock } from '../../server/ports/clock.ts'
import type { Stores } from '../../server/ports/stores.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { openRedis } from '../../server/stores/redis/open.ts'
import type { TestRedis } from '../kit/redis.ts'

/** One empty store that can be opened again and again. */
export interface StoreUnderTest {
  /** Opens it; Redis: one more node. */
  open(clock?: Clock): Promise<Stores>
  /** Two handles that race: two nodes on Redis, the one owner twice on the embedded store. */
  openTwo(): Promise<[Stores, Stores]>
  /** Closes what is still open and deletes everything. */
  remove(): Promise<void>
}

const folder = () => mkdtempSync(join(tmpdir(), 'serik-store-'))

export function embedded(): StoreUnderTest {
  const dataDir = folder()
  const opened: Stores[] = []
  const open = async (clock: Clock = systemClock) => {
    const stores = await openEmbedded({ dataDir, clock })
    opened.push(stores)
    return stores
  }
  return {
    open,
    async openTwo() {
      const stores = await open()
      return [stores, stores]
    },
    async remove() {
      for (const stores of opened) await stores.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export function onRedis(redis: () => TestRedis): () => StoreUnderTest {
  return () => {
    const prefix = randomUUID()
    const vaultKey = randomBytes(32).toString('base64')
    const opened: { stores: Stores; dataDir: string }[] = []
    const open = async (clock: Clock = systemClock) => {
      const dataDir = folder()
      const stores = await openRedis({ url: redis().url, prefix, vaultKey, dataDir, clock })
      opened.push({ stores, dataDir })
      return stores
    }
    return {
      open,
      openTwo: async () => [await open(), await open()],
      async remove() {
        for (const { stores, dataDir } of opened) {
          await stores.close()
          rmSync(dataDir, { recursive: true, force: true })
        }
      },
    }
  }
}
