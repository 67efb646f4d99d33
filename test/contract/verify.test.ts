import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createClient } from 'redis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../server/cli/verify.ts'
import { systemClock } from '../../server/ports/clock.ts'
import type { Stores } from '../../server/ports/stores.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { bodiesOf, chain, emptyHead, type LogRecord } from '../../server/stores/record.ts'
import { openRedis } from '../../server/stores/redis/open.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { anAppend } from './append.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'serik-verify-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const checkpoint = () => join(dir, 'checkpoints.ndjson')

/** 20 records in the log, 3 in the access log, a checkpoint of both, closed. */
async function fill({ log, access, close }: Stores) {
  for (let n = 1; n <= 20; n++) {
    const facts = [{ type: 'Tested', keys: [`unit:${n}` as const], data: { mark: `assistant-${n}.` } }]
    await log.append(anAppend([], { facts }))
  }
  for (let n = 0; n < 3; n++) await access.append(anAppend([[]]))
  await close()
}

/** The chain a forger would put in its place, consistent in itself. */
function forgedChain(length: number): LogRecord[] {
  const records: LogRecord[] = []
  for (let n = 1; n <= length; n++) {
    const [body] = bodiesOf(anAppend([[`unit:forged-${n}`]])) as [string]
    records.push(chain(records.at(-1) ?? emptyHead, body))
  }
  return records
}

/** Flips one bit of the last place where `text` stands in a file. */
function flipIn(path: string, text: string) {
  const bytes = readFileSync(path)
  const at = bytes.lastIndexOf(text)
  expect(at).toBeGreaterThan(0)
  bytes[at] = (bytes[at] as number) ^ 1
  writeFileSync(path, bytes)
}

describe('the embedded store', () => {
  beforeEach(async () => fill(await openEmbedded({ dataDir: dir, clock: systemClock })))

  const problem = async () => {
    const { ok, lines } = await verify({ dataDir: dir })
    expect(ok).toBe(false)
    return lines[0]
  }
  function tamper(sql: string, file = 'log.db') {
    const database = new DatabaseSync(join(dir, file))
    database.exec(sql)
    database.close()
  }

  test('LOG-23 a whole store is proved, checkpoints and all, also while the server has it open', async () => {
    const { ok, lines } = await verify({ dataDir: dir })
    expect(lines.join('\n')).toMatch(
      /^log: 20 records, the chain is whole, .+\naccess: 3 records, .+\n1 checkpoint/,
    )
    expect(ok).toBe(true)
    const stores = await openEmbedded({ dataDir: dir, clock: systemClock })
    await stores.log.append(anAppend([['unit:a']]))
    expect((await verify({ dataDir: dir })).lines[0]).toMatch(/^log: 21 records/)
    await stores.close()
  })

  test('LOG-24 a bit flipped in the file is named', async () => {
    flipIn(join(dir, 'log.db'), 'assistant-17.')
    expect(await problem()).toMatch(/^log: record 17 was changed/)
    const stores = await openEmbedded({ dataDir: dir, clock: systemClock })
    await expect(stores.log.read(0, 100)).rejects.toThrow('record 17 was changed')
    expect(stores.health().ok).toBe(false)
    await stores.close()
  })

  test('LOG-24 a dropped record is named', async () => {
    tamper('DELETE FROM records WHERE seq = 9')
    expect(await problem()).toMatch(/^log: record 9 is missing \(record 10 comes next\)/)
  })

  test('LOG-24 two swapped records are named', async () => {
    tamper(
      'UPDATE records SET seq = -1 WHERE seq = 5; UPDATE records SET seq = 5 WHERE seq = 6; UPDATE records SET seq = 6 WHERE seq = -1',
    )
    expect(await problem()).toMatch(/^log: record 5 does not follow record 4/)
  })

  test('LOG-24 a cut end is named by the checkpoint, or by the table of keys when that was forgotten', async () => {
    tamper('DELETE FROM records WHERE seq > 18')
    rmSync(checkpoint())
    expect(await problem()).toBe(
      'log: record 19 is missing: the end was cut off (the table of keys names record 20).',
    )
  })

  test('LOG-24 an end cut with everything that knew of it is named by the checkpoint kept elsewhere', async () => {
    tamper('DELETE FROM records WHERE seq > 18; DELETE FROM key_seq WHERE seq > 18')
    expect(await problem()).toMatch(
      /^log: record 19 is missing: the end was cut off \(the checkpoint of 20.+Z names record 20\)/,
    )
  })

  test('LOG-24 a chain rewritten as a whole is found by the checkpoint', async () => {
    const database = new DatabaseSync(join(dir, 'log.db'))
    const update = database.prepare('UPDATE records SET body = ?, crc = ?, hash = ? WHERE seq = ?')
    for (const { seq, body, crc, hash } of forgedChain(20)) update.run(body, crc, hash, seq)
    database.close()
    expect(await problem()).toMatch(
      /^log: record 20 is not the one the checkpoint of .+ names: the chain was rewritten from one of records 1 to 20 on/,
    )
  })

  test('LOG-24 the access log is proved like the log', async () => {
    tamper("UPDATE records SET body = replace(body, 'officer-1', 'officer-2') WHERE seq = 2", 'access.db')
    const { ok, lines } = await verify({ dataDir: dir })
    expect(ok).toBe(false)
    expect(lines[1]).toMatch(/^access: record 2 was changed/)
  })

  test('LOG-25 a folder without a store and a broken checkpoint file are one sentence each', async () => {
    expect(await verify({ dataDir: join(dir, 'none') })).toEqual({
      ok: false,
      lines: [expect.stringMatching(/^There is no store in /)],
    })
    writeFileSync(checkpoint(), '{"at":1}\n')
    expect((await verify({ dataDir: dir })).lines).toEqual([
      expect.stringContaining('line 1 of the checkpoint file'),
    ])
    const gone = await verify({ dataDir: dir, checkpoint: join(dir, 'gone.ndjson') })
    expect(gone).toEqual({
      ok: false,
      lines: [expect.stringMatching(/^The checkpoints in .+ cannot be used: ENOENT/)],
    })
  })
})

