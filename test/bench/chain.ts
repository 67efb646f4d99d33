import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/start-server.ts'
import { makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { connect } from '../kit/connect.ts'
import { type ChainRun, startChain } from './chain-load.ts'
import { type Bench, measured, median, percentile } from './kit.ts'

export const bench: Bench = async function* (options) {
  yield* loaded(options)
  yield* rehearsed(options)
}

/** The whole chain on two cores, its load and its desks included. */
const loaded: Bench = async function* ({ quick }) {
  const size = quick
    ? { people: 2_200, sockets: 600, desks: 50, seconds: 2 }
    : { people: 50_000, sockets: 6_000, desks: 50, seconds: 20 }
  const chain = await startChain(size)
  const factor = quick ? 0.1 : 1
  try {
    for (const rate of [10_000, 30_000].map((full) => full * factor))
      yield* cases(
        `${rate} fixes/s, one a message, ${size.sockets} sockets, ${size.desks} desks`,
        rate,
        quick,
        await chain.singles(rate),
      )
    const rate = 100_000 * factor
    yield* cases(
      `${rate} fixes/s in a gateway's batches, ${size.people} people, ${size.desks} desks`,
      rate,
      quick,
      await chain.batches(rate),
    )
  } finally {
    await chain.end()
  }
}

/** The goals are those of the whole load; a quick run has a tenth of it, and only what holds at any. */
function* cases(name: string, rate: number, quick: boolean, run: ChainRun) {
  const dropped = Object.entries(run.dropped)
  const wrong = dropped.length > 0 ? `dropped ${dropped.map((one) => one.join(' ')).join(', ')}` : null
  const whole = (goal: string, met: (ratio: number, ours: number) => boolean) => (quick ? {} : { goal, met })
  const up = { better: 'higher' as const }
  const down = { better: 'lower' as const }
  yield measured({
    ...{ case: `${name}, reached`, ours: run.reached, unit: 'fixes/s', wrong, ...up },
    ...whole('P4: at least 98 % of them', (_, reached) => reached >= 0.98 * rate),
  })
  yield measured({
    case: `${name}, positions not within a pixel two ticks after the last fix`,
    ...{ ours: run.lost, unit: 'positions', goal: 'P4: none lost', met: (_, lost) => lost === 0, ...down },
    wrong: run.checked === 0 ? 'nothing was compared' : null,
  })
  yield measured({
    case: `${name}, of ${run.checked} positions shown elsewhere than they were sent`,
    ...{
      ours: run.wrong,
      unit: 'positions',
      goal: 'P4: none wrong',
      met: (_, wrong) => wrong === 0,
      ...down,
    },
  })
  yield measured({ case: `${name}, shown later than two ticks`, ours: run.late, unit: 'positions', ...down })
  yield measured({ case: `${name}, fix to desk, median`, ours: run.median, unit: 'ms', ...down })
  yield measured({
    ...{ case: `${name}, fix to desk, 99th percentile`, ours: run.slowest, unit: 'ms', ...down },
    ...whole('P2: at most a tick and 50 ms', (_, ms) => ms <= 300),
  })
  yield measured({
    ...{ case: `${name}, left over of two cores`, ours: 100 * run.spare, unit: '%', ...up },
    ...whole('P4: CPU to spare', (_, share) => share > 5),
  })
  const { cpuPerMillion } = run.server
  yield measured({
    case: `${name}, server alone`,
    ours: cpuPerMillion,
    unit: 'CPU-s per million fixes',
    ...down,
  })
}

/** From a phone's fix to the desk that shows it, with the phones of a rehearsal running beside it in a process of their own. */
const rehearsed: Bench = async function* ({ quick }) {
  const samples = quick ? 10 : 200
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  const [units, assistants] = quick ? [10, 100] : [40, 600]
  const size = { SERIK_REHEARSAL_UNITS: String(units), SERIK_REHEARSAL_ASSISTANTS: String(assistants) }
  const server = await startServer(readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...size }))
  try {
    const desk = await connect(server.address, { cookie: await signIn(server.address, 'duty') })
    await desk.ask('view', { south: 43, west: 76.6, north: 43.5, east: 77.2, zoom: 13 })
    await desk.until(
      'the rehearsal to live',
      () => [...desk.board.assistant.values()].filter(({ shift }) => shift).length > assistants / 2,
      120_000,
    )
    const person = [...desk.board.assistant.values()].find(({ shift }) => !shift)
    if (!person) throw new Error('everybody is on duty')
    const enrolled = await server.app.enrolment.addTracker({ kind: 'assistant', id: person.id })
    const phone = await connect(server.address, { token: enrolled?.token ?? '' })
    await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })

    const table = makeLiveTable()
    const took: number[] = []
    /** Every frame counts: each is the difference to the one before. */
    const catchUp = () => {
      for (const frame of desk.frames) decodeFrame(frame, table)
      desk.frames.length = 0
    }
    for (let n = 0; n < samples; n++) {
      const lat = 43.2 + n * 0.0004
      catchUp()
      const began = performance.now()
      const fix = { at: Date.now(), lat, lng: 76.9, accuracy: 5 }
      void phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })
      await desk.until('the fix on the desk', () => {
        catchUp()
        return Math.abs((table.lat[person.no] as number) - lat) < 1e-4
      })
      took.push(performance.now() - began)
      await wait(400 + 137 * (n % 5))
    }
    const { devices } = server.app.push.count()
    const name = (of: string) => `from a phone's fix to the desk that shows it, ${devices} phones, ${of}`
    yield measured({ case: name('median'), ours: median(took), unit: 'ms', better: 'lower' })
    yield measured({
      case: name('99th percentile'),
      ...{ ours: percentile(took, 0.99), unit: 'ms', better: 'lower', goal: 'P2: at most a tick and 50 ms' },
      met: (_, ms) => ms <= 300,
    })
    desk.close()
    phone.close()
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function signIn(address: string, login: string): Promise<string> {
  const response = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'rehearsal-only' }),
  })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] as string
}
