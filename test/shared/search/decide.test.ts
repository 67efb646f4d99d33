import { describe, expect, test } from 'vitest'
import { caseDeciders } from '../../../shared/search/case/decide-case.ts'
import { clueDeciders } from '../../../shared/search/case/decide-clues.ts'
import { searchCommands } from '../../../shared/search/commands.ts'
import { searchDeciders } from '../../../shared/search/decide.ts'
import { factsOf, given, MINUTE, noon } from '../../kit/given-when-then.ts'
import { operation, planned } from '../../kit/past.ts'

const { SetSweepWidth, RecordSearch, UndoSearch } = searchDeciders
const { SetSearchPoint, DescribeSubject } = caseDeciders
const { PlaceClue } = clueDeciders
const search = () => given(...operation('search', { kind: 'segment', letter: 'F', poa: 0.2 }))
const at = { lat: 43.2051, lng: 76.9052 }
const estimate = (metres: number) => ({ metres, source: 'estimate' as const })

describe('the plan', () => {
  test('SRCH-5 the IPP is set once and never moves, the LKP may; both are sealed', () => {
    const { decision } = search()
      .when(SetSearchPoint, { operation: 'op', point: 'lkp', at })
      .when(SetSearchPoint, { operation: 'op', point: 'lkp', at })
      .thenTypes('SearchPointSet')
      .when(SetSearchPoint, { operation: 'op', point: 'ipp', at })
    // Each point takes two ids: its mask and its name in the vault.
    expect(decision).toMatchObject({
      secrets: [{ of: 'new-6', fields: { text: JSON.stringify({ ...at, mask: 'new-5' }) } }],
    })
    expect(JSON.stringify(factsOf(decision))).not.toContain('43.2')
    search()
      .when(SetSearchPoint, { operation: 'op', point: 'ipp', at })
      .when(SetSearchPoint, { operation: 'op', point: 'ipp', at })
      .then({ code: 'search.ipp-fixed' })
  })

  test('SRCH-6 who is missed, and what was found, is sealed', () => {
    const described = search().when(DescribeSubject, { operation: 'op', text: 'A girl in a red hat' })
    expect(described.decision).toMatchObject({ secrets: [{ fields: { text: 'A girl in a red hat' } }] })
    expect(JSON.stringify(factsOf(described.decision))).not.toContain('red hat')
    const clue = search().when(PlaceClue, { operation: 'op', at, text: 'A glove' })
    expect(clue.decision).toMatchObject({
      secrets: [{ of: 'new-2', fields: { text: JSON.stringify({ ...at, text: 'A glove' }) } }],
      result: { clue: 'new-1' },
    })
    expect([...clue.board.clue.values()]).toMatchObject([{ id: 'new-1', number: 1, by: 'officer', at: noon }])
  })

  test.each([
    ['high', 45],
    ['medium', 40],
    ['low', 27.5],
  ] as const)(
    'SRCH-7 a tested width follows from its range of 25 m in %s visibility: %f m',
    (visibility, metres) => {
      const tested = { source: 'rd-test' as const, rd: 25, visibility }
      search()
        .when(SetSweepWidth, { operation: 'op', sweepWidth: { ...tested, metres } })
        .thenTypes('SweepWidthSet')
        .when(SetSweepWidth, { operation: 'op', sweepWidth: { ...tested, metres } })
        .then([])
        .when(SetSweepWidth, { operation: 'op', sweepWidth: { ...tested, metres: metres + 1 } })
        .then({ code: 'search.rd-mismatch', params: { metres } })
        .when(SetSweepWidth, { operation: 'op', sweepWidth: { metres, source: 'rd-test' } })
        .then({ code: 'search.rd-missing' })
        .when(SetSweepWidth, { operation: 'op', sweepWidth: estimate(33) })
        .thenTypes('SweepWidthSet')
    },
  )

  test('SEARCH-64 a width by a lateral range test follows from what was seen and missed', () => {
    const passed = [
      { distance: 0, seen: 4, missed: 0 },
      { distance: 20, seen: 1, missed: 3 },
    ]
    const tested = { source: 'lateral-range' as const, visibility: 'medium' as const, passed, metres: 25 }
    const more = passed.with(1, { distance: 20, seen: 2, missed: 6 })
    search()
      .when(SetSweepWidth, { operation: 'op', sweepWidth: tested })
      .thenTypes('SweepWidthSet')
      .when(SetSweepWidth, { operation: 'op', sweepWidth: structuredClone(tested) })
      .then([])
      .when(SetSweepWidth, { operation: 'op', sweepWidth: { ...tested, passed: more } })
      .thenTypes('SweepWidthSet')
      .when(SetSweepWidth, { operation: 'op', sweepWidth: { ...tested, metres: 26 } })
      .then({ code: 'search.lateral-mismatch', params: { metres: 25 } })
      .when(SetSweepWidth, { operation: 'op', sweepWidth: { metres: 25, source: 'lateral-range' } })
      .then({ code: 'search.lateral-missing' })
  })

  test('SEARCH-64 a distance at which nothing lay, and one distance alone, are no test', () => {
    const row = (seen: number) => ({ distance: 10, seen, missed: 0 })
    const read = (passed: object[]) =>
      searchCommands.SetSweepWidth.safeParse({
        operation: 'op',
        sweepWidth: { metres: 20, source: 'lateral-range', passed },
      }).success
    expect(read([row(1), row(2)])).toBe(true)
    expect(read([row(1), row(0)])).toBe(false)
    expect(read([row(1)])).toBe(false)
  })

  test('SRCH-8 only an open search has a plan', () => {
    given(...operation('patrol'))
      .when(SetSearchPoint, { operation: 'op', point: 'ipp', at })
      .then({ code: 'search.not-a-search' })
      .when(DescribeSubject, { operation: 'x', text: 'who' })
      .then({ code: 'operation.unknown' })
    given(...operation('search'), {
      type: 'OperationClosed',
      keys: ['operation:op'],
      data: { operation: 'op', outcome: 'located' },
    })
      .when(PlaceClue, { operation: 'op', at, text: 'A glove' })
      .then({ code: 'operation.closed' })
  })
})

