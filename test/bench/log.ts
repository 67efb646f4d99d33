import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import { liveBoard } from '../../server/pipeline/live-board.ts'
import { systemClock } from '../../server/ports/clock.ts'
import type { Append, EventLog } from '../../server/ports/event-log.ts'
import { inTransaction, openDatabase } from '../../server/stores/embedded/database.ts'
import { logStatements } from '../../server/stores/embedded/log-sql.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { logSchema } from '../../server/stores/embedded/schema.ts'
import { bodiesOf, chain, emptyHead } from '../../server/stores/record.ts'
import { openRedis } from '../../server/stores/redis/open.ts'
import { onShift, registered } from '../kit/past.ts'
import { startRedis } from '../kit/redis.ts'
import { type Bench, interleaved, measured } from './kit.ts'

type Write = (from: number, group: number) => unknown

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
  const began = performance.now()
  const first = from.done
  while (performance.now() - began < milliseconds) {
    await write(from.done, group)
    from.done += group
  }
  return ((from.done - first) * 1000) / (performance.now() - began)
}

const ours =
  (log: EventLog): Write =>
  (from, group) =>
    Promise.all(Array.from({ length: group }, (_, n) => log.append(oneAppend(from + n))))

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
  const sql = logStatements(database)
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
        bare: (from, group) =>
          inTransaction(database, () => {
            for (let n = from; n < from + group; n++) {
              const { seq, body, crc, hash } = record(n)
              sql.addRecord.run(seq, body, crc, hash)
              for (const key of keysOf(n)) sql.moveKey.run(key, seq)
              sql.addCommand.run(commands[n] as string, 'f'.repeat(64), seq, seq, null, seq)
            }
          }),
      },
      Redis: {
        log: onRedis.log,
        bare: (from, group) => {
          const batch = client.multi()
          for (let n = from; n < from + group; n++) {
            const { seq, body, crc, hash } = record(n)
            batch.xAdd('bare', `${seq}-0`, { body, crc: String(crc), hash })
            for (const key of keysOf(n)) batch.hSet('bare:keys', key, seq)
            batch.hSet('bare:head', { seq, hash })
            batch.setEx(`bare:command:${commands[n]}`, 604_800, remembered)
          }
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
            unit: `durable appends/s (peer: ${store} alone, the same rows already encoded)`,
            better: 'higher',
          },
          goal: 'at least 90 % of the engine alone',
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
  yield* restart(join(dir, 'restart'), quick ? 20_000 : 100_000)
  rmSync(dir, { recursive: true, force: true })
}

/** From opening the store to a board that is folded. */
async function* restart(dataDir: string, events: number) {
  const stores = await openEmbedded({ dataDir, clock: systemClock })
  for (let n = 0; n < events; n += 500)
    await Promise.all(Array.from({ length: 500 }, (_, i) => stores.log.append(ordinary(n + i))))
  await stores.close()
  let seq = 0
  const { ours: took } = await interleaved(3, {
    async ours() {
      const began = performance.now()
      const again = await openEmbedded({ dataDir, clock: systemClock })
      const live = await liveBoard(again.log)
      const ms = performance.now() - began
      seq = live.board.seq
      live.stop()
      await again.close()
      return ms
    },
  })
  yield measured({
    case: `restart with ${events} events: opened, checked, folded`,
    ...{ ours: took, unit: 'ms', better: 'lower', goal: 'at most 2 s at 100,000 events' },
    met: (_, ms) => ms <= 2000,
    wrong: seq === events ? null : `the board stands at ${seq}`,
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
