import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { StoreUnavailable } from '../../../server/ports/event-log.ts'
import { openEmbedded } from '../../../server/stores/embedded/open.ts'
import { watchWrites } from '../../../server/stores/watch-writes.ts'
import { anAppend } from '../../contract/append.ts'
import { noon } from '../../kit/given-when-then.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'serik-writes-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** A real store in which a full disk can be switched on. */
async function opened(leastFree?: number) {
  const clock = virtualClock(noon)
  const stores = await openEmbedded({ dataDir, clock, ...(leastFree === undefined ? {} : { leastFree }) })
  const disk = { full: false }
  const guarded = <T>(write: () => Promise<T>) =>
    disk.full ? Promise.reject(new StoreUnavailable(`The disk is full: ${dataDir}.`, 'store.full')) : write()
  const watched = watchWrites(
    {
      ...stores,
      log: { ...stores.log, append: (append) => guarded(() => stores.log.append(append)) },
      meta: { ...stores.meta, put: (name, value) => guarded(() => stores.meta.put(name, value)) },
    },
    clock,
  )
  return { clock, disk, stores: watched }
}

test('SYSTEM-2 a failed append makes the store unhealthy at once, a write of its own makes it healthy again', async () => {
  const { clock, disk, stores } = await opened()
  expect(stores.health()).toEqual({ ok: true })
  disk.full = true
  await expect(stores.log.append(anAppend([['unit:a']]))).rejects.toThrow('The disk is full')
  expect(stores.health()).toMatchObject({ ok: false, code: 'store.full' })
  clock.advance(3_000)
  await expect.poll(() => stores.health()).toMatchObject({ ok: false })
  disk.full = false
  clock.advance(3_000)
  await expect.poll(() => stores.health()).toEqual({ ok: true })
  await stores.close()
})

test('SYSTEM-3 a full disk is noticed within three seconds although nobody gives a command', async () => {
  const { clock, disk, stores } = await opened()
  disk.full = true
  expect(stores.health()).toEqual({ ok: true })
  clock.advance(3_000)
  await expect.poll(() => stores.health()).toMatchObject({ ok: false, code: 'store.full' })
  await stores.close()
})

test('SYSTEM-4 an embedded store whose disk has less free than a commit may need is not healthy', async () => {
  const { stores } = await opened(Number.MAX_SAFE_INTEGER)
  expect(stores.health()).toMatchObject({ ok: false, code: 'store.full' })
  await stores.close()
})
