import { expect, test } from 'vitest'
import {
  type PassedRow,
  passedOf,
  widthDraft,
  widthOf,
  withBlank,
} from '../../../../client/search/sweep/width-draft.ts'

const row = (distance: string, seen: string, missed: string): PassedRow => ({ distance, seen, missed })
const blank = row('', '', '')
const draft = widthDraft({ metres: 30, source: 'estimate' })
const byRows = (...rows: PassedRow[]) => widthOf({ ...draft, source: 'lateral-range', rows })

test('SWEEP-208 the rows of a test give their width to a centimetre; nothing typed is none', () => {
  const rows = [row('0', '9', '1'), row('7,5', '2', '1'), row('20', '', '4'), blank]
  expect(byRows(...rows)).toEqual({
    ...{ metres: 20.08, source: 'lateral-range', visibility: 'medium' },
    passed: [
      { distance: 0, seen: 9, missed: 1 },
      { distance: 7.5, seen: 2, missed: 1 },
      { distance: 20, seen: 0, missed: 4 },
    ],
  })
  expect(byRows(row('-10', '1', ''), row('−5', '1', ''), row('5', '0', '1'))?.passed).toHaveLength(3)
})

test.each([
  ['a word', row('ten', '1', '1')],
  ['half an object', row('10', '1.5', '1')],
  ['fewer than none', row('10', '-1', '2')],
  ['nothing that lay there', row('10', '', '')],
  ['no distance', row('', '3', '1')],
  ['farther than anybody sees', row('501', '3', '1')],
])('SWEEP-208 a row with %s is named, and no width is sent', (_, wrong) => {
  const rows = [row('0', '9', '1'), wrong, row('20', '1', '4')]
  expect(passedOf(rows)).toMatchObject({ passed: [{ distance: 0 }, { distance: 20 }], wrong: [2] })
  expect(byRows(...rows)).toBeNull()
})

test('SWEEP-208 one distance, or nothing seen at any, is no width', () => {
  expect(byRows(row('10', '9', '1'), blank)).toBeNull()
  expect(byRows(row('0', '', '5'), row('10', '', '5'))).toBeNull()
})

test('SWEEP-208 there is an empty row to go on with, up to forty distances, and the rows that hold come back', () => {
  expect(draft.rows).toEqual([blank])
  expect(withBlank([row('1', '', '')])).toEqual([row('1', '', ''), blank])
  const forty = Array.from({ length: 40 }, (_, i) => row(String(i), '1', '0'))
  expect(withBlank(forty)).toEqual(forty)
  const passed = [
    { distance: 0, seen: 4, missed: 0 },
    { distance: 20, seen: 1, missed: 3 },
  ]
  const again = widthDraft({ metres: 25, source: 'lateral-range', visibility: 'low', passed })
  expect(again.rows).toEqual([row('0', '4', '0'), row('20', '1', '3'), blank])
  expect(widthOf(again)).toEqual({ metres: 25, source: 'lateral-range', visibility: 'low', passed })
})

test('SWEEP-208 what was typed under one way of knowing the width stays while another is looked at', () => {
  const typed = { ...draft, rd: 25, rows: [row('0', '4', '0'), row('20', '1', '3')] }
  expect(widthOf(typed)).toEqual({ metres: 30, source: 'estimate' })
  expect(widthOf({ ...typed, source: 'rd-test' })).toMatchObject({ metres: 40, rd: 25 })
  expect(widthOf({ ...typed, source: 'lateral-range' })?.metres).toBe(25)
})
