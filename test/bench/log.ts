import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import { liveBoard } from '../../server/pipeline/live-board.ts'
import { systemClock } from '../../server/ports/clock.ts'
import type { Append, EventLog } from '../../server/ports/event-log.ts'
import { ServiceIndex } from '../../server/reads/service-index.ts'
import { TextIndex } from '../../server/reads/texts.ts'
import { inTransaction, openDatabase } from '../../server/stores/embedded/database.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { logSchema } from '../../server/stores/embedded/schema.ts'
import { bodiesOf, chain, emptyHead } from '../../server/stores/record.ts'
import { openRedis } from '../../server/stores/redis/open.ts'
import { Past } from '../../shared/board/past.ts'
import { onShift, registered } from '../kit/past.ts'
import { startRedis } from '../kit/redis.ts'
import { type Bench, interleaved, measured, median } from './kit.ts'

/** Makes ready what is to be written, outside the clock, and gives what writes it. */
type Write = (from: number, group: number) => () => unknown

const keysOf = (n: number) => [`task:${n % 5000}`, `assistant:${n % 600}`] as const
/** As long as what the store keeps of a command. */
const remembered = JSON.stringify({ fingerprint: 'f'.repeat(64), from: 123_456, upTo: 123_456 })

function oneAppend(n: number): Append {
  const [task, assistant] = keysOf(n)
  return {
    commandId: randomUUID(),
    fingerprint: 'f'.repeat(64),
    at: 1_790_000_000_000 + n,
    by: { kind: 'staff', id: 'officer-1' },
    facts: [{ type: 'OfferAccepted', keys: [task, assistant], data: { task, assistant } }],
    read: { keys: [task, assistant], at: Number.MAX_SAFE_INTEGER },
  }
}

/** Encoded and chained before the clock runs: what is left of the peer is the engine and the disk. */
function encoded(count: number) {
  let head = emptyHead
  return Array.from({ length: count }, (_, n) => {
    const record = chain(head, bodiesOf(oneAppend(n))[0] as string)
    head = { seq: record.seq, hash: record.hash }
    return record
  })
}

/** Durable appends per second. */
async function rate(
  write: Write,
  group: number,
  milliseconds: number,
  from: { done: number },
): Promise<number> {
  const first = from.done
  let took = 0
  while (took < milliseconds) {
    const now = write(from.done, group)
    const began = performance.now()
    await now()
    took += performance.now() - began
    from.done += group
  }
  return ((from.done - first) * 1000) / took
}

const ours =
  (log: EventLog): Write =>
  (from, group) => {
    const appends = Array.from({ length: group }, (_, n) => oneAppend(from + n))
    return () => Promise.all(appends.map((append) => log.append(append)))
  }

