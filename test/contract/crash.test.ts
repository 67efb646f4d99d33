import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { StoreUnavailable } from '../../server/ports/event-log.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { openTracks } from '../../server/stores/embedded/tracks.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { anAppend, seqOf } from './append.ts'
import { onRedis } from './implementations.ts'
import { fixAt, trackCarriers } from './track-fixes.ts'

describe('embedded store under kill -9', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-crash-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  /** Lets a writer run until it has acknowledged `count` appends, kills it, and gives what it acknowledged. */
  async function writeAndKill(count: number): Promise<Map<string, number>> {
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'log-writer.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(writer, 'exit')
    const acked = new Map<string, number>()
    for await (const line of createInterface({ input: writer.stdout })) {
      const [id, upTo] = line.split(' ') as [string, string]
      acked.set(id, Number(upTo))
      if (acked.size === count) writer.kill('SIGKILL')
    }
    await gone
    expect(writer.signalCode).toBe('SIGKILL')
    return acked
  }

  test('LOG-12 no acknowledged append is lost, the chain is whole and the folder is free again', async () => {
    for (const count of [1, 7, 50, 120, 300]) {
      const acked = await writeAndKill(count)
      const stores = await openEmbedded({ dataDir, clock: systemClock })
      const events = await stores.log.read(0, 1_000_000)
      const last = new Map(events.map(({ commandId, seq }) => [commandId, seq]))
      expect([...acked].filter(([id, upTo]) => last.get(id) !== upTo)).toEqual([])
      expect((await stores.log.head()).seq).toBe(events.length)
      const whole = Map.groupBy(events, ({ commandId }) => commandId)
      expect([...whole.values()].filter((facts) => facts.length !== 2)).toEqual([])
      await stores.close()
    }
  })
})

describe('tracks under kill -9', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-crash-tracks-'))
  const path = join(dataDir, 'tracks.db')
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  /** Lets a writer begin at a time, kills it after so many acknowledgements, and gives the times that it acknowledged. */
  async function writeAndKill(from: number, count: number): Promise<number[]> {
    const script = join(import.meta.dirname, 'track-writer.ts')
    const writer = spawn(process.execPath, [script, path, String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(writer, 'exit')
    const acked: number[] = []
    for await (const line of createInterface({ input: writer.stdout }))
      if (acked.push(Number(line)) === count) writer.kill('SIGKILL')
    await gone
    expect(writer.signalCode).toBe('SIGKILL')
    return acked
  }

  test('STORE-28 no point that was on the disk is lost, doubled or changed, while it waits and while it is packed', async () => {
    const acked: number[] = []
    let from = Date.UTC(2026, 8, 1)
    for (const count of [1, 300, 450, 700, 900]) {
      acked.push(...(await writeAndKill(from, count)))
      const tracks = openTracks(path, systemClock, (sentence) => expect.fail(sentence))
      for (const carrier of trackCarriers) {
        const points = await tracks.read(carrier, 0, Infinity)
        const times = points.map(({ at }) => at)
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
        expect(points).toEqual(times.map((at) => fixAt(carrier, at)))
        const held = new Set(times)
        expect(acked.filter((at) => !held.has(at))).toEqual([])
        from = Math.max(from, (times.at(-1) as number) + 1)
      }
      await tracks.close()
    }
    const database = new DatabaseSync(path)
    expect(database.prepare('SELECT count(*) AS parts FROM chunks').get()?.parts).toBeGreaterThan(0)
    database.close()
  })
})

describe('Redis store through a restart of Redis', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis?.stop())

  test('LOG-13 appends are refused while Redis is away, and everything goes on after it, followers too', async () => {
    const store = onRedis(() => redis)()
    const { log, fanOut, health } = await store.open()
    const heard: LoggedEvent[] = []
    log.follow(0, (events) => heard.push(...events))
    const acked = new Map<string, number>()
    for (let n = 0; n < 50; n++) {
      const append = anAppend([[`unit:${n}`]])
      acked.set(append.commandId, seqOf(await log.append(append)))
    }
    await redis.kill()
    const missed = anAppend([['unit:late']])
    await expect(log.append(missed)).rejects.toThrow(StoreUnavailable)
    const asked = performance.now()
    await expect(log.append(anAppend([['unit:given-up']]))).rejects.toThrow(/^Redis does not answer: .+\.$/)
    expect(performance.now() - asked).toBeLessThan(1000)
    await redis.start()
    const again = await vi.waitFor(() => log.append(missed), { timeout: 5000 })
    acked.set(missed.commandId, seqOf(again))
    await vi.waitFor(() => expect(heard).toHaveLength(51), { timeout: 5000 })
    expect(new Map(heard.map(({ commandId, seq }) => [commandId, seq]))).toEqual(acked)
    await vi.waitFor(() => expect(health()).toEqual({ ok: true }), { timeout: 5000 })
    expect(fanOut.nodes()).toEqual([fanOut.node])
    await store.remove()
  })

  test('LOG-14 a frozen Redis makes an append end as unknown within 3 s; asked again it gives its one result', async () => {
    const store = onRedis(() => redis)()
    const { log } = await store.open()
    await log.append(anAppend([['unit:a']]))
    const append = anAppend([['unit:a']])
    process.kill(redis.pid(), 'SIGSTOP')
    const started = performance.now()
    try {
      await expect(log.append(append)).rejects.toThrow('Redis does not answer: no answer within 2 s.')
      expect(performance.now() - started).toBeLessThan(3000)
    } finally {
      process.kill(redis.pid(), 'SIGCONT')
    }
    const answer = await vi.waitFor(() => log.append(append), { timeout: 5000 })
    expect(seqOf(answer)).toBe(2)
    expect((await log.head()).seq).toBe(2)
    await store.remove()
  })
})
