import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAreas } from '../../server/imports/areas.ts'
import { readGpx } from '../../server/imports/gpx.ts'
import { systemClock } from '../../server/ports/clock.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type Served, serve, staff } from '../kit/server.ts'

const centre = { lat: 43.24, lng: 76.905 }
const ring = squareRing(centre, 400)
let ahead = 0
let server: Served
let coordinator: Awaited<ReturnType<typeof staff>>
let desk: Connected
let operation: string
let place: string
let opened: number
let password: string

beforeAll(async () => {
  server = await serve({}, { ...systemClock, now: () => systemClock.now() + ahead })
  coordinator = await staff(server, [{ role: 'search-coordinator', regions: ['almaty'], operations: [] }])
  desk = await connect(server.address, coordinator)
  const given = await desk.give('OpenOperation', {
    ...{ kind: 'search', title: 'Files', region: 'almaty/medeu', perimeter: squareRing(centre, 2_000) },
    window: { from: Date.now(), to: Date.now() + 3 * 3_600_000 },
    places: [
      {
        ...{ kind: 'segment', letter: 'F', name: 'Creek <bank>', ring, slots: [{}], minimum: 0, poa: 0.5 },
        meeting: { at: centre, time: null },
      },
    ],
  })
  operation = (given as { result: { operation: string } }).result.operation
  const segment = await desk.until('the segment', () => [...desk.board.place.values()][0])
  place = segment.id
  opened = desk.board.operation.get(operation)?.openedAt ?? 0
  password = coordinator.password
  ahead = 45 * 60_000
})
afterAll(async () => {
  desk.close()
  await server.stop()
})

