import { expect, test } from 'vitest'
import { coverageOf, measureSegment } from '../../../server/reads/coverage.ts'
import { inRing } from '../../../shared/geo/geofence.ts'
import { squareRing } from '../../../shared/geo/ring-shapes.ts'
import type { Debrief } from '../../../shared/search/sweep/debrief-types.ts'
import type { SegmentSearch } from '../../../shared/search/types.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'
import { operation, registered, registeredUnit, sent } from '../../kit/past.ts'

const centre = { lat: 43.205, lng: 76.905 }
const ring = squareRing(centre, 400)
const point = (east: number, north: number) => ({
  lat: centre.lat + north / 111_195,
  lng: centre.lng + east / (111_195 * Math.cos((centre.lat * Math.PI) / 180)),
})

/** Walks north through the segment and 300 m beyond it, a metre a second, a fix every five seconds. */
const walk = (east: number, from: number) =>
  Array.from({ length: 141 }, (_, i) => ({ at: from + i * 5_000, ...point(east, i * 5 - 200), accuracy: 4 }))
const begin = noon + MINUTE
const ways: Record<string, ReturnType<typeof walk>> = { a1: walk(-50, begin), a2: walk(50, begin) }
const read = async (who: string, from: number, to: number) =>
  (ways[who] ?? []).filter(({ at }) => from <= at && at <= to)

/** A recorded sweep of both, as far as measuring reads it. */
const earlier = (from: number, to: number, searchers = ['a1', 'a2']) =>
  ({ from, to, at: to, searchers, sweepWidth: { metres: 20, source: 'estimate' } }) as SegmentSearch

const searched = () =>
  given(
    registeredUnit('unit'),
    ...['a1', 'a2', 'a3'].map((id) => registered(id)),
    ...operation('search', { kind: 'segment', letter: 'F', ring, poa: 0.2 }),
    sent(['a1', 'a2', 'a3']),
  ).board

test('SEARCH-UI-14 each searcher’s own way counts, and only what lies inside the segment', async () => {
  const board = searched()
  const [segment] = await coverageOf(board, read, 'op', noon + 60 * MINUTE)
  expect(segment?.searchers.map(({ assistant }) => assistant)).toEqual(['a1', 'a2'])
  for (const { metres, line } of segment?.searchers ?? []) {
    expect(metres).toBeGreaterThan(390)
    expect(metres).toBeLessThan(410)
    expect(line.flat().every((at) => inRing(ring, at))).toBe(true)
  }
  const length = segment?.searchers.reduce((sum, { metres }) => sum + metres, 0) ?? 0
  const { sweepWidth, area, coverage, pod } = segment ?? {}
  expect(coverage).toBeCloseTo(((sweepWidth?.metres ?? 0) * length) / (area ?? 1), 9)
  expect(pod).toBeLessThan(-Math.expm1(-(coverage ?? 0)))
})

test('SEARCH-UI-50 the POD is the mean of the cells, whose bands are as wide as the sweep width', async () => {
  const [segment] = await coverageOf(searched(), read, 'op', noon + 60 * MINUTE)
  const width = segment?.sweepWidth.metres ?? 0
  // Two bands through a square of 400 m, in each of which a coverage of 1 finds 63 %.
  expect(segment?.pod).toBeCloseTo(((2 * width) / 400) * -Math.expm1(-1), 2)
  const measured = await measureSegment(searched(), read, {
    type: 'RecordSearch',
    body: { place: 'post', from: begin, to: noon + 60 * MINUTE },
  })
  expect(measured?.pod).toBe(segment?.pod)
  // What is neither band is three holes: beside the left way, between the two, beside the right.
  const holes = measured && 'cells' in measured ? measured.cells.holes : 0
  expect(holes / (segment?.area ?? 1)).toBeGreaterThan(0.85)
})

