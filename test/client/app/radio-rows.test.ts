import { expect, test } from 'vitest'
import { radioRows } from '../../../client/app/radio-rows.ts'
import { given } from '../../kit/given-when-then.ts'
import { atWork, onShift, registeredUnit } from '../../kit/past.ts'

test('APP-6 the radio list has the units on duty, those in a task first, then by call sign as people count', () => {
  const { board } = given(
    ...['u10', 'u9', 'home'].map(registeredUnit),
    onShift('unit', 'u10'),
    onShift('unit', 'u9'),
    ...atWork(['a1']),
  )
  expect(radioRows(board)).toEqual(['unit', 'u9', 'u10'])
})