describe('the Redis store', () => {
  let redis: TestRedis
  let admin: ReturnType<typeof createClient>
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis?.stop())
  beforeEach(async () => {
    admin = createClient({ url: redis.url })
    await admin.connect()
    await admin.flushAll()
    const vaultKey = randomBytes(32).toString('base64')
    await fill(await openRedis({ url: redis.url, dataDir: dir, vaultKey, clock: systemClock }))
  })
  afterEach(() => admin.destroy())

  const proof = () => verify({ redisUrl: redis.url, checkpoint: checkpoint() })
  const problem = async () => {
    const { ok, lines } = await proof()
    expect(ok).toBe(false)
    return lines[0]
  }
  /** Writes the stream anew; entries of a stream cannot be changed in place. */
  async function rewrite(change: (records: { id: string; message: Record<string, string> }[]) => void) {
    const entries = (await admin.xRange('serik:log', '-', '+')) ?? []
    change(entries)
    await admin.del('serik:log')
    for (const [n, { message }] of entries.entries()) await admin.xAdd('serik:log', `${n + 1}-0`, message)
  }

  test('LOG-23 a whole store is proved, with and without a checkpoint', async () => {
    expect((await proof()).lines.join('\n')).toMatch(
      /^log: 20 records, the chain is whole, .+\naccess: 3 records, .+\n1 checkpoint/,
    )
    expect(await verify({ redisUrl: redis.url })).toMatchObject({
      ok: true,
      lines: [/^log/, /^access/, /^No checkpoint/].map((line) => expect.stringMatching(line)),
    })
  })

  test('LOG-24 a bit flipped in the append-only file, which Redis loads in silence, is named', async () => {
    admin.destroy()
    await redis.kill()
    const folder = join(redis.dir, 'appendonlydir')
    const file = readdirSync(folder).find((name) => name.endsWith('.incr.aof')) as string
    flipIn(join(folder, file), 'assistant-17.')
    await redis.start()
    expect(await problem()).toMatch(/^log: record 17 was changed/)
  })

  test('LOG-24 a dropped record is named', async () => {
    await admin.xDel('serik:log', '9-0')
    expect(await problem()).toMatch(/^log: record 9 is missing \(record 10 comes next\)/)
  })

  test('LOG-24 two swapped records are named', async () => {
    await rewrite((entries) => {
      entries.splice(4, 2, ...entries.slice(4, 6).reverse())
    })
    expect(await problem()).toMatch(/^log: record 5 does not follow record 4/)
  })

  test('LOG-24 a cut end is named by the head kept beside it, and by the checkpoint', async () => {
    await admin.xTrim('serik:log', 'MINID', '1-0')
    for (const id of ['19-0', '20-0']) await admin.xDel('serik:log', id)
    expect((await verify({ redisUrl: redis.url })).lines[0]).toBe(
      'log: record 19 is missing: the end was cut off (the head kept beside it names record 20).',
    )
    await admin.del('serik:log:head')
    expect(await problem()).toMatch(/^log: record 19 is missing: the end was cut off \(the checkpoint of /)
  })

  test('LOG-24 a chain rewritten as a whole is found by the checkpoint', async () => {
    const forged = forgedChain(20)
    await rewrite((entries) => {
      for (const [n, { body, crc, hash }] of forged.entries())
        (entries[n] as { message: object }).message = { body, crc: `${crc}`, hash }
    })
    await admin.hSet('serik:log:head', 'hash', forged.at(-1)?.hash ?? '')
    expect(await problem()).toMatch(
      /^log: record 20 is not the one the checkpoint of .+ the chain was rewritten/,
    )
  })

  test('LOG-25 a Redis that does not answer is one sentence', async () => {
    const { ok, lines } = await verify({ redisUrl: 'redis://:secret@127.0.0.1:1' })
    expect(ok).toBe(false)
    expect(lines).toEqual([expect.stringMatching(/^Redis at 127\.0\.0\.1:1 \(REDIS_URL\) cannot be used/)])
  })
})