async function post(path: string, body: unknown, cookie = coordinator.cookie) {
  const response = await fetch(`${server.address}/api/search/${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, headers: response.headers }
}
const answered = async (path: string, body: unknown, cookie?: string) =>
  JSON.parse((await post(path, body, cookie)).text) as unknown

/** North through the segment, 10 m in 10 s, from a minute after the search was opened. */
const points = Array.from({ length: 40 }, (_, i) => {
  const at = new Date(opened + 60_000 + i * 10_000)
  return { at, lat: centre.lat + (i * 10 - 195) / 111_195, lng: centre.lng }
})
const pointsFrom = (start: number) =>
  points.map((point, i) => ({ ...point, at: new Date(start + 60_000 + i * 10_000) }))
const gpx = (track: { at: Date; lat: number; lng: number }[], name = 'walk') =>
  `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>${name}</name><trkseg>${track
    .map(
      ({ at, lat, lng }) =>
        `<trkpt lat="${lat}" lon="${lng}"><time>${at.toISOString()}</time><hdop>0.5</hdop></trkpt>`,
    )
    .join('')}</trkseg></trk></gpx>`

test('SEARCH-UI-54 the track of somebody without our app counts in the segment, and only there', async () => {
  const text = gpx(pointsFrom(opened))
  expect(await answered('track', { place, who: 'Шепард И.', text })).toEqual({ points: 40 })
  const [covered] = await desk.read({ kind: 'coverage', operation })
  expect(covered?.searchers).toEqual([
    expect.objectContaining({ assistant: expect.stringMatching(/^gpx-/), metres: expect.closeTo(390, -1) }),
  ])
  const credited = await desk.until(
    'the track',
    () => desk.board.operation.get(operation)?.search?.tracks?.[0],
  )
  expect(JSON.stringify(desk.board.operation.get(operation))).not.toContain('Шепард')
  const sealed = credited.sealed.text
  expect(await desk.read({ kind: 'texts', ids: [sealed] })).toEqual({ [sealed]: 'Шепард И.' })
  const { from, to } = credited
  expect(await desk.read({ kind: 'track', carrier: credited.id, from, to })).toHaveLength(40)
  const stranger = await connect(
    server.address,
    await staff(server, [{ role: 'search-coordinator', regions: ['astana'], operations: [] }]),
  )
  await expect(stranger.read({ kind: 'track', carrier: credited.id, from, to })).rejects.toThrow('unknown')
  stranger.close()
})

test('SEARCH-UI-55 the same track twice is refused, under another name and cut short too', async () => {
  const twice = { code: 'search.track-twice', params: { letter: 'F' } }
  const track = pointsFrom(opened)
  expect(await answered('track', { place, who: 'Другой', text: gpx(track, 'again') })).toMatchObject(twice)
  expect(await answered('track', { place, who: 'Другой', text: gpx(track.slice(5, 30)) })).toEqual(twice)
})

test('SEARCH-UI-55 times that cannot be are refused, and a command cannot credit a carrier’s own track', async () => {
  // Another way: only its times are wrong.
  const beside = (start: number) => pointsFrom(start).map((point) => ({ ...point, lng: point.lng + 0.0004 }))
  const given = async (text: string) => answered('track', { place, who: 'X', text })
  const day = 24 * 3_600_000
  expect(await given(gpx(beside(opened + day)))).toMatchObject({ code: 'search.track-times' })
  expect(await given(gpx(beside(opened - day)))).toMatchObject({ code: 'search.track-too-old' })
  const [first, second] = pointsFrom(opened)
  if (!first || !second) throw new Error('no points')
  expect(await given(gpx([second, first]))).toEqual({ code: 'gpx.time-goes-back', params: { point: 2 } })
  expect(await given(gpx([first]).replace(/<time>.*<\/time>/, ''))).toMatchObject({ code: 'gpx.bad-time' })
  const body = { place, track: 'a-person', who: 'X', from: 0, to: 1 }
  expect(await desk.give('CreditTrack', body)).toMatchObject({ ok: false, code: 'command.invalid' })
})

test('SEARCH-UI-56 what leaves has its reason and is recorded; GPX and GeoJSON come back as they went', async () => {
  await desk.give('PlaceClue', { operation, at: centre, text: '{"kind":"item","words":"A glove & hat"}' })
  expect(await answered('export', { operation, format: 'gpx', reason: ' ', password })).toEqual({
    code: 'export.reason-missing',
  })
  const out = await post('export', { operation, format: 'gpx', reason: 'for the rescuers', password })
  expect(out.headers.get('content-disposition')).toMatch(/^attachment; filename="?search-\d+\.gpx/)
  expect(out.text).toContain('for the rescuers')
  expect(out.text).toContain('A glove &amp; hat')
  const close = ring.map(({ lat, lng }) => ({ lat: expect.closeTo(lat, 5), lng: expect.closeTo(lng, 5) }))
  expect(readAreas(out.text)).toMatchObject({
    areas: [{ letter: 'F', name: 'Creek <bank>', ring: close }],
    leftOut: [],
  })
  const track = readGpx(out.text)
  expect(isRefusal(track) ? track : track.points.length).toBeGreaterThan(20)
  const json = await post('export', { operation, format: 'caltopo', reason: 'for the rescuers', password })
  const back = readAreas(json.text)
  expect(isRefusal(back) ? back : back.areas.map(({ letter, name }) => [letter, name])).toEqual([
    ['F', 'Creek <bank>'],
  ])
  const classes = (JSON.parse(json.text) as { features: { properties: { class: string } }[] }).features
  expect([...new Set(classes.map(({ properties }) => properties.class))]).toEqual([
    'Assignment',
    'AppTrack',
    'Marker',
  ])
  const access = await server.app.stores.access.read(0, 10_000)
  const about = access.map(({ data }) => data as { kind: string; about: string[] })
  const exports = about.filter(({ kind }) => kind === 'export')
  expect(exports).toHaveLength(2)
  expect(exports[0]?.about).toEqual([operation, expect.stringMatching(/^gpx-/)])
})

test('SEARCH-UI-57 only who works on the search brings or takes files, and nobody unknown makes us read one', async () => {
  const clerk = await staff(server, [{ role: 'registrar', regions: ['almaty'], operations: [] }])
  const far = await staff(server, [{ role: 'search-coordinator', regions: ['astana'], operations: [] }])
  const text = gpx(pointsFrom(opened + 1))
  expect((await post('areas', { text: 'x' }, 'sid=made-up')).status).toBe(401)
  expect((await post('areas', { text: 'x' }, clerk.cookie)).status).toBe(403)
  expect((await post('track', { place, who: 'X', text }, far.cookie)).status).toBe(403)
  expect(
    (await post('export', { operation, format: 'gpx', reason: 'because', password }, far.cookie)).status,
  ).toBe(422)
  expect((await post('areas', { text: 'x'.repeat(17 * 1024 * 1024) })).status).toBe(413)
  expect(await answered('areas', { text: 'hello' })).toEqual({ code: 'areas.unreadable' })
})

test('SRCH-54 a track credited by mistake is taken away again', async () => {
  const track = desk.board.operation.get(operation)?.search?.tracks?.[0]?.id ?? ''
  expect(await desk.give('DropTrack', { operation, track })).toMatchObject({ ok: true })
  const [covered] = await desk.read({ kind: 'coverage', operation })
  expect(covered?.searchers).toEqual([])
  expect(await desk.give('DropTrack', { operation, track })).toMatchObject({ code: 'search.track-unknown' })
})
