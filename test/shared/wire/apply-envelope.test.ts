import { expect, test } from 'vitest'
import { emptyBoard } from '../../../shared/board/board.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { applyEnvelope } from '../../../shared/wire/apply-envelope.ts'
import type { EntitySnapshot, EventsEnvelope } from '../../../shared/wire/events.ts'
import { noon, officer } from '../../kit/given-when-then.ts'
import { registeredUnit } from '../../kit/past.ts'

const envelope = (upTo: number, parts: Partial<EventsEnvelope> = {}): EventsEnvelope => ({
  ...{ after: 0, upTo, events: [], appear: [], vanish: [] },
  ...parts,
})
const unit = (id: string, no: number) => ({ kind: 'unit', entity: { id, no } }) as EntitySnapshot
const event = (seq: number, id: string): LoggedEvent => ({
  ...registeredUnit(id),
  ...{ seq, at: noon, by: officer, commandId: 'c', n: 0 },
})

test('PUSH-2 who sees a part of the log has the numbers of carriers from snapshots, not from counting', () => {
  const board = emptyBoard()
  applyEnvelope(board, envelope(5, { events: [event(5, 'u9')], appear: [unit('u9', 41)] }))
  expect(board.unit.get('u9')?.no).toBe(41)
  expect(board.byNo.flatMap((carrier, no) => (carrier ? [[no, carrier.id]] : []))).toEqual([[41, 'u9']])
})

test('PUSH-3 what has long been over goes without an event, at the sequence where the board stands', () => {
  const board = emptyBoard()
  applyEnvelope(board, envelope(5, { appear: [unit('u1', 1), unit('u2', 2)] }))
  expect(applyEnvelope(board, envelope(5, { vanish: [{ kind: 'unit', id: 'u1' }] }))).toBe(true)
  expect([...board.unit.keys()]).toEqual(['u2'])
  expect(board.byNo[1]).toBeUndefined()
})

test('PUSH-4 an envelope that the board is past changes nothing', () => {
  const board = emptyBoard()
  applyEnvelope(board, envelope(5, { appear: [unit('u1', 1)] }))
  for (const late of [
    envelope(4, { vanish: [{ kind: 'unit', id: 'u1' }] }),
    envelope(5, { events: [event(5, 'u2')] }),
  ])
    expect(applyEnvelope(board, late)).toBe(false)
  expect([[...board.unit.keys()], board.seq]).toEqual([['u1'], 5])
})
