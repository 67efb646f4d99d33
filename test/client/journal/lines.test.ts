import { expect, test } from 'vitest'
import { isOf, mostLines, withNewer, withOlder } from '../../../client/journal/lines.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Key } from '../../../shared/kernel/ids.ts'
import { given, noon, officer } from '../../kit/given-when-then.ts'
import { atWork } from '../../kit/past.ts'

const event = (seq: number, ...keys: Key[]): LoggedEvent => ({
  ...{ type: 'NoteAdded', data: {}, keys, by: officer, at: noon, commandId: `c${seq}`, n: 0, seq },
})
const seqs = (lines: readonly LoggedEvent[]) => lines.map(({ seq }) => seq)

test('JOURNAL-6 what comes stands at the top once, what is asked for at the end; nothing new keeps the same list', () => {
  const held = [event(5), event(4)]
  expect(seqs(withNewer(held, [event(4), event(5), event(6), event(8)]))).toEqual([8, 6, 5, 4])
  expect(withNewer(held, [event(4), event(5)])).toBe(held)
  expect(seqs(withOlder(held, [event(5), event(4), event(2), event(1)]))).toEqual([5, 4, 2, 1])
  expect(seqs(withOlder([], [event(2)]))).toEqual([2])
})

test('JOURNAL-7 the list is cut at its old end, never at its new one', () => {
  const many = Array.from({ length: mostLines + 50 }, (_, index) => event(index + 1))
  const lines = withNewer([], many)
  expect(lines).toHaveLength(mostLines)
  expect(lines[0]?.seq).toBe(mostLines + 50)
})

test('JOURNAL-8 an event is of an operation by itself, or by a task or place of it', () => {
  const { board } = given(...atWork(['a1']))
  expect(isOf(board, event(1, 'operation:op'), 'op')).toBe(true)
  expect(isOf(board, event(1, 'task:task', 'assistant:a1'), 'op')).toBe(true)
  expect(isOf(board, event(1, 'place:post'), 'op')).toBe(true)
  expect(isOf(board, event(1, 'assistant:a1'), 'op')).toBe(false)
  expect(isOf(board, event(1, 'store:numbers'), 'op')).toBe(false)
  expect(isOf(board, event(1, 'task:task'), 'other')).toBe(false)
  expect(isOf(board, event(1, 'operation:op'), 'other')).toBe(false)
})
