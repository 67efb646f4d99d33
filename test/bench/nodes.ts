import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from 'redis'
import { systemClock } from '../../server/ports/clock.ts'
import type { Append } from '../../server/ports/event-log.ts'
import { openRedis } from '../../server/stores/redis/open.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { type Bench, chance, cityPlace, interleaved, measured, median } from './kit.ts'
import { type Arm, arms } from './nodes-arms.ts'

const nodes = 3
const people = 100_000
/** Fixes a second: of the peers as many as one process can carry for three nodes, so that none wait. */
const rates = { ours: 100_000, command: 5_000, event: 2_000 }
const everyMs = 10
/** Then all that was taken has been told: a tick of the relay and a little; the others tell at once. */
const settled = (arm: Arm) => (arm === 'relay' ? 1_100 : 300)
/** Of traffic before it is measured: tables have grown, code is compiled. */
const lead = 800
/** What a frame rounds a place to, in degrees, and a little. */
const near = 1.1e-5

/** `rate` fixes a second come in through three nodes; CPU-s per million of the nodes' process and of Redis together. */
async function cost(redis: TestRedis, arm: Arm, rate: number, ms: number, told: Told): Promise<number> {
  const made = await Promise.all(Array.from({ length: nodes }, () => arms[arm](redis.url)))
  const random = chance(5)
  const at = Array.from({ length: people }, () => cityPlace(random))
  let no = 0
  const give = async (forMs: number): Promise<number> => {
    const began = performance.now()
    let fixes = 0
    while (performance.now() - began < forMs) {
      const due = Math.floor(((performance.now() - began) * rate) / 1000)
      for (; fixes < due; fixes++) {
        no = (no + 1) % people
        const one = at[no] as (typeof at)[0]
        one.lat += (random() - 0.5) * 2e-4
        one.lng += (random() - 0.5) * 2e-4
        const fix = { at: Date.now(), lat: one.lat, lng: one.lng, accuracy: 5, heading: 90, speed: 1.4 }
        // A phone stays with the node it is connected to.
        made[no % nodes]?.take(no, fix)
      }
      await wait(everyMs)
    }
    await wait(settled(arm))
    return fixes
  }
  const early = await give(lead)
  const before = await toldBy(redis)
  const cpu = process.cpuUsage()
  const fixes = await give(ms)
  const { user, system } = process.cpuUsage(cpu)
  const after = await toldBy(redis)
  const spent = (user + system) / 1e6 + after.cpu - before.cpu
  told.bytes.push((after.bytes - before.bytes) / fixes)
  await wait(settled(arm))
  if (arm !== 'none')
    for (const node of made) {
      const known = node.places()
      for (let n = 1; n <= Math.min(early + fixes, people - 1); n++) {
        const { lat, lng } = at[n] as (typeof at)[0]
        if (!(Math.abs(known.lat(n) - lat) <= near && Math.abs(known.lng(n) - lng) <= near)) told.wrong++
      }
    }
  for (const node of made) await node.stop()
  return (spent / fixes) * 1e6
}

interface Told {
  /** In and out of Redis, per fix. */
  bytes: number[]
  /** People whom a node places elsewhere than they are. */
  wrong: number
}

