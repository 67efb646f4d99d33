import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { searchState } from '../../shared/search/state.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type Served, serve, staff } from '../kit/server.ts'

const centre = { lat: 43.24, lng: 76.905 }
let ahead = 0
let server: Served
let cookie: string
let desk: Connected
let place: string
let opened: number

beforeAll(async () => {
  server = await serve({}, { ...systemClock, now: () => systemClock.now() + ahead })
  const coordinator = await staff(server, [
    { role: 'search-coordinator', regions: ['almaty'], operations: [] },
  ])
  cookie = coordinator.cookie
  desk = await connect(server.address, coordinator)
  const given = await desk.give('OpenOperation', {
    ...{ kind: 'search', title: 'Debrief', region: 'almaty/medeu', perimeter: squareRing(centre, 2_000) },
    window: { from: Date.now(), to: Date.now() + 3 * 3_600_000 },
    places: [
      {
        ...{ kind: 'segment', letter: 'F', name: 'Creek', slots: [{}], minimum: 0, poa: 0.5 },
        ...{ ring: squareRing(centre, 400), meeting: { at: centre, time: null } },
      },
    ],
  })
  const { operation } = (given as { result: { operation: string } }).result
  place = (await desk.until('the segment', () => [...desk.board.place.values()][0])).id
  opened = desk.board.operation.get(operation)?.openedAt ?? 0
  ahead = 45 * 60_000
})
afterAll(async () => {
  desk.close()
  await server.stop()
})

const searches = () => desk.board.place.get(place)?.searches ?? []
const opos = () => searchState(desk.board.place.values()).opos

/** A lane north through the segment, walked from an instant on, brought as a file and recorded. */
async function sweep(from: number, to: number, aside = 0) {
  const points = Array.from({ length: 40 }, (_, i) => {
    const time = new Date(from + 60_000 + i * 10_000).toISOString()
    return `<trkpt lat="${centre.lat + (i * 10 - 195) / 111_195}" lon="${centre.lng + aside}"><time>${time}</time><hdop>0.5</hdop></trkpt>`
  })
  const credited = await fetch(`${server.address}/api/search/track`, {
    ...{ method: 'POST', headers: { cookie, 'content-type': 'application/json' } },
    body: JSON.stringify({
      ...{ place, who: `From ${from}` },
      text: `<gpx version="1.1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`,
    }),
  })
  expect(await credited.json()).toMatchObject({ points: 40 })
  const before = searches().length
  expect(await desk.give('RecordSearch', { place, from, to })).toMatchObject({ ok: true })
  await desk.until('the sweep', () => searches().length > before)
}

const gpx = (from: number, north: number) => {
  const points = Array.from({ length: 40 }, (_, i) => {
    const time = new Date(from + i * 10_000).toISOString()
    return `<trkpt lat="${centre.lat + (i * 10 - 195 + north) / 111_195}" lon="${centre.lng + 2e-5}"><time>${time}</time></trkpt>`
  })
  return `<gpx version="1.1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`
}

test('IMPORT-208 a track that leads elsewhere, or is refused, is told so and leaves no point behind', async () => {
  const stored = vi.spyOn(server.app.stores.tracks, 'append')
  const send = async (text: string) => {
    const answer = await fetch(`${server.address}/api/search/track`, {
      ...{ method: 'POST', headers: { cookie, 'content-type': 'application/json' } },
      body: JSON.stringify({ place, who: 'Late', text }),
    })
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  expect(await send(gpx(opened + 60_000, 1_600))).toMatchObject({ code: 'search.track-elsewhere' })
  expect(stored).not.toHaveBeenCalled()
  expect(await send(gpx(opened - 3_600_000, 0))).toMatchObject({ status: 409, code: 'search.track-too-old' })
  const [track = ''] = stored.mock.calls[0] ?? []
  expect(track).toMatch(/^gpx-/)
  expect(await server.app.stores.tracks.read(track, 0, Number.MAX_SAFE_INTEGER)).toEqual([])
  stored.mockRestore()
})

test('DEBRIEF-219 over the wire a debriefing is reckoned by the server, folded by the desk, and undone by a new event', async () => {
  const half = opened + 15 * 60_000
  await sweep(opened, half)
  const [first] = searches()
  if (!first) throw new Error('not recorded')
  expect(opos()).toBeCloseTo(0.5 * first.pod, 9)
  const said = {
    ...{ spacing: 20, light: 'dark' as const, terrain: 'dense' as const, others: null },
    ...{ width: { by: 'visibility' as const, visibility: 'low' as const }, missed: null },
  }
  const tooMuch = { ...said, missed: { share: 1.5 } }
  expect(
    await desk.give('DebriefSearch', { place, sweep: first.at, said: tooMuch, words: null }),
  ).toMatchObject({ ok: false, code: 'search.debrief-share' })
  await desk.give('DebriefSearch', { place, sweep: first.at, said, words: 'Fog over the creek' })
  const debrief = await desk.until('the debriefing', () => searches()[0]?.debrief)
  expect(debrief.sweepWidth).toBeCloseTo(first.sweepWidth.metres * (1.1 / 1.8), 9)
  expect(debrief.pod).toBeLessThan(first.pod)
  expect(opos()).toBeCloseTo(0.5 * debrief.pod, 9)
  const sealed = debrief.words?.text ?? ''
  expect(await desk.read({ kind: 'texts', ids: [sealed] })).toEqual({ [sealed]: 'Fog over the creek' })
  await desk.give('UndoDebrief', { place, sweep: first.at })
  await desk.until('the undo', () => searches()[0]?.debrief === undefined)
  expect(opos()).toBeCloseTo(0.5 * first.pod, 9)

  // The same lane again adds less than it did the first time: its cells weigh what was left of them.
  await sweep(half, opened + 40 * 60_000, 1e-6)
  const second = searches()[1]
  expect(second?.podOfArea).toBeCloseTo(first.pod, 3)
  expect(second?.pod).toBeLessThan(0.7 * first.pod)
  expect(await desk.give('UndoSearch', { place, sweep: first.at })).toMatchObject({
    ok: false,
    code: 'search.undo-last-first',
  })
})
