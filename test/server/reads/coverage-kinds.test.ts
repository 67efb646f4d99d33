import { expect, test } from 'vitest'
import { coverageOf, measureSegment } from '../../../server/reads/coverage.ts'
import { squareRing } from '../../../shared/geo/ring-shapes.ts'
import { type MeasuredSearch, searchDeciders } from '../../../shared/search/decide.ts'
import { debriefDeciders } from '../../../shared/search/sweep/decide-debrief.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'
import { operation, registered, registeredUnit, sent } from '../../kit/past.ts'

const centre = { lat: 43.205, lng: 76.905 }
const ring = squareRing(centre, 400)
const point = (east: number, north: number) => ({
  lat: centre.lat + north / 111_195,
  lng: centre.lng + east / (111_195 * Math.cos((centre.lat * Math.PI) / 180)),
})
/** Through the segment from south to north, a fix every five seconds. */
const walk = (east: number, metresPerSecond: number) =>
  Array.from({ length: Math.ceil(400 / metresPerSecond / 5) }, (_, i) => ({
    ...{ at: noon + MINUTE + i * 5_000, accuracy: 3 },
    ...point(east, i * 5 * metresPerSecond - 200),
  }))
const end = noon + 60 * MINUTE
const later = { now: end }
const body = { place: 'post', from: noon + MINUTE, to: end }

/** Somebody on foot, and who handles a dog and goes 11 km/h. */
const ways: Record<string, ReturnType<typeof walk>> = { a1: walk(-50, 1), a2: walk(50, 3) }
const read = async (who: string, from: number, to: number) =>
  (ways[who] ?? []).filter(({ at }) => from <= at && at <= to)
const searched = (skills: string[]) => {
  const handler = registered('a2')
  return given(
    registeredUnit('unit'),
    registered('a1'),
    { ...handler, data: { ...(handler.data as object), skills } },
    ...operation('search', { kind: 'segment', letter: 'F', ring, poa: 0.2 }),
    sent(['a1', 'a2']),
  )
}
const dogAt = (width: number | null) =>
  searched(['dog-handler']).when(debriefDeciders.SetTeamKind, {
    ...{ operation: 'op', kind: 'dog' },
    numbers: { width, speed: 4, source: 'estimate' },
  })

test('ATTACK-107 who handles a dog is measured at its pace and with its width, and who walks beside it on foot', async () => {
  const [onFoot] = await coverageOf(searched([]).board, read, 'op', end)
  expect(onFoot?.searchers.map(({ assistant }) => assistant)).toEqual(['a1'])
  expect(onFoot?.byKind).toBeUndefined()

  const [segment] = await coverageOf(dogAt(60).board, read, 'op', end)
  const [foot, dog] = segment?.searchers ?? []
  expect(dog?.metres).toBeGreaterThan(350)
  expect(segment?.byKind).toEqual([
    { kind: 'dog', sweepWidth: 60, trackMetres: dog?.metres, searchers: ['a2'] },
  ])
  const swept = (segment?.sweepWidth.metres ?? 0) * (foot?.metres ?? 0) + 60 * (dog?.metres ?? 0)
  expect(segment?.coverage).toBeCloseTo(swept / (segment?.area ?? 1), 9)
})

test('ATTACK-108 a recorded sweep keeps who searched as what; another width than the search’s is refused', async () => {
  const scenario = dogAt(60)
  const command = { type: 'RecordSearch' as const, body }
  const measured = (await measureSegment(scenario.board, read, command)) as MeasuredSearch
  const wider = measured.byKind?.map((one) => ({ ...one, sweepWidth: 80 }))
  scenario
    .when(searchDeciders.RecordSearch, body, { ...later, measured: { ...measured, byKind: wider } })
    .then({ code: 'search.not-measured' })
    .when(searchDeciders.RecordSearch, body, { ...later, measured })
    .thenTypes('SegmentSearched')
  expect(scenario.board.place.get('post')?.searches[0]?.byKind).toEqual(measured.byKind)
})

test('ATTACK-109 a debriefing changes what people saw, not what the dog found by its own width', async () => {
  const scenario = dogAt(60)
  const measured = await measureSegment(scenario.board, read, { type: 'RecordSearch', body })
  scenario.when(searchDeciders.RecordSearch, body, { ...later, measured })
  const sweep = scenario.board.place.get('post')?.searches[0]
  const debrief = (width: { by: 'planned' } | { by: 'visibility'; visibility: 'low' }) =>
    measureSegment(scenario.board, read, {
      type: 'DebriefSearch',
      body: {
        ...{ place: 'post', sweep: sweep?.at ?? 0, words: null },
        said: { spacing: null, light: 'day', terrain: 'open', width, missed: null, others: null },
      },
    })
  const planned = await debrief({ by: 'planned' })
  expect(planned).toMatchObject({ coverage: sweep?.coverage, pod: sweep?.pod })
  const low = await debrief({ by: 'visibility', visibility: 'low' })
  const [dog] = sweep?.byKind ?? []
  const ofDog = ((dog?.sweepWidth ?? 0) * (dog?.trackMetres ?? 0)) / (sweep?.area ?? 1)
  const ofPeople = (sweep?.coverage ?? 0) - ofDog
  expect(low?.coverage).toBeCloseTo(ofDog + ofPeople * (1.1 / 1.8), 6)
})

test('ATTACK-106 measuring a large search leaves turns to everybody else, and desks that ask at once are answered by one', async () => {
  const { board } = searched([])
  const place = board.place.get('post')
  if (!place) throw new Error('not there')
  for (let i = 0; i < 60; i++) board.place.set(`more-${i}`, { ...place, id: `more-${i}` })
  let reads = 0
  const counted: typeof read = (...asked) => {
    reads++
    return read(...asked)
  }
  let turns = 0
  const turn = () => {
    turns++
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  const asked = [1, 2, 3].map(() => coverageOf(board, counted, 'op', end))
  const answers = await Promise.all(asked)
  clearImmediate(next)
  expect(answers[0]).toHaveLength(61)
  expect(answers[2]).toBe(answers[0])
  expect(reads).toBe(2)
  expect(turns).toBeGreaterThan(2)
})
