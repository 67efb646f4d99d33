import { expect, test } from 'vitest'
import { searchDeciders } from '../../../../shared/search/decide.ts'
import { trackDeciders } from '../../../../shared/search/segments/decide-track.ts'
import { factsOf, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { operation, planned } from '../../../kit/past.ts'

const { CreditTrack, DropTrack } = trackDeciders
const search = () => given(...operation('search', { kind: 'segment', letter: 'F', poa: 0.2 }))
const track = `gpx-${'a'.repeat(40)}`
const body = { place: 'post', track, who: 'Neighbour', from: noon, to: noon + 10 * MINUTE }
const later = { now: noon + 30 * MINUTE }
const measured = {
  ...{ trackMetres: 600, area: 60_000, searchers: [track], coverage: 0.2, pod: 0.1 },
  cells: { metres: 10, holes: 0 },
}
const record = { place: 'post', from: noon, to: noon + 20 * MINUTE }

test('SRCH-53 a track is credited once in a search, with its times, and who walked it is sealed', () => {
  const credited = search().when(CreditTrack, body, later).thenTypes('TrackCredited')
  expect(credited.decision).toMatchObject({ secrets: [{ fields: { text: 'Neighbour' } }] })
  expect(JSON.stringify(factsOf(credited.decision))).not.toContain('Neighbour')
  expect(credited.board.operation.get('op')?.search?.tracks).toMatchObject([
    { id: track, place: 'post', from: noon },
  ])
  credited.when(CreditTrack, body, later).then({ code: 'search.track-twice', params: { letter: 'F' } })
})

test.each([
  ['backwards', { from: noon + MINUTE, to: noon }, 'search.track-times'],
  ['without length', { from: noon, to: noon }, 'search.track-times'],
  ['in the future', { to: noon + 40 * MINUTE }, 'search.track-times'],
  ['before the search', { from: noon - 2 * MINUTE, to: noon - MINUTE }, 'search.track-too-old'],
  ['of another place', { place: 'gate' }, 'search.not-a-segment'],
])('SRCH-53 a track is refused: %s', (_, part, code) => {
  given(...operation('search', { kind: 'segment', letter: 'F' }), planned('gate'))
    .when(CreditTrack, { ...body, ...part }, later)
    .then({ code })
})

test('SRCH-53 a track of a time that a recorded sweep has counted would be lost, so it is refused', () => {
  search()
    .when(searchDeciders.RecordSearch, record, { ...later, measured })
    .when(CreditTrack, body, later)
    .then({ code: 'search.track-before-sweep' })
})

test('SRCH-54 a track is taken away again, unless a recorded sweep rests on it', () => {
  const credited = search().when(CreditTrack, body, later)
  const dropped = credited.when(DropTrack, { operation: 'op', track }).thenTypes('TrackDropped')
  expect(dropped.board.operation.get('op')?.search?.tracks).toEqual([])
  dropped.when(DropTrack, { operation: 'op', track }).then({ code: 'search.track-unknown' })
  search()
    .when(CreditTrack, body, later)
    .when(searchDeciders.RecordSearch, record, { ...later, measured })
    .when(DropTrack, { operation: 'op', track })
    .then({ code: 'search.track-recorded' })
})
