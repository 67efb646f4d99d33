import { describe, expect, test } from 'vitest'
import { searchDeciders } from '../../../../shared/search/decide.ts'
import { searchState } from '../../../../shared/search/state.ts'
import { debriefCommands } from '../../../../shared/search/sweep/debrief-commands.ts'
import type { SaidOfSweep } from '../../../../shared/search/sweep/debrief-types.ts'
import { debriefDeciders } from '../../../../shared/search/sweep/decide-debrief.ts'
import { factsOf, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { operation, square } from '../../../kit/past.ts'

const { DebriefSearch, UndoDebrief, SetTeamKind } = debriefDeciders
const { RecordSearch, UndoSearch } = searchDeciders
const measured = {
  trackMetres: 12_000,
  area: 600_000,
  searchers: ['a1', 'a2'],
  coverage: 0.4,
  pod: 0.3,
  cells: { metres: 10, holes: 4_800 },
}
const corrected = {
  sweepWidth: 12,
  trackMetres: 12_000,
  coverage: 0.24,
  pod: 0.2,
  podAssumed: 0.25,
  left: [],
}
const said: SaidOfSweep = {
  ...{ spacing: 20, light: 'dusk', terrain: 'dense', missed: null, others: null },
  width: { by: 'visibility', visibility: 'low' },
}
const swept = () =>
  given(...operation('search', { kind: 'segment', letter: 'F', poa: 0.4, ring: square })).when(
    RecordSearch,
    { place: 'post', from: noon - 60 * MINUTE, to: noon },
    { measured },
  )
const body = { place: 'post', sweep: noon, said, words: null }
const podOf = (board: ReturnType<typeof swept>['board']) => searchState(board.place.values()).segments[0]?.pod

describe('a debriefing', () => {
  test('DEBRIEF-210 what was reckoned from it counts in place of the measured POD, which stays beside it', () => {
    const { board } = swept()
      .when(DebriefSearch, body, { measured: corrected, now: noon + MINUTE })
      .thenTypes('SearchDebriefed')
    const [sweep] = board.place.get('post')?.searches ?? []
    expect(sweep).toMatchObject({ pod: 0.3, coverage: 0.4, debrief: { ...corrected, said, by: 'officer' } })
    expect(podOf(board)).toBeCloseTo(0.2, 12)
  })

  test('DEBRIEF-211 it is undone only by a new event, and the measured POD counts again', () => {
    const undone = swept()
      .when(UndoDebrief, { place: 'post', sweep: noon })
      .then({ code: 'search.not-debriefed' })
      .when(DebriefSearch, body, { measured: corrected })
      .when(UndoDebrief, { place: 'post', sweep: noon })
      .thenTypes('SearchDebriefUndone')
    expect(podOf(undone.board)).toBeCloseTo(0.3, 12)
    undone.when(DebriefSearch, { ...body, sweep: noon - 1 }, { measured: corrected }).then({
      code: 'search.sweep-unknown',
    })
  })

  test('DEBRIEF-212 what the team said in words is sealed', () => {
    const { decision } = swept().when(
      DebriefSearch,
      { ...body, words: 'Fog over the creek' },
      { measured: corrected },
    )
    expect(decision).toMatchObject({ secrets: [{ fields: { text: 'Fog over the creek' } }] })
    expect(JSON.stringify(factsOf(decision))).not.toContain('Fog')
  })

  test.each([
    ['a spacing of 0', { spacing: 0 }, 'search.debrief-spacing'],
    ['a negative share', { missed: { share: -0.1 } }, 'search.debrief-share'],
    ['more than all', { missed: { share: 1.2 } }, 'search.debrief-share'],
    [
      'more area than the segment',
      { missed: { ring: square.map(({ lat, lng }) => ({ lat: 43.2 + 2 * (lat - 43.2), lng })) } },
      'search.debrief-area',
    ],
    [
      'another part of the country',
      { missed: { ring: square.map(({ lat, lng }) => ({ lat, lng: lng - 3 })) } },
      'search.debrief-elsewhere',
    ],
    [
      'an outline that crosses itself',
      { missed: { ring: [square[0], square[2], square[1], square[3]] } },
      'search.debrief-crossing',
    ],
    ['nobody', { others: { people: 0, metres: 100, confirmed: true } }, 'search.debrief-people'],
    ['a negative way', { others: { people: 1, metres: -5, confirmed: true } }, 'search.debrief-metres'],
    [
      'faster than anybody searches',
      { others: { people: 1, metres: 7_100, confirmed: true } },
      'search.debrief-metres',
    ],
  ])('DEBRIEF-213 what cannot have been so is refused with a sentence: %s', (_, change, code) => {
    const typed = { ...body, said: { ...said, ...change } as SaidOfSweep }
    expect(debriefCommands.DebriefSearch.safeParse(typed).success).toBe(true)
    swept().when(DebriefSearch, typed, { measured: corrected }).then({ code })
  })

  test.each([
    ['nothing', undefined],
    ['a POD over 1', { ...corrected, pod: 1.1, podAssumed: 1.2 }],
    ['a negative POD', { ...corrected, pod: -0.1 }],
    ['less with the assumed ways than without', { ...corrected, podAssumed: 0.1 }],
  ])('DEBRIEF-214 numbers that no sweep has are not recorded: %s', (_, measured) => {
    swept().when(DebriefSearch, body, { measured }).then({ code: 'search.not-measured' })
  })
})

describe('the order of sweeps', () => {
  const second = (given: ReturnType<typeof swept>, podLeft?: number) =>
    given.when(
      RecordSearch,
      { place: 'post', from: noon, to: noon + 30 * MINUTE },
      { measured: { ...measured, ...(podLeft !== undefined && { podLeft }) }, now: noon + 30 * MINUTE },
    )

  test('DEBRIEF-215 a later sweep counts by what the earlier ones had left, beside its mean over the area', () => {
    const { board } = second(swept(), 0.45)
    expect(board.place.get('post')?.searches[1]).toMatchObject({ pod: 0.45, podOfArea: 0.3 })
    expect(podOf(board)).toBeCloseTo(1 - 0.7 * 0.55, 12)
  })

  test('DEBRIEF-216 an earlier sweep is not undone before the later ones, with a sentence', () => {
    second(swept())
      .when(UndoSearch, { place: 'post', sweep: noon })
      .then({ code: 'search.undo-last-first' })
      .when(UndoSearch, { place: 'post', sweep: 5 })
      .then({ code: 'search.sweep-unknown' })
      .when(UndoSearch, { place: 'post', sweep: noon + 30 * MINUTE })
      .thenTypes('SegmentSearchUndone')
      .when(UndoSearch, { place: 'post', sweep: noon })
      .thenTypes('SegmentSearchUndone')
      .when(UndoSearch, { place: 'post' })
      .then({ code: 'search.nothing-to-undo' })
  })
})

test('ALLOC-226 how a kind of team searches is the search’s own, with its source, and can go back to the assumption', () => {
  const numbers = { width: 80, speed: 3, source: 'estimate' as const }
  const set = given(...operation('search'))
    .when(SetTeamKind, { operation: 'op', kind: 'dog', numbers })
    .thenTypes('TeamKindSet')
    .when(SetTeamKind, { operation: 'op', kind: 'dog', numbers })
    .then([])
  expect(set.board.operation.get('op')?.search?.kinds).toEqual({ dog: numbers })
  set.when(SetTeamKind, { operation: 'op', kind: 'dog', numbers: null }).thenTypes('TeamKindSet')
  expect(set.board.operation.get('op')?.search?.kinds).toEqual({})
  given(...operation('patrol'))
    .when(SetTeamKind, { operation: 'op', kind: 'dog', numbers })
    .then({ code: 'search.not-a-search' })
})