export const bench: Bench = async function* ({ quick }) {
  const dir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  const redis = await startRedis()
  const embedded = await openEmbedded({ dataDir: join(dir, 'embedded'), clock: systemClock })
  const vaultKey = randomBytes(32).toString('base64')
  const onRedis = await openRedis({
    url: redis.url,
    dataDir: join(dir, 'node'),
    vaultKey,
    clock: systemClock,
  })
  const database = openDatabase(join(dir, 'bare.db'), logSchema, { durable: true })
  const addRecord = database.prepare('INSERT INTO records (seq, body, crc, hash) VALUES (?, ?, ?, ?)')
  const moveKey = database.prepare(
    'INSERT INTO key_seq (key, seq) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET seq = excluded.seq',
  )
  const addCommand = database.prepare('INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?)')
  const client = createClient({ url: redis.url })
  client.on('error', () => {})
  await client.connect()
  try {
    const records = encoded(quick ? 100_000 : 600_000)
    const commands = records.map(() => randomUUID())
    const record = (n: number) => records[n] as (typeof records)[0]
    const stores: Record<string, { log: EventLog; bare: Write }> = {
      SQLite: {
        log: embedded.log,
        bare: (from, group) => () =>
          inTransaction(database, () => {
            for (let n = from; n < from + group; n++) {
              const { seq, body, crc, hash } = record(n)
              addRecord.run(seq, body, crc, hash)
              for (const key of keysOf(n)) moveKey.run(key, seq)
              addCommand.run(commands[n] as string, 'f'.repeat(64), seq, seq, null, seq)
            }
          }),
      },
      Redis: {
        log: onRedis.log,
        bare: (from, group) => () => {
          const batch = client.multi()
          const moves: Record<string, number> = {}
          for (let n = from; n < from + group; n++) {
            const { seq, body, crc, hash } = record(n)
            batch.xAdd('bare', `${seq}-0`, { body, crc: String(crc), hash })
            for (const key of keysOf(n)) moves[key] = seq
            batch.setEx(`bare:command:${commands[n]}`, 604_800, remembered)
          }
          const { seq, hash } = record(from + group - 1)
          batch.hSet('bare:keys', moves).hSet('bare:head', { seq, hash })
          return batch.exec()
        },
      },
    }
    for (const [store, { log, bare }] of Object.entries(stores)) {
      const counters = { log: { done: 0 }, bare: { done: 0 } }
      for (const group of [1, 100]) {
        await rate(ours(log), group, 200, counters.log)
        const figures = await interleaved(quick ? 3 : 7, {
          ours: () => rate(ours(log), group, quick ? 400 : 1500, counters.log),
          peer: () => rate(bare, group, quick ? 400 : 1500, counters.bare),
        })
        const { seq } = await log.head()
        yield measured({
          case: `${store}, groups of ${group}: decided, encoded, chained and written`,
          ...figures,
          ...{
            unit: `durable appends/s (peer: ${store} alone, the same rows already encoded, its client's usual way)`,
            better: 'higher',
          },
          goal: 'P9: at least 90 % of the engine alone',
          met: (ratio) => ratio >= 0.9,
          wrong: seq === counters.log.done ? null : `${counters.log.done} appends, ${seq} records`,
        })
      }
    }
  } finally {
    await embedded.close()
    await onRedis.close()
    client.destroy()
    database.close()
    await redis.stop()
  }
  yield* restart(join(dir, 'restart'), quick ? 20_000 : 100_000, 2)
  if (!quick) yield* restart(join(dir, 'long-restart'), 1_000_000, 10)
  rmSync(dir, { recursive: true, force: true })
}

/** From opening the store to everything that a server keeps of the log. */
async function* restart(dataDir: string, events: number, seconds: number) {
  const stores = await openEmbedded({ dataDir, clock: systemClock })
  const atOnce = 5000
  for (let n = 0; n < events; n += atOnce)
    await Promise.all(Array.from({ length: atOnce }, (_, i) => stores.log.append(ordinary(n + i))))
  await stores.close()
  const bytes = statSync(join(dataDir, 'log.db')).size
  let seq = 0
  const parts = { opened: [] as number[], read: [] as number[] }
  const { ours: took } = await interleaved(events > 100_000 ? 1 : 3, {
    async ours() {
      const began = performance.now()
      const again = await openEmbedded({ dataDir, clock: systemClock })
      parts.opened.push(performance.now() - began)
      const past = new Past()
      const texts = new TextIndex(past)
      const service = new ServiceIndex()
      const live = await liveBoard(again.log, (page) => {
        past.take(page)
        service.take(page)
        texts.take(page)
      })
      const ms = performance.now() - began
      seq = live.board.seq
      live.stop()
      const from = performance.now()
      for (let after = 0; after < events; ) after += (await again.log.read(after, 5000)).length
      parts.read.push(performance.now() - from)
      await again.close()
      return ms
    },
  })
  const opened = Math.round(median(parts.opened))
  const read = Math.round(median(parts.read))
  yield measured({
    case: `restart with ${events} events: opened in ${opened} ms, read and checked in ${read} ms, the rest folded`,
    ...{ ours: took, unit: 'ms', better: 'lower', goal: `P9: at most ${seconds} s at ${events} events` },
    met: (_, ms) => ms <= seconds * 1000,
    wrong: seq === events ? null : `the board stands at ${seq}`,
  })
  yield measured({
    case: 'the log on the disk',
    ours: bytes / events,
    unit: 'bytes an event',
    better: 'lower',
  })
}

/** People who are registered and book on and off: a log of ordinary days. */
function ordinary(n: number): Append {
  const id = `person-${Math.floor(n / 20)}`
  const closed = { who: { kind: 'assistant', id }, why: 'self' }
  const keys = [`assistant:${id}` as const]
  const fact =
    n % 20 === 0
      ? registered(id)
      : n % 2 === 1
        ? onShift('assistant', id)
        : { type: 'ShiftClosed', keys, data: closed }
  return { ...oneAppend(n), facts: [fact], read: { keys, at: Number.MAX_SAFE_INTEGER } }
}
