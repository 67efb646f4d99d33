import { expect, test } from 'vitest'
import { codeAt, proofStep, stepAt } from '../../../shared/proof-of-office/types.ts'

const start = stepAt(1_790_000_000_000) * proofStep
const codes = ['a', 'b', 'c'].map((code, n) => ({ from: start + n * proofStep, code }))

test('OFFICE-210 a phone shows each code in its half minute, and none before the first or after the last', () => {
  const shown = [-1, 0, 29_999, 30_000, 60_000, 89_999, 90_000].map(
    (ms) => codeAt({ codes }, start + ms)?.code,
  )
  expect(shown).toEqual([undefined, 'a', 'a', 'b', 'c', 'c', undefined])
})
