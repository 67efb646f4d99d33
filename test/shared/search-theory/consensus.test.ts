import { expect, test } from 'vitest'
import { consensusOf } from '../../../shared/search-theory/consensus.ts'

const near = (values: number[]) => values.map((value) => expect.closeTo(value, 6))

test('SEARCH-56 V20 Mattson: the mean of what each evaluator gave', () => {
  const sheets = [
    [30, 20, 25, 10, 15],
    [40, 10, 20, 15, 15],
    [20, 30, 25, 20, 5],
  ]
  const { poa, row } = consensusOf('mattson', sheets, null)
  expect([...poa, row]).toEqual(near([0.3, 0.2, 0.2333333, 0.15, 0.1166667]))
})

test("SEARCH-56 V21 O'Connor: letters count up from the lowest that was used", () => {
  const { poa, row } = consensusOf('o-connor', [['G', 'A', 'C', 'D']], null)
  expect([...poa, row]).toEqual(near([0.058824, 0.411765, 0.294118, 0.235294]))
})

test('SEARCH-56 V22 proportional: the mean of the shares, of what the rest of the world leaves', () => {
  const sheets = [
    [5, 10, 2, 1],
    [8, 8, 4, 2],
    [1, 6, 3, 2],
  ]
  expect(consensusOf('proportional', sheets, 0.15).poa).toEqual(near([0.205345, 0.402104, 0.15383, 0.088721]))
  expect(consensusOf('proportional', sheets, 0).poa).toEqual(near([0.241582, 0.473064, 0.180976, 0.104377]))
})