test('SEARCH-UI-15 what was recorded is not measured again, and a command measures between its instants', async () => {
  const board = searched()
  const place = board.place.get('post')
  if (!place) throw new Error('not there')
  const half = begin + 200_000
  board.place.set('post', {
    ...place,
    searches: [earlier(noon, half)],
  })
  const [rest] = await coverageOf(board, read, 'op', noon + 60 * MINUTE)
  expect(rest?.searchers[0]?.metres).toBeCloseTo(200, -2)
  const measured = await measureSegment(board, read, {
    type: 'RecordSearch',
    body: { place: 'post', from: begin, to: half },
  })
  expect(measured).toMatchObject({ searchers: ['a1', 'a2'] })
  expect((measured?.trackMetres ?? 0) / 2).toBeGreaterThan(180)
  expect((measured?.trackMetres ?? 0) / 2).toBeLessThan(210)
})

test('DEBRIEF-217 a segment that was swept before tells what of it all ways together have left', async () => {
  const board = searched()
  const place = board.place.get('post')
  if (!place) throw new Error('not there')
  const end = noon + 60 * MINUTE
  // The left way was recorded, both are walked again.
  board.place.set('post', { ...place, searches: [earlier(noon, begin + 350_000, ['a1'])] })
  const again = Object.fromEntries(
    Object.entries(ways).map(([who, way]) => [
      who,
      [...way, ...way.map((fix) => ({ ...fix, at: fix.at + 900_000 }))],
    ]),
  )
  const readBoth = async (who: string, from: number, to: number) =>
    (again[who] ?? []).filter(({ at }) => from <= at && at <= to)
  const [segment] = await coverageOf(board, readBoth, 'op', end)
  expect(segment?.pod).toBeLessThan(segment?.podOfArea ?? 0)
  expect(segment?.left?.length).toBe(3)
  const measured = await measureSegment(board, readBoth, {
    type: 'RecordSearch',
    body: { place: 'post', from: begin + 350_000, to: end },
  })
  expect(measured).toMatchObject({ pod: segment?.podOfArea, podLeft: segment?.pod, left: segment?.left })
})

test('DEBRIEF-227 what a debriefing says was missed is still to be found by the next sweep, and is a hole until then', async () => {
  const board = searched()
  const place = board.place.get('post')
  if (!place) throw new Error('not there')
  const until = begin + 350_000
  const sweep = earlier(noon, until, ['a1', 'a2'])
  const said = { missed: { ring }, others: null } as Debrief['said']
  const debriefed = { ...sweep, debrief: { sweepWidth: 20, said } as Debrief }
  const measured = async (searches: SegmentSearch[]) => {
    board.place.set('post', { ...place, searches })
    return (await coverageOf(board, read, 'op', noon + 60 * MINUTE))[0]
  }
  const after = await measured([debriefed])
  expect(after?.pod).toBe(after?.podOfArea)
  expect(after?.pod).not.toBe((await measured([sweep]))?.pod)
})

test('DEBRIEF-218 a debriefing is reckoned from the sweep’s own stored tracks', async () => {
  const board = searched()
  const place = board.place.get('post')
  if (!place) throw new Error('not there')
  const sweep = earlier(noon, noon + 60 * MINUTE)
  board.place.set('post', { ...place, searches: [sweep] })
  const said = {
    ...{ spacing: null, light: 'day' as const, terrain: 'open' as const, missed: null, others: null },
    width: { by: 'planned' as const },
  }
  const debrief = (change: object) =>
    measureSegment(board, read, {
      type: 'DebriefSearch',
      body: { place: 'post', sweep: sweep.at, said: { ...said, ...change }, words: null },
    })
  const [unrecorded] = await coverageOf(searched(), read, 'op', noon + 60 * MINUTE)
  expect(await debrief({})).toMatchObject({ pod: unrecorded?.pod, sweepWidth: 20 })
  const narrow = await debrief({ width: { by: 'rd-test', rd: 5, visibility: 'high' } })
  expect(narrow).toMatchObject({
    sweepWidth: 9,
    coverage: expect.closeTo((unrecorded?.coverage ?? 0) * 0.45, 9),
  })
  expect(narrow?.pod).toBeLessThan(unrecorded?.pod ?? 0)
})
