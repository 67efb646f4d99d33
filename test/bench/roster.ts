import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type RosterResult, rosterColumns } from '../../shared/assistants/roster.ts'
import { faultOfIin } from '../../shared/law/iin.ts'
import { startRedis } from '../kit/redis.ts'
import { serve, staff } from '../kit/server.ts'
import { type Bench, measured } from './kit.ts'

/** A list of people into both stores, over HTTP, by the wall clock; how long the server's loop stood still meanwhile. */
export const bench: Bench = async function* ({ quick }) {
  const people = quick ? 2_000 : 50_000
  const csv = rosterOf(people)
  yield* imported(`${people} people, embedded`, csv, {})
  const redis = await startRedis()
  const settings = { REDIS_URL: redis.url, SERIK_VAULT_KEY: Buffer.alloc(32, 7).toString('base64') }
  yield* imported(`${people} people, Redis`, csv, settings)
  await redis.stop()
}

async function* imported(name: string, csv: string, settings: Record<string, string>) {
  const server = await serve(settings)
  const registrar = await staff(server, [{ role: 'registrar', regions: ['almaty'], operations: [] }])
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const began = performance.now()
  const response = await fetch(`${server.address}/api/roster`, {
    method: 'POST',
    headers: { cookie: registrar.cookie, 'content-type': 'text/csv', accept: 'application/x-ndjson' },
    body: csv,
  })
  const last = (await response.text()).trim().split('\n').at(-1) ?? '{}'
  const seconds = (performance.now() - began) / 1000
  loop.disable()
  const { result } = JSON.parse(last) as { result?: RosterResult }
  const wrong = result && result.refusedLines === 12 ? null : `ended with ${last.slice(0, 80)}`
  const common = { better: 'lower' as const, wrong }
  yield measured({ case: name, ours: seconds, unit: 's', ...common })
  const met = (_: number, ours: number) => ours <= 50
  const goal = 'at most 50 ms'
  yield measured({
    case: `${name}, loop p99`,
    ours: loop.percentile(99) / 1e6,
    unit: 'ms',
    goal,
    met,
    ...common,
  })
  yield measured({ case: `${name}, loop longest`, ours: loop.max / 1e6, unit: 'ms', ...common })
  await server.stop()
}

/** Made-up people with numbers that hold, and twelve lines that a spreadsheet would run. */
function rosterOf(people: number): string {
  const lines = [rosterColumns.join(';')]
  const taken = new Set<string>()
  for (let n = 1; n <= people; n++) {
    const born = `${1960 + (n % 40)}-${two(1 + (n % 12))}-${two(1 + ((n * 7) % 28))}`
    const name = n % Math.floor(people / 12) === 0 ? '=Касымов' : `Қасымов Ерлан Болатұлы ${n}`
    const phone = `+7701${String(n).padStart(7, '0')}`
    lines.push(
      `A-${n};${name};${iinOf(born, n, taken)};${born};${phone};almaty/medeu;driver kazakh;ACTIVE;${n}/26;2026-03-02;ID-${n};B-${n};2026-03-05`,
    )
  }
  return lines.join('\r\n')
}

const two = (n: number) => String(n).padStart(2, '0')

function iinOf(born: string, from: number, taken: Set<string>): string {
  for (let n = from; ; n++)
    for (let check = 0; check < 10; check++) {
      const iin = `${born.slice(2).replaceAll('-', '')}3${String(n % 10_000).padStart(4, '0')}${check}`
      if (taken.has(iin) || faultOfIin(iin) !== null) continue
      taken.add(iin)
      return iin
    }
}