describe('sweeps', () => {
  const body = { place: 'post', from: noon - 60 * MINUTE, to: noon }
  /** 20 m wide (nothing else was set), 12 km walked, 0.6 km². */
  const measured = {
    trackMetres: 12_000,
    area: 600_000,
    searchers: ['a1', 'a2'],
    coverage: 0.4,
    pod: 0.3,
    cells: { metres: 10, holes: 4_800 },
  }

  test('SRCH-9 a sweep is recorded as it was measured, with the width it was measured by', () => {
    const { board } = search().when(RecordSearch, body, { measured }).thenTypes('SegmentSearched')
    expect(board.place.get('post')?.searches).toEqual([
      { at: noon, from: body.from, to: noon, sweepWidth: estimate(20), ...measured },
    ])
  })

  test.each([
    ['nothing measured', undefined, 'search.not-measured'],
    ['a part missing', { ...measured, area: undefined }, 'search.not-measured'],
    ['another width used', { ...measured, coverage: 0.8 }, 'search.not-measured'],
    ['nobody walked there', { ...measured, trackMetres: 0, coverage: 0, pod: 0 }, 'search.no-track'],
  ])('SRCH-10 numbers that do not give their own coverage are not recorded: %s', (_, measured, code) => {
    search().when(RecordSearch, body, { measured }).then({ code })
  })

  test('SRCH-50 a sweep has the POD of its cells and its holes, and never more than the same way walked evenly', () => {
    const { board } = search().when(RecordSearch, body, { measured })
    expect(board.place.get('post')?.searches[0]).toMatchObject({
      pod: 0.3,
      cells: { metres: 10, holes: 4_800 },
    })
    search()
      .when(RecordSearch, body, { measured: { ...measured, pod: -Math.expm1(-0.4) } })
      .thenTypes('SegmentSearched')
    search()
      .when(RecordSearch, body, { measured: { ...measured, pod: 0.34 } })
      .then({ code: 'search.not-measured' })
  })

  test('SRCH-11 the same walk is not counted twice, and no time runs backwards or ahead', () => {
    search()
      .when(RecordSearch, body, { measured })
      .when(RecordSearch, body, { measured })
      .then({ code: 'search.overlap' })
      .when(RecordSearch, { ...body, from: noon, to: noon + 5 * MINUTE }, { measured })
      .then({ code: 'search.time-order' })
      .when(RecordSearch, { ...body, from: noon, to: noon }, { measured })
      .then({ code: 'search.time-order' })
      .when(RecordSearch, { ...body, from: noon, to: noon + 1 }, { measured })
      .thenTypes('SegmentSearched')
  })

  test('SRCH-12 the last sweep is taken back by a new event, one at a time', () => {
    const { board } = search()
      .when(RecordSearch, body, { measured })
      .when(RecordSearch, { ...body, from: noon, to: noon + 1 }, { measured })
      .when(UndoSearch, { place: 'post' })
      .then([
        {
          type: 'SegmentSearchUndone',
          keys: ['place:post'],
          data: { place: 'post', operation: 'op', at: noon + 1 },
        },
      ])
    expect(board.place.get('post')?.searches).toHaveLength(1)
    search().when(UndoSearch, { place: 'post' }).then({ code: 'search.nothing-to-undo' })
  })

  test('SRCH-13 only a segment is swept', () => {
    given(...operation('search'), planned('gate'))
      .when(RecordSearch, { ...body, place: 'gate' }, { measured })
      .then({ code: 'search.not-a-segment' })
      .when(UndoSearch, { place: 'x' })
      .then({ code: 'search.not-a-segment' })
  })
})
