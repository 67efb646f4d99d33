import { request } from 'node:http'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const centre = { lat: 43.24, lng: 76.905 }
const area = squareRing(centre, 2_000)
let server: Served
let coordinator: Awaited<ReturnType<typeof staff>>
let desk: Connected
let operation: string

beforeAll(async () => {
  server = await serve()
  coordinator = await staff(server, [
    { role: 'search-coordinator', regions: ['almaty'], operations: [] },
    { role: 'duty-officer', regions: ['almaty'], operations: [] },
  ])
  desk = await connect(server.address, coordinator)
  const given = await desk.give('OpenOperation', {
    ...{ kind: 'search', title: 'Ground', region: 'almaty/bostandyq', perimeter: area },
    window: { from: Date.now() - 60_000, to: Date.now() + 3 * 3_600_000 },
    places: ['F', 'G'].map((letter, i) => ({
      ...{ kind: 'segment' as const, letter, name: letter, slots: [{}], minimum: 0, poa: 0.4 },
      ring: squareRing({ ...centre, lng: centre.lng + i * 0.006 }, 400),
      meeting: { at: centre, time: null },
    })),
  })
  operation = (given as { result: { operation: string } }).result.operation
  await desk.until('the segments', () => desk.board.place.size === 2)
  const statement = { operation, reason: 'a test' }
  expect(await desk.give('AllowHasty', statement)).toMatchObject({ ok: true })
})
afterAll(async () => {
  desk.close()
  await server.stop()
})

const placeOf = (letter: string) =>
  [...desk.board.place.values()].find((place) => place.letter === letter)?.id ?? ''
const found = () => desk.board.operation.get(operation)?.search
async function areas(body: unknown) {
  const response = await fetch(`${server.address}/api/search/areas`, {
    method: 'POST',
    headers: { cookie: coordinator.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as unknown
}
const kmz = (text: string) => Buffer.from(zipSync({ 'doc.kml': strToU8(text) })).toString('base64')

test('IMPORT-206 the lines of a KMZ become roads of the search, and the segment is cut along them', async () => {
  const kml = `<kml><Placemark><name>Тропа</name><LineString><coordinates>
    76.9,43.2405 76.91,43.2405</coordinates></LineString></Placemark></kml>`
  const read = (await areas({ zipped: kmz(kml) })) as { lines: { name: string; path: typeof area }[] }
  expect(read).toMatchObject({ areas: [], lines: [{ name: 'Тропа', path: [{ lng: 76.9 }, { lng: 76.91 }] }] })
  const [line] = read.lines
  const lines = [{ kind: 'road' as const, name: line?.name ?? '', path: line?.path ?? [] }]
  expect(await desk.give('AddSearchLines', { operation, lines })).toMatchObject({ ok: true })
  const known = await desk.until('the line', () => found()?.lines?.[0])
  expect(await desk.give('CutSegment', { place: placeOf('F'), lines: [known.id] })).toMatchObject({
    ok: true,
    result: { parts: ['F1', 'F2'] },
  })
  await desk.until('the parts', () => placeOf('F2') !== '' && placeOf('F') === '')
  const shares = ['F1', 'F2'].map((letter) => desk.board.place.get(placeOf(letter))?.poa ?? 0)
  expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeCloseTo(0.4, 9)
})

test('IMPORT-206 a bomb, a path that leads out and what is no archive come back with their refusal', async () => {
  const bomb = Buffer.from(zipSync({ 'doc.kml': new Uint8Array(2 * 1024 * 1024) })).toString('base64')
  expect(await areas({ zipped: bomb })).toEqual({ code: 'kmz.bomb' })
  const out = Buffer.from(zipSync({ '../x.kml': strToU8('<kml/>') })).toString('base64')
  expect(await areas({ zipped: out })).toEqual({ code: 'kmz.bad-name' })
  expect(await areas({ zipped: 'not base64' })).toEqual({ code: 'command.invalid' })
})

test('SEG-215 hazards and closed neighbours travel to the phones of the search’s teams, and to no other', async () => {
  const unit = await carrier(server, 'unit')
  const member = await carrier(server, 'assistant')
  const other = await carrier(server, 'assistant')
  const [unitPhone, phone, elsewhere] = await Promise.all(
    [unit, member, other].map((who) => connect(server.address, who)),
  )
  if (!unitPhone || !phone || !elsewhere) throw new Error('no phones')
  expect(await unitPhone.give('BookOn', { who: { kind: 'unit', id: unit.id } })).toMatchObject({ ok: true })
  expect(await phone.give('BookOn', { who: { kind: 'assistant', id: member.id } })).toMatchObject({
    ok: true,
  })
  const send = (place: string) =>
    desk.give('SendTask', {
      ...{ operation, place, unit: unit.id },
      members: [{ assistant: member.id, slot: 0 }],
    })
  await desk.give('LockSegment', { place: placeOf('G'), reason: 'собаки без привязи' })
  expect(await send(placeOf('G'))).toMatchObject({ ok: false, code: 'search.segment-locked' })
  expect(await send(placeOf('F1'))).toMatchObject({ ok: true })
  const mark = {
    operation,
    kind: 'ice' as const,
    shape: 'point' as const,
    path: [centre],
    words: 'тонкий лёд',
  }
  expect(await desk.give('MarkHazard', mark)).toMatchObject({ ok: true })
  const onPhone = () => phone.board.operation.get(operation)?.search
  const hazard = await phone.until('the hazard', () => onPhone()?.hazards?.[0])
  const lock = await phone.until('the closed neighbour', () => onPhone()?.locked?.[0])
  expect(lock).toMatchObject({ letter: 'G', ring: expect.arrayContaining([expect.anything()]) })
  expect(JSON.stringify(onPhone())).not.toMatch(/лёд|собаки/)
  const ids = [hazard.words?.text ?? '', lock.reason.text]
  expect(Object.values(await phone.read({ kind: 'texts', ids }))).toEqual([
    'тонкий лёд',
    'собаки без привязи',
  ])
  expect(elsewhere.board.operation.size).toBe(0)
  expect(await elsewhere.read({ kind: 'texts', ids })).toEqual({})
  for (const one of [unitPhone, phone, elsewhere]) one.close()
})

test('IMPORT-207 two hundred megabytes are refused before they are read', async () => {
  const before = process.memoryUsage().rss
  const { hostname, port } = new URL(server.address)
  const status = await new Promise<number>((answered, failed) => {
    const sending = request({
      ...{ hostname, port, method: 'POST', path: '/api/search/track' },
      headers: {
        cookie: coordinator.cookie,
        'content-type': 'application/json',
        'content-length': 200 * 1024 * 1024,
      },
    })
    sending.on('response', ({ statusCode }) => {
      answered(statusCode ?? 0)
      sending.destroy()
    })
    sending.on('error', failed)
    sending.write(`{"place":"${'x'.repeat(64 * 1024)}`)
  })
  expect(status).toBe(413)
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
})
