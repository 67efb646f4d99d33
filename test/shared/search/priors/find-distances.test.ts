import { expect, test } from 'vitest'
import { isRefusal } from '../../../../shared/kernel/refusal.ts'
import { distanceDeciders } from '../../../../shared/search/priors/decide-distances.ts'
import { rowProblem, rowsOf, tableOf } from '../../../../shared/search/priors/find-distances.ts'
import { readDistances } from '../../../../shared/search/priors/find-distances-csv.ts'
import { factsOf, given } from '../../../kit/given-when-then.ts'
import { operation } from '../../../kit/past.ts'

const { ChangeFindDistances, ChooseRings } = distanceDeciders
const region = 'almaty/bostandyq'
const row = {
  ...{ category: 'hiker', terrain: 'dry-flat', source: 'Somebody, 2020' },
  within: [
    { share: 0.25, metres: 1287 },
    { share: 0.5, metres: 2092 },
  ],
}
const search = () => given(...operation('search'))

test('RINGS-203 what is shipped has its sources, none from Kazakhstan, and passes its own rules', () => {
  const rows = rowsOf(undefined)
  expect(rows.map(({ category, terrain }) => [category, terrain])).toEqual([
    ['dementia', 'any'],
    ['hiker', 'temperate-flat'],
  ])
  for (const one of rows) {
    expect(rowProblem(one)).toBeNull()
    expect(one.source).not.toBe('')
    expect(one.kazakhstan).toBeUndefined()
  }
})

test.each([
  ['without a source', { source: ' ' }, 'search.distances-source'],
  ['without a category', { category: ' ' }, 'search.distances-category'],
  ['without a terrain', { terrain: ' ' }, 'search.distances-terrain'],
  ['one ring', { within: row.within.slice(1) }, 'search.distances-few'],
  [
    'a ring inside the one before',
    { within: [row.within[0], { share: 0.5, metres: 900 }] },
    'search.distances-ascend',
  ],
  [
    'a share below the one before',
    { within: [row.within[0], { share: 0.2, metres: 2092 }] },
    'search.distances-shares-ascend',
  ],
  ['no distance', { within: [{ share: 0.25, metres: 0 }, row.within[1]] }, 'search.distances-positive'],
  [
    'no number',
    { within: [{ share: 0.25, metres: Number.NaN }, row.within[1]] },
    'search.distances-positive',
  ],
  ['all of them', { within: [row.within[0], { share: 1, metres: 2092 }] }, 'search.distances-share'],
])('RINGS-204 a row is refused with its number: %s', (_, part, code) => {
  const wrong = { ...row, terrain: 'urban', ...part } as typeof row
  given()
    .when(ChangeFindDistances, { region, rows: [row, wrong] })
    .then({ code, params: { row: 2 } })
})

test('RINGS-204 the same category and terrain stand once', () => {
  given()
    .when(ChangeFindDistances, { region, rows: [row, row] })
    .then({ code: 'search.distances-twice', params: { row: 2 } })
})

test('RINGS-205 a region keeps its own table, its districts go by it; the same again changes nothing', () => {
  const { board } = given()
    .when(ChangeFindDistances, { region: 'almaty', rows: [row] })
    .thenTypes('FindDistancesChanged')
    .when(ChangeFindDistances, { region: 'almaty', rows: [row] })
    .thenTypes()
    .when(ChangeFindDistances, { region, rows: [row] })
    .thenTypes()
  for (const one of ['almaty', region]) expect(rowsOf(tableOf(board.distances, one))).toEqual([row])
  for (const other of ['astana', 'almaty-oblast', 'alma'])
    expect(rowsOf(tableOf(board.distances, other))).toEqual(rowsOf(undefined))
  given()
    .when(ChangeFindDistances, { region, rows: [...rowsOf(undefined)] })
    .thenTypes()
})

