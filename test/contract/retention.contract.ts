import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePipeline } from '../../server/pipeline/handle-command.ts'
import { liveBoard } from '../../server/pipeline/live-board.ts'
import type { Stores } from '../../server/ports/stores.ts'
import { accessRecorder } from '../../server/reads/access.ts'
import { erasePeople } from '../../server/retention/erase-people.ts'
import { runRetention } from '../../server/retention/run-retention.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import { retentionTerms } from '../../shared/erasure/parameters.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { submission, submitted } from '../kit/application.ts'
import type { StoreUnderTest } from './implementations.ts'

const DAY = 24 * 3_600_000
const start = Date.UTC(2026, 2, 2, 9)
const walked = ({ tracks }: Stores, who: string, at: number) =>
  tracks.append(who, at, 43.24, 76.9, 5, Number.NaN)

/** The retention and the erasure on every store. */
export function retentionContract(name: string, make: () => StoreUnderTest): void {
  describe(`retention: ${name}`, () => {
    let store: StoreUnderTest
    let time: number
    const clock = { now: () => time, after: () => () => {} }
    beforeEach(() => {
      time = start
      store = make()
    })
    afterEach(() => store.remove())

    /** A server without its transports. */
    async function serving(stores: Stores, vault = stores.vault) {
      const faults: unknown[] = []
      const erasing = erasePeople({ ...stores, vault }, (fault) => faults.push(fault))
      const live = await liveBoard(stores.log, erasing.take)
      const pipeline = makePipeline({ live, log: stores.log, vault, clock })
      const parts = { live, pipeline, stores, clock, tracksKeptFor: 30 * DAY }
      return { live, pipeline, erasing, faults, run: (dryRun = false) => runRetention(parts, { dryRun }) }
    }
    const types = (events: LoggedEvent[]) => events.map(({ type }) => type)

    /** A file of an applicant that was withdrawn today, with its row and its paper in the vault. */
    async function withdrawnFile({ log, vault }: Stores) {
      const append = (facts: object[]) =>
        log.append({
          ...{ commandId: randomUUID(), fingerprint: 'x', at: time, by: { kind: 'system', id: 'serik' } },
          ...{ facts: facts as never, read: { keys: [], at: 0 } },
        })
      await append([submitted('file')])
      const keys = ['application:file']
      await append([{ type: 'ApplicationWithdrawn', keys, data: { application: 'file', reason: null } }])
      await vault.put('file', { name: submission.name, iin: submission.iin })
      await vault.put('copy', { bytes: 'scan' })
    }

    test('RETAIN-206 old tracks are sealed and deleted, a second run deletes nothing, newer ones stay', async () => {
      const stores = await store.open(clock)
      const { run, live } = await serving(stores)
      for (const days of [45, 40, 31, 5]) walked(stores, 'a1', time - days * DAY)
      expect(await run(true)).toMatchObject({ tracks: 3 })
      expect((await stores.tracks.read('a1', 0, time)).length).toBe(4)
      expect(await run()).toMatchObject({ tracks: 3 })
      expect((await stores.tracks.read('a1', 0, time)).length).toBe(1)
      expect(await run()).toMatchObject({ tracks: 0 })
      const events = await stores.log.read(0, 100)
      expect(types(events)).toEqual(['TracksSealed', 'RetentionRan', 'RetentionRan'])
      expect(events[0]?.data).toMatchObject({ points: 3, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
      expect(JSON.stringify(events)).not.toContain('76.9')
      live.stop()
    })

    test('RETAIN-207 a withdrawn file is erased when its term has run out, its search terms too, and the log still proves itself', async () => {
      const stores = await store.open(clock)
      const { run, live, erasing } = await serving(stores)
      await withdrawnFile(stores)
      await live.folded(2)
      time += retentionTerms.refusedFile
      expect(await run()).toMatchObject({ files: 0 })
      expect(await stores.vault.get('file')).not.toBeNull()
      time += 1
      expect(await run()).toMatchObject({ files: 1 })
      await erasing.done()
      expect(await stores.vault.getMany(['file', 'copy'])).toEqual(new Map())
      expect(await stores.vault.find('сағындық', 5)).toEqual([])
      expect(live.board.application.get('file')?.erasedAt).toBe(time)
      expect(await run()).toMatchObject({ files: 0 })
      expect((await stores.log.read(0, 100)).length).toBe((await stores.log.head()).seq)
      live.stop()
    })

    test('RETAIN-208 a crash between the decision and the erasing is made good at the next start', async () => {
      const stores = await store.open(clock)
      const broken = { ...stores.vault, erase: () => Promise.reject(new Error('power cut')) }
      const first = await serving(stores, broken)
      await withdrawnFile(stores)
      await first.live.folded(2)
      time += retentionTerms.refusedFile + 1
      await first.run()
      await first.erasing.done()
      expect(first.faults).toHaveLength(1)
      expect(await stores.vault.get('file')).not.toBeNull()
      first.live.stop()
      const again = await serving(stores)
      await again.erasing.done()
      expect(await stores.vault.getMany(['file', 'copy'])).toEqual(new Map())
      again.live.stop()
    })

    test('RETAIN-209 an erased person’s row, key and tracks go; nobody else’s do', async () => {
      const stores = await store.open(clock)
      const { live, erasing } = await serving(stores)
      for (const id of ['a1', 'a2']) {
        await stores.vault.put(id, { name: `Person ${id}` })
        walked(stores, id, time)
      }
      await stores.log.append({
        ...{ commandId: 'erase', fingerprint: 'x', at: time, by: { kind: 'staff', id: 'admin' } },
        facts: [
          {
            type: 'PersonErased',
            keys: ['assistant:a1'],
            data: { erasure: null, person: 'a1', rows: ['a1'] },
          },
        ],
        read: { keys: [], at: 0 },
      })
      await live.folded(1)
      await erasing.done()
      expect(await stores.vault.getMany(['a1', 'a2'])).toEqual(new Map([['a2', { name: 'Person a2' }]]))
      expect((await stores.tracks.read('a1', 0, time)).length).toBe(0)
      expect((await stores.tracks.read('a2', 0, time)).length).toBe(1)
      live.stop()
    })

    test('RETAIN-210 the words of why something was exported go after their term, the look itself stays', async () => {
      const stores = await store.open(clock)
      const { run, live } = await serving(stores)
      const record = accessRecorder(stores.access, stores.vault, clock)
      const auditor: Viewer = { kind: 'staff', account: 'auditor', police: false, grants: [] }
      const reason = async (seq: number) => {
        const [{ data } = { data: {} }] = await stores.access.read(seq - 1, 1)
        return stores.vault.get((data as { reason: { text: string } }).reason.text)
      }
      await record(auditor, { kind: 'export', about: ['op'], reason: 'first' })
      time += 10 * DAY
      await record(auditor, { kind: 'export', about: ['op'], reason: 'second' })
      time = start + retentionTerms.exportReasons + DAY
      expect(await run()).toMatchObject({ reasons: 1 })
      expect([await reason(1), await reason(2)]).toEqual([null, { text: 'second' }])
      expect(await run()).toMatchObject({ reasons: 0 })
      expect((await stores.access.head()).seq).toBe(2)
      live.stop()
    })

    test('RETAIN-211 expired sessions and codes go, those that work stay', async () => {
      const stores = await store.open(clock)
      const { run, live } = await serving(stores)
      const session = { kind: 'staff' as const, holder: 'h', createdAt: time, usedAt: time }
      await stores.sessions.put({ ...session, tokenHash: 'long', expiresAt: time + 9 * DAY })
      await stores.sessions.put({ ...session, tokenHash: 'short', expiresAt: time + 1_000 })
      await stores.codes.put({
        codeHash: 'c',
        purpose: 'set-password',
        subject: 's',
        expiresAt: time + 1_000,
      })
      time += 2_000
      await run()
      expect(await stores.sessions.byToken('short')).toBeNull()
      expect(await stores.codes.take('c')).toBeNull()
      expect(await stores.sessions.byToken('long')).not.toBeNull()
      live.stop()
    })
  })
}
