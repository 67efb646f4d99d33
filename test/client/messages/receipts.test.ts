import { expect, test } from 'vitest'
import { messagesOf, tally, tasksToAsk } from '../../../client/messages/receipts.ts'
import type { Message, Receipt } from '../../../shared/messages/types.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'
import { atWork, stepped } from '../../kit/past.ts'

const nothing = { delivered: null, read: null, understood: null }
const unit = { kind: 'unit' as const, id: 'unit' }
const ana = { kind: 'assistant' as const, id: 'a1' }
const message = (more: Partial<Message> = {}, receipts: Partial<Receipt>[] = []): Message => ({
  ...{ id: 'm1', kind: 'text', operation: 'op', task: null, body: null, by: 'officer', at: noon },
  receipts: receipts.map((receipt) => ({ who: unit, ...nothing, ...receipt })),
  ...more,
})

test('MSG-UI-1 the counts are of people, and who has not understood is named in the order of the team', () => {
  const sent = message({}, [
    { who: unit, delivered: 1, read: 2, understood: 3 },
    { who: ana, delivered: 1, read: 2 },
    { who: { kind: 'assistant', id: 'a2' }, delivered: 1 },
    { who: { kind: 'assistant', id: 'a3' } },
  ])
  expect(tally(sent)).toEqual({
    of: 4,
    delivered: 3,
    read: 2,
    understood: 1,
    silent: ['a1', 'a2', 'a3'].map((id) => ({ kind: 'assistant', id })),
  })
})

test('MSG-UI-2 a team sees what was said to it and to everybody, newest first; the operation all', () => {
  const { board } = given(...atWork(['a1']))
  const said = [
    message({ id: 'all', at: noon }),
    message({ id: 'mine', task: 'task', at: noon + MINUTE }),
    message({ id: 'theirs', task: 'other', at: noon + 2 * MINUTE }),
    message({ id: 'elsewhere', operation: 'op2', at: noon }),
  ]
  for (const one of said) board.message.set(one.id, one)
  expect(messagesOf(board, 'op', 'task').map(({ id }) => id)).toEqual(['mine', 'all'])
  expect(messagesOf(board, 'op', null).map(({ id }) => id)).toEqual(['theirs', 'mine', 'all'])
})

test('MSG-UI-3 asking again goes once to each running task of the operation in which somebody is silent', () => {
  const { board } = given(...atWork(['a1']))
  expect(tasksToAsk(board, message(), [unit, ana])).toEqual(['task'])
  expect(tasksToAsk(board, message(), [])).toEqual([])
  expect(tasksToAsk(board, message({ operation: 'op2' }), [ana])).toEqual([])
  const gone = given(...atWork(['a1']), stepped({ assistant: 'a1' }, 'on-scene', 'stood-down')).board
  expect(tasksToAsk(gone, message(), [ana])).toEqual([])
})