test('RINGS-205 a district’s own table goes before its city’s, and that of an older log before the shipped one', () => {
  const [own, city] = ['The district, 2026', 'The city, 2026'].map((source) => ({ ...row, source }))
  if (!own || !city) throw new Error('no rows')
  const { board } = given({
    ...{ type: 'FindDistancesChanged', keys: ['distances:table'], data: { rows: [row] } },
  })
    .when(ChangeFindDistances, { region, rows: [own] })
    .when(ChangeFindDistances, { region: 'almaty', rows: [city] })
  expect(rowsOf(tableOf(board.distances, region))).toEqual([own])
  expect(rowsOf(tableOf(board.distances, 'almaty/medeu'))).toEqual([city])
  expect(rowsOf(tableOf(board.distances, 'astana'))).toEqual([row])
})

test('RINGS-206 a search chooses from the table of its own region', () => {
  const own = { ...row, category: 'gatherer' }
  const where = search().board.operation.get('op')?.region ?? ''
  const chosen = { operation: 'op', category: 'gatherer', terrain: row.terrain }
  search()
    .when(ChangeFindDistances, { region: where, rows: [own] })
    .when(ChooseRings, chosen)
    .thenTypes('RingsChosen')
  search()
    .when(ChangeFindDistances, { region: 'elsewhere', rows: [own] })
    .when(ChooseRings, chosen)
    .then({ code: 'search.distances-unknown' })
})

test('RINGS-206 the row that a search goes by is chosen, never taken by itself, and lies in the vault as it stood', () => {
  const chosen = search().when(ChooseRings, { operation: 'op', category: 'dementia', terrain: 'any' })
  expect(search().board.operation.get('op')?.search?.rings).toBeUndefined()
  expect(JSON.stringify(factsOf(chosen.decision))).not.toContain('dementia')
  expect(chosen.decision).toMatchObject({
    secrets: [{ fields: { text: expect.stringContaining('Grampian') } }],
  })
  expect(chosen.board.operation.get('op')?.search?.rings).toMatchObject({ digest: expect.any(String) })
  search()
    .when(ChooseRings, { operation: 'op', category: 'dementia', terrain: 'moon' })
    .then({ code: 'search.distances-unknown' })
})

test('RINGS-207 a file is read with the separators that tables have, headed in any of the three languages', () => {
  for (const text of [
    'category,terrain,25,50,75,95,source\nhiker,dry-flat,1.287,2.092,6.598,13.036,"Book, 2020"',
    'Категория;Местность;25 %;50 %;75 %;95 %;Источник\r\nhiker;dry-flat;1,287;2,092;6,598;13,036;Book, 2020\r\n',
    '\uFEFFсанат\tжер\t25\t50\t75\t95\tдереккөз\nhiker\tdry-flat\t1.287\t2.092\t6.598\t13.036\tBook, 2020',
  ]) {
    const read = readDistances(text)
    expect(read).toMatchObject({
      leftOut: [],
      rows: [
        {
          ...{ category: 'hiker', terrain: 'dry-flat', source: 'Book, 2020' },
          within: [
            { share: 0.25, metres: 1287 },
            { share: 0.5, metres: 2092 },
            { share: 0.75, metres: 6598 },
            { share: 0.95, metres: 13036 },
          ],
        },
      ],
    })
  }
})

test('RINGS-208 rows that are wrong are named with their line and reason, the others stand', () => {
  const read = readDistances(
    [
      'category,terrain,25,50,95,kazakhstan,source',
      'a,flat,1,2,3,yes,X',
      'b,flat,1,2,3,,',
      'c,flat,2,1,3,,X',
      'd,flat,1,far,3,,X',
      'e,flat,-1,2,3,,X',
      '',
      'a,flat,1,2,3,,X',
      'f,flat,1,,3,,X',
    ].join('\n'),
  )
  if (isRefusal(read)) throw new Error(read.code)
  expect(read.leftOut.map(({ line, refusal }) => [line, refusal.code])).toEqual([
    [3, 'search.distances-source'],
    [4, 'search.distances-ascend'],
    [5, 'search.distances-number'],
    [6, 'search.distances-positive'],
    [8, 'search.distances-twice-in-file'],
  ])
  expect(read.rows).toMatchObject([
    { category: 'a', kazakhstan: true },
    { category: 'f', within: [{ share: 0.25 }, { share: 0.95 }] },
  ])
  expect(readDistances('category,source,25\nx,y,1')).toMatchObject({ code: 'search.distances-head' })
})
