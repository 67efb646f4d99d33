import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
let desk: Connected
let file: string
const recordedAt = Date.UTC(2024, 4, 1, 6)
/** A walk of 40 s, a point every 2 s, ten metres each. */
const walk = Array.from({ length: 21 }, (_, n) => ({ at: recordedAt + n * 2000, lat: 43.24 + n * 9e-5 }))

beforeAll(async () => {
  server = await serve()
  desk = await connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }]),
  )
  file = join(server.folder, 'walk.gpx')
  const points = walk.map(
    ({ at, lat }) => `<trkpt lat="${lat}" lon="76.9"><time>${new Date(at).toISOString()}</time></trkpt>`,
  )
  await writeFile(
    file,
    `<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`,
  )
})
afterAll(async () => {
  desk.close()
  await server.stop()
})

async function replay(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['server/cli/main.ts', 'replay-gpx', file, '--server', server.address, ...args],
    { env: { PATH: process.env.PATH } },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      said += bytes
    })
  const [code] = await once(child, 'exit')
  return { code, said: said.trim() }
}

test('REPLAY-1 a recorded walk runs as the phone of a one-time code, its times moved to now and N times as fast', async () => {
  const person = await carrier(server, 'assistant', { callSign: 'A-0412' })
  const { code } = await server.app.enrolment.mint('enrol-assistant', person.id)
  const began = Date.now()
  const ran = await replay('--as', 'A-0412', '--code', code, '--speed', '40')
  const ended = Date.now()
  expect(ran).toEqual({
    code: 0,
    said: `A-0412 is on duty.\n21 fixes of ${file} were sent as A-0412.`,
  })
  expect(desk.board.assistant.get(person.id)?.shift).toMatchObject({ closedAt: null })
  await server.app.stores.tracks.flush()
  const track = await server.app.stores.tracks.read(person.id, 0, ended + 1000)
  expect(track.map(({ lat }) => lat)).toEqual(walk.map(({ lat }) => expect.closeTo(lat, 6)))
  const [first = 0, last = 0] = [track[0]?.at, track.at(-1)?.at]
  expect(first).toBeGreaterThanOrEqual(began)
  expect(last).toBeLessThanOrEqual(ended)
  expect(Math.abs(last - first - 40_000 / 40)).toBeLessThan(5)
  const shown = server.app.positions.latest({ kind: 'assistant', id: person.id })
  expect(shown).toMatchObject({ fixAt: last })
})

test('REPLAY-2 the token of an enrolled device walks on; another person’s, or a used code, is refused by a sentence', async () => {
  const person = await carrier(server, 'assistant', { callSign: 'A-0413' })
  const { code } = await server.app.enrolment.mint('enrol-assistant', person.id)
  const as = (callSign: string, ...more: string[]) => replay('--as', callSign, ...more, '--speed', '1000')
  const walked = as('A-0413', '--token', person.token)
  expect(await as('A-0414', '--token', person.token)).toEqual({
    code: 1,
    said: 'This token does not belong to A-0414.',
  })
  expect(await walked).toMatchObject({ code: 0 })
  await server.app.enrolment.enrol(code)
  const refused = [as('A-0413', '--code', code), as('A-0413', '--token', person.token)]
  expect(await Promise.all(refused)).toEqual([
    { code: 1, said: 'The code was not accepted: code.unknown.' },
    { code: 1, said: 'The server did not let this device in: unauthenticated.' },
  ])
})
