import { mayReadRecord } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Past } from '../../shared/board/past.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id, type Key, key } from '../../shared/kernel/ids.ts'
import type { ReadAnswers } from '../../shared/wire/read.ts'
import type { EventLog } from '../ports/event-log.ts'

const page = 2_000
/** One question looks through at most this many records; `more` says that it may be asked again. */
const longestLook = 40_000

/** The journal as this viewer may see it, newest first, of everything or of one operation. */
export async function readJournal(
  log: EventLog,
  board: Board,
  past: Past,
  viewer: Viewer,
  question: { operation: Id | null; before: number | null; limit: number },
): Promise<ReadAnswers['journal']> {
  const found: LoggedEvent[] = []
  let upTo = Math.min(question.before ?? Number.POSITIVE_INFINITY, board.seq + 1) - 1
  const floor = Math.max(0, upTo - longestLook)
  while (upTo > floor && found.length < question.limit) {
    const after = Math.max(floor, upTo - page)
    const events = await log.read(after, upTo - after)
    for (const event of events.reverse()) {
      if (found.length === question.limit) break
      if (concerns(board, past, viewer, event, question.operation)) found.push(event)
    }
    upTo = after
  }
  return { events: found, more: upTo > 0 || found.length === question.limit }
}

function concerns(
  board: Board,
  past: Past,
  viewer: Viewer,
  event: LoggedEvent,
  operation: Id | null,
): boolean {
  if (!mayReadRecord(board, viewer, event.keys, past.of)) return false
  if (operation === null) return true
  return event.keys.some(
    (of) => of === key('operation', operation) || operationOf(board, past, of) === operation,
  )
}

/** As it is now (an incident joins an operation later), or as it was. */
function operationOf(board: Board, past: Past, of: Key): Id | null {
  const entity = entityOf(of)
  const now = entity && board[entity.kind].get(entity.id)
  if (now) return 'operation' in now ? now.operation : null
  return past.of(of)?.operation ?? null
}
