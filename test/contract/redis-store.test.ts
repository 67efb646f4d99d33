import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { StoreUnavailable } from '../../server/ports/event-log.ts'
import type { Stores } from '../../server/ports/stores.ts'
import { openRedis, type RedisOptions } from '../../server/stores/redis/open.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { anAppend, seqOf } from './append.ts'

const vaultKey = randomBytes(32).toString('base64')
let redis: TestRedis
let dir: string
let prefix: string
let opened: Stores[]
let admin: ReturnType<typeof createClient>

beforeAll(async () => {
  redis = await startRedis({ 'repl-diskless-sync-delay': '0' })
  admin = createClient({ url: redis.url })
  await admin.connect()
})
afterAll(async () => {
  admin?.destroy()
  await redis?.stop()
})
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'serik-node-'))
  prefix = randomUUID()
  opened = []
})
afterEach(async () => {
  for (const stores of opened) await stores.close()
  rmSync(dir, { recursive: true, force: true })
})

async function open(over: Partial<RedisOptions> = {}) {
  const dataDir = join(dir, randomUUID())
  const stores = await openRedis({ url: redis.url, dataDir, prefix, vaultKey, clock: systemClock, ...over })
  opened.push(stores)
  return stores
}

describe('opening', () => {
  test('STORE-11 a Redis that is not there, or refuses the password, is one sentence without the password', async () => {
    await expect(open({ url: 'redis://:secret@127.0.0.1:1' })).rejects.toThrow(StoreUnavailable)
    await expect(open({ url: 'redis://:secret@127.0.0.1:1' })).rejects.toThrow(
      /^Redis at 127\.0\.0\.1:1 \(REDIS_URL\) cannot be used: [^\n]*ECONNREFUSED[^\n]*\.$/,
    )
    const refused = await open({ url: `redis://:secret@127.0.0.1:${redis.port}` }).catch(
      (error: Error) => error.message,
    )
    expect(refused).toMatch(/^Redis at .+ \(REDIS_URL\) cannot be used: .*WRONGPASS/)
    expect(refused).not.toContain('secret')
  })

  test('STORE-12 a Redis that confirms before the disk has it is refused', async () => {
    await admin.configSet('appendfsync', 'everysec')
    try {
      await expect(open()).rejects.toThrow('appendfsync always (it has everysec)')
    } finally {
      await admin.configSet('appendfsync', 'always')
    }
    await admin.configSet({ maxmemory: '100mb', 'maxmemory-policy': 'allkeys-lru' })
    try {
      await expect(open()).rejects.toThrow('maxmemory-policy noeviction')
    } finally {
      await admin.configSet({ maxmemory: '0', 'maxmemory-policy': 'noeviction' })
    }
  })

  test('STORE-12 where the account may not ask for the configuration, the operator is told to look', async () => {
    await admin.aclSetUser('serik', ['on', '>word', '~*', '&*', '+@all', '-config'])
    const warnings: string[] = []
    const url = `redis://serik:word@127.0.0.1:${redis.port}`
    const { log } = await open({ url, warn: (sentence) => warnings.push(sentence) })
    expect(warnings).toEqual([expect.stringContaining('appendfsync always')])
    expect(seqOf(await log.append(anAppend([['unit:a']])))).toBe(1)
  })

  test('VAULT-5 every node needs the one vault key', async () => {
    await expect(open({ vaultKey: undefined })).rejects.toThrow(/^SERIK_VAULT_KEY is missing/)
    await open()
    const other = randomBytes(32).toString('base64')
    await expect(open({ vaultKey: other })).rejects.toThrow('The vault key (SERIK_VAULT_KEY) is not the one')
  })
})

