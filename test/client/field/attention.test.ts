import { expect, test } from 'vitest'
import { attention } from '../../../client/field/attention.ts'
import { boardOf, me, order } from './board-of.ts'

test('FIELD-21 an offer, a hold and a changed order each want attention, once', () => {
  const wants = attention()
  const orders = [order(1), order(2)]
  const held = boardOf({ step: 'hold' })
  for (const board of [
    boardOf({ step: 'offered' }),
    held,
    boardOf({ step: 'on-scene', orders }),
    boardOf({ step: 'on-scene', orders: [...orders, order(3)] }),
  ])
    expect([1, 2, 3].map(() => wants(board, me))).toEqual([true, false, false])
  expect(wants(boardOf({ step: 'on-scene', orders, understood: 2 }), me), 'understood').toBe(false)
  expect(wants(boardOf({}), me)).toBe(false)
  expect(wants(held, me), 'held again').toBe(true)
})
