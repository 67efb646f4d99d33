import type { Clock } from '../ports/clock.ts'
import { type EventLog, type StoreFault, StoreUnavailable } from '../ports/event-log.ts'
import type { Stores } from '../ports/stores.ts'
import { errcodeOf, sqliteFull } from './embedded/database.ts'

const tryEvery = 3_000

/**
 * The store, whose health also says what its last write came to. A small write of its own every few seconds finds out
 * in a night without commands that the disk is full, and that there is room again.
 */
export function watchWrites(stores: Stores, clock: Clock): Stores {
  let failed: { code: StoreFault; reason: string } | null = null
  let closed = false
  let cancel = () => {}

  async function noted<T>(write: Promise<T>): Promise<T> {
    try {
      const written = await write
      failed = null
      return written
    } catch (error) {
      failed = { code: codeOf(error), reason: (error as Error).message }
      throw error
    }
  }
  const tryNow = async () => {
    await noted(stores.meta.put('last-try', String(clock.now()))).catch(() => {})
    if (!closed) cancel = clock.after(tryEvery, tryNow)
  }
  cancel = clock.after(tryEvery, tryNow)
  const log: EventLog = { ...stores.log, append: (append) => noted(stores.log.append(append)) }

  return {
    ...stores,
    log,
    health() {
      const health = stores.health()
      return health.ok && failed ? { ok: false, ...failed } : health
    },
    close() {
      closed = true
      cancel()
      return stores.close()
    },
  }
}

function codeOf(error: unknown): StoreFault {
  if (error instanceof StoreUnavailable) return error.code
  return errcodeOf(error) === sqliteFull ? 'store.full' : 'store.unwritable'
}
