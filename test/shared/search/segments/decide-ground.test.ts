import { expect, test } from 'vitest'
import { groundDeciders } from '../../../../shared/search/segments/decide-ground.ts'
import { factsOf, given } from '../../../kit/given-when-then.ts'
import { operation, square } from '../../../kit/past.ts'

const { AddSearchLines, DropSearchLine, MarkHazard, ClearHazard } = groundDeciders
const search = () => given(...operation('search', { kind: 'segment', letter: 'F', ring: square, poa: 0.2 }))
const path = square.slice(0, 2)
const lines = (count: number, points = 2) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ kind: 'road' as const, name: '' },
    path: Array.from({ length: points }, (_, k) => ({ lat: 43.2 + i / 1e4, lng: 76.9 + k / 1e5 })),
  }))

test('SEG-220 roads and streams stay on the operation, once each, and are taken off one by one', () => {
  const story = search().when(AddSearchLines, {
    operation: 'op',
    lines: [{ kind: 'stream', name: 'Есентай', path }],
  })
  const known = story.board.operation.get('op')?.search?.lines ?? []
  expect(known).toEqual([{ id: 'new-1', kind: 'stream', name: 'Есентай', path }])
  story
    .when(AddSearchLines, { operation: 'op', lines: [{ kind: 'road', name: 'again', path }] })
    .then({ code: 'search.lines-known' })
  story.when(DropSearchLine, { operation: 'op', line: 'new-1' }).thenTypes('SearchLineDropped')
  expect(story.board.operation.get('op')?.search?.lines).toEqual([])
  story.when(DropSearchLine, { operation: 'op', line: 'new-1' }).then([])
})

test('SEG-220 a search holds at most 60 lines of 6,000 points', () => {
  search()
    .when(AddSearchLines, { operation: 'op', lines: lines(61) })
    .then({ code: 'search.too-many-lines', params: { limit: 60 } })
  search()
    .when(AddSearchLines, { operation: 'op', lines: lines(21, 300) })
    .then({ code: 'search.lines-too-long', params: { points: 6300, limit: 6000 } })
  given(...operation('patrol'))
    .when(AddSearchLines, { operation: 'op', lines: lines(1) })
    .then({ code: 'search.not-a-search' })
})

test('SEG-221 a hazard is a point, line or area with its kind; its words lie in the vault', () => {
  const body = { operation: 'op', kind: 'cliff' as const, shape: 'line' as const, path, words: 'ten metres' }
  const story = search().when(MarkHazard, body).thenTypes('HazardMarked')
  expect(JSON.stringify(factsOf(story.decision))).not.toContain('metres')
  expect(story.decision).toMatchObject({ secrets: [{ fields: { text: 'ten metres' } }] })
  const [hazard] = story.board.operation.get('op')?.search?.hazards ?? []
  expect(hazard).toMatchObject({ kind: 'cliff', shape: 'line', path, by: 'officer' })
  story.when(ClearHazard, { operation: 'op', hazard: hazard?.id ?? '' }).thenTypes('HazardCleared')
  expect(story.board.operation.get('op')?.search?.hazards).toEqual([])
})

test.each([
  ['an area of two points', { shape: 'area' as const }, 'search.hazard-points'],
  ['a line of one point', { path: path.slice(0, 1) }, 'search.hazard-points'],
  [
    'an area that crosses itself',
    { shape: 'area' as const, path: [0, 2, 1, 3].map((i) => square[i]) },
    'ring.self-crossing',
  ],
  ['another hazard without a word', { kind: 'other' as const }, 'search.hazard-words'],
])('SEG-221 a hazard is refused: %s', (_, part, code) => {
  const body = { operation: 'op', kind: 'ice' as const, shape: 'line' as const, path, words: null }
  search()
    .when(MarkHazard, { ...body, ...part } as typeof body)
    .then({ code })
})

test('PAPER-200 copies of a paper are counted one by one, by segment, also when the search is over', () => {
  const print = { operation: 'op', paper: 'team' as const, about: 'post', upTo: 2 }
  const story = search().when(groundDeciders.PrintPaper, print).thenTypes('PaperPrinted')
  expect(factsOf(story.decision)[0]?.data).toMatchObject({ copy: 1, upTo: 2 })
  story.when(groundDeciders.PrintPaper, { ...print, upTo: 999 })
  // Nobody has seen more of the record than there is.
  expect(factsOf(story.decision)[0]?.data).toMatchObject({ copy: 2, upTo: 3 })
  story.when(groundDeciders.PrintPaper, { ...print, about: 'other' })
  expect(story.decision).toMatchObject({ result: { copy: 1 } })
  given(...operation('patrol'))
    .when(groundDeciders.PrintPaper, print)
    .then({ code: 'search.not-a-search' })
})
