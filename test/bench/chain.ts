import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/start-server.ts'
import { makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { connect } from '../kit/connect.ts'
import { type Bench, measured, median, percentile } from './kit.ts'

/** From a phone's fix to the desk that shows it, with a rehearsal of 640 phones running beside it in a process of its own. */
export const bench: Bench = async function* ({ quick }) {
  const samples = quick ? 20 : 200
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  const server = await startServer(readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' }))
  try {
    const desk = await connect(server.address, { cookie: await signIn(server.address, 'duty') })
    await desk.ask('view', { south: 43, west: 76.6, north: 43.5, east: 77.2, zoom: 13 })
    await desk.until(
      'the rehearsal to live',
      () => [...desk.board.assistant.values()].filter(({ shift }) => shift).length > 300,
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
      ...{ ours: percentile(took, 0.99), unit: 'ms', better: 'lower', goal: 'at most a tick and 50 ms' },
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
