import { expect, test } from 'vitest'
import { squareRing } from '../../../../shared/geo/ring-shapes.ts'
import { consensusDeciders } from '../../../../shared/search/priors/decide-consensus.ts'
import type { ConsensusMethod } from '../../../../shared/search-theory/consensus.ts'
import { factsOf, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { operation, planned } from '../../../kit/past.ts'

const { OpenConsensus, GiveSheet, CloseConsensus, DropConsensus } = consensusDeciders
const ring = squareRing({ lat: 43.205, lng: 76.905 }, 100)
const segment = (letter: string) => ({ kind: 'segment' as const, ring, letter })
const search = () => given(...operation('search', segment('G')), planned('f', segment('F')))
const ana = { by: { kind: 'staff' as const, id: 'ana' } }
const ben = { by: { kind: 'staff' as const, id: 'ben' } }

function opened(method: ConsensusMethod = 'mattson', row: number | null = null) {
  const past = search().when(OpenConsensus, { operation: 'op', method, row })
  const [consensus = ''] = past.board.consensus.keys()
  return { past, consensus }
}

test('CONS-202 a consensus holds the segments as they were when it was opened, in the order of their letters; one at a time', () => {
  const { past, consensus } = opened()
  expect(past.board.consensus.get(consensus)).toMatchObject({
    places: ['f', 'post'],
    row: null,
    closedAt: null,
  })
  past
    .when(OpenConsensus, { operation: 'op', method: 'mattson', row: null })
    .then({ code: 'search.consensus-running' })
  past.when(DropConsensus, { consensus }).thenTypes('ConsensusDropped')
  past.when(OpenConsensus, { operation: 'op', method: 'mattson', row: null }).thenTypes('ConsensusOpened')
})

test('CONS-202 it needs two segments, and the proportional way what is outside', () => {
  given(...operation('search', segment('G')))
    .when(OpenConsensus, { operation: 'op', method: 'mattson', row: null })
    .then({ code: 'search.consensus-segments' })
  for (const row of [null, -0.1, 1, Number.NaN])
    search()
      .when(OpenConsensus, { operation: 'op', method: 'proportional', row })
      .then({ code: 'search.consensus-row' })
})

test.each([
  ['mattson', [50, 30], 'search.sheet-lines'],
  ['mattson', [50, 30, 19], 'search.sheet-points'],
  ['mattson', [70, 30, 0], 'search.sheet-positive'],
  ['mattson', [120, -40, 20], 'search.sheet-positive'],
  ['mattson', [50, 30, Number.NaN], 'search.sheet-numbers'],
  ['mattson', ['A', 'B', 'C'], 'search.sheet-numbers'],
  ['o-connor', ['A', 'B'], 'search.sheet-lines'],
  ['o-connor', ['A', 'B', 'J'], 'search.sheet-letters'],
  ['o-connor', [1, 2, 3], 'search.sheet-letters'],
  ['proportional', [5, 0], 'search.sheet-positive'],
  ['proportional', [5, 1, 1], 'search.sheet-lines'],
] as const)('CONS-203 a sheet of the way %s is refused: %j', (method, values, code) => {
  const { past, consensus } = opened(method, 0.15)
  past.when(GiveSheet, { consensus, values: [...values] as number[] }, ana).then({ code })
})

test('CONS-204 that a sheet is in is told apart from its numbers', () => {
  const { past, consensus } = opened()
  const { decision } = past.when(GiveSheet, { consensus, values: [50, 30, 20] }, ana)
  const [sheet, counted] = factsOf(decision)
  expect(sheet).toMatchObject({ type: 'SheetGiven', keys: [expect.stringMatching(/^sheet:/)] })
  expect(counted).toMatchObject({ type: 'SheetCounted', keys: [`consensus:${consensus}`] })
  expect(JSON.stringify(counted)).not.toContain('50')
})

test('CONS-205 a second sheet of the same account replaces the first', () => {
  const { past, consensus } = opened()
  past
    .when(GiveSheet, { consensus, values: [50, 30, 20] }, ana)
    .when(GiveSheet, { consensus, values: [10, 10, 80] }, ana)
  expect([...past.board.sheet.values()]).toMatchObject([{ by: 'ana', values: [10, 10, 80] }])
  expect(past.board.consensus.get(consensus)?.sheets).toHaveLength(1)
})

test('CONS-206 a paper is typed in for a person whose name only the vault has; nobody else replaces it', () => {
  const { past, consensus } = opened()
  const paper = { consensus, values: [50, 30, 20], person: 'Forester Ivanov' }
  const { decision } = past.when(GiveSheet, paper, ana)
  expect(JSON.stringify(factsOf(decision))).not.toContain('Ivanov')
  expect(decision).toMatchObject({ secrets: [{ fields: { text: 'Forester Ivanov' } }] })
  const [sheet = ''] = past.board.sheet.keys()
  // Her own sheet beside it, and a second paper.
  past.when(GiveSheet, { consensus, values: [20, 30, 50] }, ana).when(GiveSheet, paper, ana)
  expect(past.board.consensus.get(consensus)?.sheets).toHaveLength(3)
  past.when(GiveSheet, { ...paper, sheet }, ben).then({ code: 'search.sheet-not-yours' })
  past.when(GiveSheet, { ...paper, values: [1, 1, 98], sheet }, ana).thenTypes('SheetGiven', 'SheetCounted')
  expect(past.board.sheet.get(sheet)?.values).toEqual([1, 1, 98])
  expect(past.board.consensus.get(consensus)?.sheets).toHaveLength(3)
})

test('CONS-207 closing opens the sheets with the result and its spread, and nothing changes after it', () => {
  const { past, consensus } = opened()
  past
    .when(GiveSheet, { consensus, values: [50, 30, 20] }, ana)
    .when(CloseConsensus, { consensus })
    .then({ code: 'search.consensus-few' })
    .when(GiveSheet, { consensus, values: [30, 30, 40] }, ben)
    .when(CloseConsensus, { consensus }, { now: noon + MINUTE })
  const [closed] = factsOf(past.decision)
  expect(closed?.keys.filter((one) => one.startsWith('sheet:'))).toHaveLength(2)
  expect(past.board.consensus.get(consensus)).toMatchObject({
    closedAt: noon + MINUTE,
    result: {
      ...{ poa: [0.4, 0.3], row: expect.closeTo(0.3, 12) },
      ...{ least: [0.3, 0.3, 0.2], most: [0.5, 0.3, 0.4] },
    },
  })
  past.when(GiveSheet, { consensus, values: [50, 30, 20] }, ana).then({ code: 'search.consensus-closed' })
  past.when(CloseConsensus, { consensus }).then({ code: 'search.consensus-closed' })
  past.when(DropConsensus, { consensus }).then({ code: 'search.consensus-closed' })
})
