import type { Board } from '../board/board.ts'
import { fold } from '../board/fold.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { EntitySnapshot, EventsEnvelope } from './events.ts'

/**
 * Brings a viewer's board up to an envelope, in place: events, then what vanished, then what appeared. False, and
 * nothing done, for one that the board is past already. One without events may stand at the board's own sequence:
 * what has long been over goes without an event.
 */
export function applyEnvelope(board: Board, { upTo, events, vanish, appear }: EventsEnvelope): boolean {
  if (upTo < board.seq || (upTo === board.seq && events.length > 0)) return false
  foldUnnumbered(board, events)
  for (const { kind, id } of vanish) {
    const gone = board[kind].get(id)
    board[kind].delete(id)
    if (gone && 'no' in gone) delete board.byNo[gone.no]
  }
  for (const snapshot of appear) put(board, snapshot)
  board.seq = upTo
  return true
}

/**
 * The fold numbers carriers in log order. A viewer who sees a part of the log would count wrong, so numbers come only
 * from snapshots: whoever comes into sight also appears.
 */
function foldUnnumbered(board: Board, events: LoggedEvent[]): void {
  const { byNo } = board
  board.byNo = []
  for (const event of events) fold(board, event)
  board.byNo = byNo
}

/** Puts an entity in the place of what the board had of it. */
export function put(board: Board, { kind, entity }: EntitySnapshot): void {
  ;(board[kind] as Map<Id, unknown>).set(entity.id, entity)
  if (kind === 'assistant' || kind === 'unit') board.byNo[entity.no] = { kind, id: entity.id }
}
