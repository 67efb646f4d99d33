import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../server/ports/clock.ts'
import type { EventLog } from '../../server/ports/event-log.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { openRedis } from '../../server/stores/redis/open.ts'
import { startRedis } from '../kit/redis.ts'

/** Durable appends per second end to end: encoded, decided, chained, written, acknowledged. One JSON line per case. */
const milliseconds = process.argv.includes('--quick') ? 1000 : 4000

async function appendsPerSecond(log: EventLog, group: number): Promise<number> {
  let done = 0
  const started = performance.now()
  while (performance.now() - started < milliseconds) {
    await Promise.all(Array.from({ length: group }, (_, n) => log.append(oneAppend(done + n))))
    done += group
  }
  return Math.round((done * 1000) / (performance.now() - started))
}

function oneAppend(n: number) {
  const task = `task:${n % 5000}` as const
  const assistant = `assistant:${n % 600}` as const
  return {
    commandId: randomUUID(),
    fingerprint: 'f'.repeat(64),
    at: 1_790_000_000_000 + n,
    by: { kind: 'staff' as const, id: 'officer-1' },
    facts: [{ type: 'OfferAccepted', keys: [task, assistant], data: { task, assistant } }],
    read: { keys: [task, assistant], at: Number.MAX_SAFE_INTEGER },
  }
}

const dir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
const redis = await startRedis()
const vaultKey = randomBytes(32).toString('base64')
const embedded = await openEmbedded({ dataDir: join(dir, 'embedded'), clock: systemClock })
const onRedis = await openRedis({ url: redis.url, dataDir: join(dir, 'node'), vaultKey, clock: systemClock })

for (const [store, { log }] of Object.entries({ embedded, redis: onRedis })) {
  for (const group of [1, 100]) {
    await appendsPerSecond(log, group)
    const ours = await appendsPerSecond(log, group)
    console.log(
      JSON.stringify({ bench: 'log', case: `${store}, groups of ${group}`, ours, unit: 'durable appends/s' }),
    )
  }
}

await embedded.close()
await onRedis.close()
await redis.stop()
rmSync(dir, { recursive: true, force: true })