export const bench: Bench = async function* ({ quick }) {
  // Positions are worth nothing after a restart: no arm pays for a disk.
  const redis = await startRedis({ appendonly: 'no' })
  try {
    const ms = quick ? 1_200 : 4_000
    const quiet: Told = { bytes: [], wrong: 0 }
    const told = {
      ours: { ...quiet, bytes: [] },
      command: { ...quiet, bytes: [] },
      event: { ...quiet, bytes: [] },
      slow: { ...quiet, bytes: [] },
    }
    const run =
      (arm: Arm, rate: number, into: Told = quiet) =>
      () =>
        cost(redis, arm, rate, ms, into)
    // A server runs for weeks; of a relay that has told a dozen frames half the code is not compiled yet.
    await cost(redis, 'relay', rates.ours, 4_000, quiet)
    const figures = await interleaved(quick ? 1 : 3, {
      ours: run('relay', rates.ours, told.ours),
      command: run('command', rates.command, told.command),
      event: run('event', rates.event, told.event),
      slow: run('relay', rates.command, told.slow),
      noneAtOurs: run('none', rates.ours),
      noneAtCommand: run('none', rates.command),
      noneAtEvent: run('none', rates.event),
    })
    const noneOf = {
      ours: 'noneAtOurs',
      slow: 'noneAtCommand',
      command: 'noneAtCommand',
      event: 'noneAtEvent',
    } as const
    const net = (arm: keyof typeof noneOf) => Math.max(0.01, figures[arm] - figures[noneOf[arm]])
    const ours = net('ours')
    const unit = 'CPU-s per million fixes, three nodes and Redis, the making of the fixes taken off'
    const goal = 'P8: at least 200× less CPU'
    const met = (ratio: number) => ratio >= 200
    const wrongOf = (arm: keyof typeof told) =>
      told[arm].wrong > 0
        ? `${told[arm].wrong} people of ${arm} elsewhere`
        : figures[arm] <= figures[noneOf[arm]]
          ? 'the machine is too busy to tell'
          : null
    const name = `${nodes} nodes on one Redis, ${rates.ours} fixes/s of ${people} people`
    const base = { ours, unit, better: 'lower' as const, goal, met }
    yield measured({
      ...{ case: `${name}, against a Redis command per fix (at ${rates.command}/s)`, ...base },
      peer: net('command'),
      wrong: wrongOf('ours') ?? wrongOf('command'),
    })
    yield measured({
      ...{ case: `${name}, against an event per fix to the other nodes (at ${rates.event}/s)`, ...base },
      peer: net('event'),
      wrong: wrongOf('ours') ?? wrongOf('event'),
    })
    yield measured({
      case: `the same at ${rates.command} fixes/s, against a Redis command per fix`,
      ...{
        ours: net('slow'),
        peer: net('command'),
      },
      ...{ unit, better: 'lower', wrong: wrongOf('slow') ?? wrongOf('command') },
    })
    yield measured({
      case: `${name}: bytes in and out of Redis, against an event per fix`,
      ...{
        ours: median(told.ours.bytes),
        peer: median(told.event.bytes),
        unit: 'bytes per fix',
        better: 'lower',
      },
    })
    yield measured({
      case: `people whom one of ${nodes} nodes places elsewhere two seconds after the last fix`,
      ...{ ours: told.ours.wrong, unit: 'people', better: 'lower', goal: 'P8: none' },
      met: (_, count) => count === 0,
    })
  } finally {
    await redis.stop()
  }
  yield measured({
    case: 'memory of Redis for one event of the log, with what is remembered of its command for 7 days',
    ...{ ours: await memoryPerEvent(quick ? 2_000 : 20_000), unit: 'bytes', better: 'lower' },
  })
}

async function memoryPerEvent(count: number): Promise<number> {
  const redis = await startRedis()
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  const vaultKey = randomBytes(32).toString('base64')
  const stores = await openRedis({ url: redis.url, dataDir, vaultKey, clock: systemClock })
  try {
    const before = await toldBy(redis)
    for (let done = 0; done < count; done += 100)
      await Promise.all(Array.from({ length: 100 }, (_, n) => stores.log.append(acceptance(done + n))))
    return ((await toldBy(redis)).memory - before.memory) / count
  } finally {
    await stores.close()
    await redis.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A common event of one fact: somebody accepts an offer. */
function acceptance(n: number): Append {
  const [task, assistant] = [`task:${n % 5000}`, `assistant:${n % 600}`]
  return {
    ...{ commandId: randomUUID(), fingerprint: 'f'.repeat(64), at: 1_790_000_000_000 + n },
    by: { kind: 'staff', id: 'officer-1' },
    facts: [
      { type: 'OfferAccepted', keys: [task, assistant] as Append['read']['keys'], data: { task, assistant } },
    ],
    read: { keys: [], at: Number.MAX_SAFE_INTEGER },
  }
}

/** Seconds of CPU of Redis, bytes in and out of it, and its memory. */
async function toldBy({ url }: TestRedis): Promise<{ cpu: number; bytes: number; memory: number }> {
  const client = createClient({ url })
  await client.connect()
  const told = (await client.info('stats')) + (await client.info('cpu')) + (await client.info('memory'))
  client.destroy()
  const of = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(told)?.[1])
  return {
    cpu: of('used_cpu_sys') + of('used_cpu_user'),
    memory: of('used_memory'),
    bytes: of('total_net_input_bytes') + of('total_net_output_bytes'),
  }
}
