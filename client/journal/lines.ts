import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id } from '../../shared/kernel/ids.ts'

/** Lines kept on this screen; what is cut off at the old end is asked for again. */
export const mostLines = 3_000

/** Newest first, with the events that came since: `live` is oldest first and may overlap. */
export function withNewer(
  lines: readonly LoggedEvent[],
  live: readonly LoggedEvent[],
): readonly LoggedEvent[] {
  const newest = lines[0]?.seq ?? -1
  const fresh = live.filter(({ seq }) => seq > newest)
  return fresh.length === 0 ? lines : [...fresh.reverse(), ...lines].slice(0, mostLines)
}

/** With an answer of the server, newest first, at the old end. */
export function withOlder(
  lines: readonly LoggedEvent[],
  older: readonly LoggedEvent[],
): readonly LoggedEvent[] {
  const oldest = lines.at(-1)?.seq ?? Number.POSITIVE_INFINITY
  return [...lines, ...older.filter(({ seq }) => seq < oldest)]
}

/** Whether the event is about this operation or about anything in it. */
export function isOf(board: Board, event: LoggedEvent, operation: Id): boolean {
  return event.keys.some((key) => {
    const of = entityOf(key)
    if (!of) return false
    if (of.kind === 'operation') return of.id === operation
    const entity = board[of.kind].get(of.id)
    return entity !== undefined && 'operation' in entity && entity.operation === operation
  })
}