describe('the log behind our back', () => {
  /** A node that has read five records, and whose fault is awaited. */
  async function following() {
    const faults: string[] = []
    const stores = await open({ onFault: (fault) => faults.push(fault.message) })
    const heard: number[] = []
    stores.log.follow(0, (events) => heard.push(...events.map(({ seq }) => seq)))
    for (let n = 0; n < 5; n++) await stores.log.append(anAppend([['unit:a']]))
    await vi.waitFor(() => expect(heard).toEqual([1, 2, 3, 4, 5]))
    return { stores, faults, heard }
  }

  async function turnsReadOnly({ stores, faults }: Awaited<ReturnType<typeof following>>, sentence: RegExp) {
    await vi.waitFor(() => expect(faults[0]).toMatch(sentence), { timeout: 5000 })
    await expect(stores.log.append(anAppend([['unit:a']]))).rejects.toThrow(sentence)
    expect(stores.health()).toEqual({ ok: false, code: 'store.damaged', reason: faults[0] })
  }

  test('LOG-20 a forged record is not delivered: the node says so and takes no more appends', async () => {
    const node = await following()
    await admin.xAdd(`${prefix}:log`, '6-0', { body: '{"type":"Forged"}', crc: '1', hash: 'f'.repeat(64) })
    await turnsReadOnly(node, /^The log is damaged: record 6 was changed/)
    expect(node.heard).toHaveLength(5)
  })

  test('LOG-20 a record put between two others is named', async () => {
    const node = await following()
    await admin.xAdd(`${prefix}:log`, '5-1', { body: '{}', crc: '0', hash: '' })
    await turnsReadOnly(node, /record 6 is missing \(record 5.1 comes next\)/)
  })

  test('LOG-20 a record deleted from the middle is noticed', async () => {
    const node = await following()
    await admin.xDel(`${prefix}:log`, '2-0')
    await turnsReadOnly(node, /1 of the first 5 records are missing/)
  })

  test('LOG-20 a trimmed log is noticed', async () => {
    const node = await following()
    await admin.xTrim(`${prefix}:log`, 'MAXLEN', 1)
    await turnsReadOnly(node, /4 of the first 5 records are missing/)
  })

  test('LOG-21 a store put back to an earlier state is refused by the node that knows better', async () => {
    const { log } = await open()
    for (let n = 0; n < 3; n++) await log.append(anAppend([['unit:a']]))
    await admin.del([`${prefix}:log`, `${prefix}:log:head`])
    await expect(log.append(anAppend([['unit:a']]))).rejects.toThrow('went back from record 3 to 0')
    await expect(log.append(anAppend([['unit:a']]))).rejects.toThrow('went back from record 3 to 0')
  })

  test('LOG-21 an append script that finds the stream ahead of its head writes nothing', async () => {
    const { log } = await open()
    await log.append(anAppend([['unit:a']]))
    await admin.xAdd(`${prefix}:log`, '9-0', { body: '{}' })
    await expect(log.append(anAppend([['unit:b'], ['unit:c']]))).rejects.toThrow(StoreUnavailable)
    expect(await admin.xLen(`${prefix}:log`)).toBe(2)
    expect(await admin.hGet(`${prefix}:log:head`, 'seq')).toBe('1')
  })
})

describe('fan-out', () => {
  test('STORE-13 nodes hear each other, never themselves, byte for byte, until they stop', async () => {
    const [one, other] = [(await open()).fanOut, (await open()).fanOut]
    await vi.waitFor(() => expect(new Set(one.nodes())).toEqual(new Set([one.node, other.node])))
    const heard: [string, string][] = []
    const own: unknown[] = []
    const stop = other.subscribe('fixes', (bytes, from) =>
      heard.push([Buffer.from(bytes).toString('hex'), from]),
    )
    one.subscribe('fixes', (bytes) => own.push(bytes))
    await vi.waitFor(() => {
      one.publish('fixes', new Uint8Array([0, 255, 10, 128]))
      expect(heard[0]).toEqual(['00ff0a80', one.node])
    })
    expect(own).toEqual([])
    stop()
    await vi.waitFor(() => {
      const before = heard.length
      one.publish('fixes', new Uint8Array([1]))
      one.publish('sos', new Uint8Array([1]))
      expect(heard.length).toBe(before)
    })
  })

  test('STORE-14 a node that leaves is gone at once', async () => {
    const one = await open()
    const other = await open()
    await vi.waitFor(() => expect(one.fanOut.nodes()).toHaveLength(2))
    await other.close()
    await vi.waitFor(() => expect(one.fanOut.nodes()).toEqual([one.fanOut.node]), { timeout: 800 })
  })

  test('STORE-17 a node that ended while the clock was set back an hour does not live on for an hour', async () => {
    let back = 0
    const clock = { ...systemClock, now: () => systemClock.now() - back }
    const one = await open({ clock })
    // The last beat of one that cannot say that it goes.
    await admin.publish(`${prefix}:nodes`, randomUUID())
    await vi.waitFor(() => expect(one.fanOut.nodes()).toHaveLength(2))
    back = 3_600_000
    await vi.waitFor(() => expect(one.fanOut.nodes()).toEqual([one.fanOut.node]), { timeout: 800 })
  })
})

describe('with a replica', () => {
  test('LOG-22 an append is acknowledged only when the replica has it; unknown while it is silent', async () => {
    const replica = await startRedis({
      replicaof: `127.0.0.1 ${redis.port}`,
      masterauth: redis.password,
    })
    const copy = createClient({ url: replica.url })
    await copy.connect()
    try {
      await vi.waitFor(
        async () => expect(((await admin.sendCommand(['ROLE'])) as unknown[][])[2]).toHaveLength(1),
        {
          timeout: 20_000,
        },
      )
      const { log } = await open()
      const other = (await open()).log
      await log.append(anAppend([['unit:a']]))
      expect(await copy.xLen(`${prefix}:log`)).toBe(1)
      process.kill(replica.pid(), 'SIGSTOP')
      const append = anAppend([['unit:a']])
      await expect(log.append(append)).rejects.toThrow('The replica of Redis does not confirm writes.')
      await expect(other.append(append)).rejects.toThrow('The replica of Redis does not confirm writes.')
      process.kill(replica.pid(), 'SIGCONT')
      expect(await log.append(append)).toMatchObject({ ok: true, upTo: 2, repeated: true })
      expect(await copy.xLen(`${prefix}:log`)).toBe(2)
    } finally {
      copy.destroy()
      await replica.stop()
    }
  })
})
