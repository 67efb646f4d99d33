import { expect, test } from 'vitest'
import { orderChanges } from '../../../client/field/order-changes.ts'
import { dueReceipts } from '../../../client/field/receipts.ts'
import type { Message, Receipt } from '../../../shared/messages/types.ts'
import { boardOf, hour, me, order } from './board-of.ts'

const message = (receipt: Partial<Receipt>): Message => ({
  id: 'm1',
  kind: 'text',
  operation: 'o1',
  task: null,
  body: null,
  by: 'acc',
  at: 0,
  receipts: [{ who: me, delivered: null, read: null, understood: null, ...receipt }],
})
function due(receipt: Partial<Receipt>, inFront: boolean) {
  const board = boardOf({})
  board.message.set('m1', message(receipt))
  return dueReceipts(board, me, inFront).map(({ body }) => body.state)
}

test('FIELD-17 a message is delivered when it is here and read when the page is in front; understood is never said for anybody', () => {
  expect(due({}, false)).toEqual(['delivered'])
  expect(due({}, true)).toEqual(['delivered', 'read'])
  expect(due({ delivered: 1 }, false)).toEqual([])
  expect(due({ delivered: 1 }, true)).toEqual(['read'])
  expect(due({ delivered: 1, read: 1 }, true)).toEqual([])
})

test('FIELD-17 so is each new version of the order', () => {
  const changed = boardOf({ step: 'on-scene', orders: [order(1), order(2)], understood: 1 })
  const body = { task: 't1', party: { assistant: 'a1' }, version: 2 }
  expect(dueReceipts(changed, me, true)).toEqual([
    { type: 'SeeOrder', body: { ...body, state: 'delivered' } },
    { type: 'SeeOrder', body: { ...body, state: 'read' } },
  ])
  expect(dueReceipts(boardOf({ step: 'on-scene' }), me, true)).toEqual([])
})

test('FIELD-18 says what is new against the version that was understood', () => {
  const window = { from: hour, to: 4 * hour }
  const orders = [order(1), order(2, { window }), order(3, { window, leader: 'u2' })]
  expect(orderChanges(orders, 1)).toEqual(['window', 'leader'])
  expect(orderChanges(orders, 2)).toEqual(['leader'])
  expect(orderChanges(orders, 3)).toEqual([])
  expect(orderChanges([order(1)], 0)).toEqual([])
})
