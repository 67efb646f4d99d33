import { expect, test } from 'vitest'
import { ringArea } from '../../../../shared/geo/ring-measure.ts'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import { operationDeciders } from '../../../../shared/operations/decide.ts'
import { searchDeciders } from '../../../../shared/search/decide.ts'
import { groundDeciders } from '../../../../shared/search/segments/decide-ground.ts'
import { segmentDeciders } from '../../../../shared/search/segments/decide-segments.ts'
import { trackDeciders } from '../../../../shared/search/segments/decide-track.ts'
import { searchState } from '../../../../shared/search/state.ts'
import { taskDeciders } from '../../../../shared/tasks/decide.ts'
import { factsOf, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { onShift, operation, planned, registered, registeredUnit, sent } from '../../../kit/past.ts'

const { CutSegment, LockSegment, UnlockSegment } = segmentDeciders
const { AddSearchLines } = groundDeciders
const { PlanPlace, ChangePlace, RemovePlace } = operationDeciders

/** Half a kilometre wide, inside the perimeter of the kit. */
const ring = [
  { lat: 43.202, lng: 76.902 },
  { lat: 43.202, lng: 76.908 },
  { lat: 43.206, lng: 76.908 },
  { lat: 43.206, lng: 76.902 },
]
const segment = { kind: 'segment' as const, letter: 'F', name: 'Sector F', ring, poa: 0.4 }
const search = () =>
  given(...operation('search', { ...segment, meeting: { at: ring[0], time: null } } as never))
const road = [
  { lat: 43.203, lng: 76.9 },
  { lat: 43.203, lng: 76.91 },
]
const withRoad = () =>
  search().when(AddSearchLines, { operation: 'op', lines: [{ kind: 'road', name: 'Track', path: road }] })
const lineOf = (board: ReturnType<typeof search>['board']) =>
  board.operation.get('op')?.search?.lines?.[0]?.id ?? ''
const cut = (story = withRoad()) => story.when(CutSegment, { place: 'post', lines: [lineOf(story.board)] })

test('SEG-210 a cut segment becomes F1 and F2 with the shares of its probability that their areas have', () => {
  const { board, decision } = cut().thenTypes('SegmentCut', 'PlacePlanned', 'PlacePlanned', 'PlaceRemoved')
  const parts = [...board.place.values()]
  expect(parts.map(({ letter, name, poa }) => [letter, name, poa])).toEqual([
    ['F1', 'Sector F1', expect.closeTo(0.3, 4)],
    ['F2', 'Sector F2', expect.closeTo(0.1, 4)],
  ])
  expect(parts.reduce((sum, { poa }) => sum + (poa ?? 0), 0)).toBeCloseTo(0.4, 12)
  expect(searchState(parts).rowStart).toBeCloseTo(0.6, 12)
  const areas = parts.map((part) => ringArea(part.ring ?? []))
  expect((areas[0] ?? 0) + (areas[1] ?? 0)).toBeCloseTo(ringArea(ring), -1)
  expect(factsOf(decision)[0]?.data).toMatchObject({
    ...{ place: 'post', letter: 'F' },
    parts: [{ letter: 'F1', share: expect.closeTo(0.75, 4) }, { letter: 'F2' }],
  })
})

test('SEG-210 taken letters are passed over, and a part of F2 is F2.1', () => {
  const story = given(
    ...operation('search', { ...segment, letter: 'F2' }),
    planned('other', { ...segment, letter: 'F2.1', ring, poa: 0 }),
  ).when(AddSearchLines, { operation: 'op', lines: [{ kind: 'road', name: '', path: road }] })
  const { board } = cut(story).thenTypes('SegmentCut', 'PlacePlanned', 'PlacePlanned', 'PlaceRemoved')
  expect([...board.place.values()].map(({ letter }) => letter).sort()).toEqual(['F2.1', 'F2.2', 'F2.3'])
})

test('SEG-211 a segment that was searched, sent to, credited or locked is not cut', () => {
  const measured = {
    ...{ trackMetres: 600, area: 60_000, searchers: ['a1'], coverage: 0.2, pod: 0.1 },
    cells: { metres: 10, holes: 0 },
  }
  const later = { now: noon + 30 * MINUTE }
  const swept = withRoad().when(
    searchDeciders.RecordSearch,
    { place: 'post', from: noon, to: noon + 20 * MINUTE },
    { ...later, measured },
  )
  cut(swept).then({ code: 'search.cut-swept', params: { letter: 'F' } })
  const credited = withRoad().when(
    trackDeciders.CreditTrack,
    { place: 'post', track: `gpx-${'a'.repeat(40)}`, who: 'X', from: noon, to: noon + MINUTE },
    later,
  )
  cut(credited).then({ code: 'search.cut-worked' })
  const story = given(
    ...[registered('a1'), registeredUnit('unit'), onShift('assistant', 'a1'), onShift('unit', 'unit')],
    ...operation('search', segment),
    sent(['a1']),
  ).when(AddSearchLines, { operation: 'op', lines: [{ kind: 'road', name: '', path: road }] })
  cut(story).then({ code: 'search.cut-worked' })
  cut(withRoad().when(LockSegment, { place: 'post', reason: 'dogs' })).then({ code: 'search.segment-locked' })
})

test('SEG-211 lines that do not run through cut nothing, and unknown ones are refused', () => {
  const short = search().when(AddSearchLines, {
    operation: 'op',
    lines: [{ kind: 'stream', name: '', path: [road[0], { lat: 43.203, lng: 76.905 }] as typeof road }],
  })
  cut(short).then({ code: 'search.cut-nothing', params: { letter: 'F' } })
  withRoad()
    .when(CutSegment, { place: 'post', lines: ['made-up'] })
    .then({ code: 'search.line-unknown' })
})

test('SEG-212 nobody is sent to a locked segment, and why it is locked lies in the vault', () => {
  const story = given(
    ...[registered('a1'), registeredUnit('unit'), onShift('assistant', 'a1'), onShift('unit', 'unit')],
    ...operation('search', segment),
  ).when(LockSegment, { place: 'post', reason: 'dogs without a leash' })
  expect(JSON.stringify(factsOf(story.decision))).not.toContain('leash')
  expect(story.board.operation.get('op')?.search?.locked).toMatchObject([
    { letter: 'F', ring, by: 'officer' },
  ])
  const send = {
    ...{ operation: 'op', place: 'post', unit: 'unit' },
    members: [{ assistant: 'a1', slot: 0 }],
  }
  story.when(taskDeciders.SendTask, send).then({ code: 'search.segment-locked', params: { letter: 'F' } })
  const opened = story.when(UnlockSegment, { place: 'post' }).thenTypes('SegmentUnlocked')
  expect(opened.board.operation.get('op')?.search?.locked).toEqual([])
  opened.when(UnlockSegment, { place: 'post' }).then([])
})

test('SEG-212 who is out when it is locked may come back; nobody more is offered a place there', () => {
  const people = ['a1', 'a2'].flatMap((id) => [registered(id), onShift('assistant', id)])
  const story = given(
    ...people,
    ...[registeredUnit('unit'), onShift('unit', 'unit'), ...operation('search', segment), sent(['a1'])],
  ).when(LockSegment, { place: 'post', reason: 'ice' })
  story
    .when(taskDeciders.OfferSlot, { task: 'task', assistant: 'a2', slot: 1 })
    .then({ code: 'search.segment-locked' })
  story.when(taskDeciders.RecallTask, { task: 'task' })
  expect(story.board.task.get('task')?.endedAt).toBe(noon)
})

test('SEG-213 a locked segment keeps its outline and letter until it is unlocked', () => {
  const locked = () => search().when(LockSegment, { place: 'post', reason: 'ice' })
  const body = {
    ...{ place: 'post', kind: 'segment' as const, letter: 'F', name: 'Ice', minimum: 0, poa: 0.4 },
    ...{ ring, slots: [{}], meeting: { at: ring[0] as { lat: number; lng: number }, time: null } },
  }
  locked().when(ChangePlace, body).thenTypes('PlaceChanged')
  locked()
    .when(ChangePlace, { ...body, letter: 'G' })
    .then({ code: 'search.unlock-first' })
  locked()
    .when(ChangePlace, { ...body, ring: ring.slice(0, 3) })
    .then({ code: 'search.unlock-first' })
  locked().when(RemovePlace, { place: 'post' }).then({ code: 'search.unlock-first' })
})

test('SEG-214 a segment beyond the area of the operation is refused; thirty metres are a slip of the pen', () => {
  const body = (shift: number) => ({
    ...{
      operation: 'op',
      kind: 'segment' as const,
      letter: 'B',
      name: 'B',
      minimum: 0,
      poa: null,
      slots: [{}],
    },
    meeting: { at: { lat: 43.205, lng: 76.905 }, time: null },
    ring: ring.map(({ lat, lng }) => ({ lat, lng: lng + shift })),
  })
  const empty = () => given(...operation('search'))
  empty().when(PlanPlace, body(0.0022)).thenTypes('PlacePlanned')
  empty()
    .when(PlanPlace, body(0.003))
    .then({ code: 'search.segment-outside', params: { letter: 'B' } })
  const around = {
    ...body(0),
    ring: ring.map(({ lat, lng }) => ({
      lat: 43.205 + (lat - 43.204) * 9,
      lng: 76.905 + (lng - 76.905) * 9,
    })),
  }
  empty().when(PlanPlace, around).then({ code: 'search.segment-outside' })
})

test('SEG-244 a segment that shares more than a slip with another is refused, by its share of the smaller one', () => {
  const east = (lng: number, size = 1) => ({
    ...{ operation: 'op', kind: 'segment' as const, letter: 'B', name: 'B', minimum: 0, poa: null },
    ...{ slots: [{}], meeting: { at: { lat: 43.205, lng: 76.905 }, time: null } },
    ring: [
      { lat: 43.202, lng },
      { lat: 43.202, lng: lng + 0.006 * size },
      { lat: 43.206, lng: lng + 0.006 * size },
      { lat: 43.206, lng },
    ],
  })
  const shared = (body: ReturnType<typeof east>) => search().when(PlanPlace, body)
  // The first ends at 76.908: beside it, and 4 % over it.
  shared(east(76.908, 0.3)).thenTypes('PlacePlanned')
  shared(east(76.90776, 0.3)).then({ code: 'search.segments-overlap' })
  shared(east(76.90794, 0.3)).thenTypes('PlacePlanned')
  shared(east(76.9065, 0.5)).then({
    code: 'search.segments-overlap',
    params: { letter: 'B', other: 'F', percent: 50 },
  })
  // Inside the other, and around it: the smaller one is shared whole.
  shared(east(76.904, 0.2)).then({ code: 'search.segments-overlap', params: { percent: 100 } })
  const story = shared(east(76.908, 0.3))
  const { id } = [...story.board.place.values()].find(({ letter }) => letter === 'B') as { id: string }
  const { operation: _, ...body } = east(76.907, 0.3)
  story.when(ChangePlace, { place: id, ...body }).then({ code: 'search.segments-overlap' })
  story.when(ChangePlace, { place: id, ...body, ring: east(76.9081, 0.3).ring }).thenTypes('PlaceChanged')
  const at = ring[0] as { lat: number; lng: number }
  const drawn = (letter: string, of: typeof ring) => ({
    ...{ kind: 'segment' as const, letter, name: letter, slots: [], minimum: 0, poa: null },
    ...{ ring: of, meeting: { at, time: null } },
  })
  given()
    .when(operationDeciders.OpenOperation, {
      ...{ kind: 'search', title: 'Gorge', region: 'almaty/bostandyq' },
      window: { from: noon, to: noon + 60 * MINUTE },
      perimeter: squareRing(at, 3_000),
      places: [drawn('F', ring), drawn('G', east(76.9065, 0.5).ring)],
    })
    .then({ code: 'search.segments-overlap', params: { letter: 'G', other: 'F' } })
  // Who only renames it is not asked.
  story
    .when(ChangePlace, { place: 'post', ...body, ring, letter: 'F', name: 'Ice' })
    .thenTypes('PlaceChanged')
})

test('ATTACK-111 a segment that was swept keeps its outline and stays, until its sweeps are taken back; its name may change', () => {
  const body = {
    ...{ place: 'post', kind: 'segment' as const, letter: 'F', name: 'Ice', minimum: 0, poa: 0.4 },
    ...{ ring, slots: [{}], meeting: { at: ring[0] as { lat: number; lng: number }, time: null } },
  }
  const width = search().board.operation.get('op')?.search?.sweepWidth.metres ?? 0
  const measured = {
    ...{ trackMetres: 1_000, area: 1e6, searchers: ['a1'], coverage: width / 1_000, pod: width / 2_000 },
    cells: { metres: 10, holes: 0 },
  }
  const swept = search().when(
    searchDeciders.RecordSearch,
    { place: 'post', from: noon, to: noon + MINUTE },
    { now: noon + MINUTE, measured },
  )
  swept
    .when(ChangePlace, { ...body, ring: ring.slice(0, 3) })
    .then({ code: 'search.swept-shape', params: { letter: 'F' } })
    .when(RemovePlace, { place: 'post' })
    .then({ code: 'search.swept-stays', params: { letter: 'F' } })
    .when(ChangePlace, body)
    .thenTypes('PlaceChanged')
  expect(searchState(swept.board.place.values()).opos).toBeCloseTo(0.4 * measured.pod, 9)
  swept
    .when(searchDeciders.UndoSearch, { place: 'post' })
    .when(ChangePlace, { ...body, ring: ring.slice(0, 3) })
    .thenTypes('PlaceChanged')
    .when(RemovePlace, { place: 'post' })
    .thenTypes('PlaceRemoved')
})
