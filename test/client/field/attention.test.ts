import { expect, test } from 'vitest'
import { awaiting } from '../../../client/field/attention.ts'
import { boardOf, me, order } from './board-of.ts'

test('FIELD-21 an offer, a hold and a changed order each want attention, once', () => {
  expect(awaiting(boardOf({}), me)).toEqual([])
  expect(awaiting(boardOf({ step: 'offered' }), me)).toEqual(['offer t1 1'])
  expect(awaiting(boardOf({ step: 'hold' }), me)).toEqual(['hold t1 0'])
  expect(awaiting(boardOf({ step: 'on-scene' }), me)).toEqual([])
  expect(awaiting(boardOf({ step: 'on-scene', orders: [order(1), order(2)] }), me)).toEqual(['order t1 2'])
})
