import { maySee } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id } from '../../shared/kernel/ids.ts'
import type { ReadAnswers } from '../../shared/wire/read.ts'
import type { EventLog } from '../ports/event-log.ts'

const page = 2_000
/** One question looks through at most this many records; `more` says that it may be asked again. */
const longestLook = 40_000

/** The journal as this viewer may see it, newest first, of everything or of one operation. */
export async function readJournal(
  log: EventLog,
  board: Board,
  viewer: Viewer,
  question: { operation: Id | null; before: number | null; limit: number },
): Promise<ReadAnswers['journal']> {
  const found: LoggedEvent[] = []
  let upTo = (question.before ?? board.seq + 1) - 1
  const floor = Math.max(0, upTo - longestLook)
  while (upTo > floor && found.length < question.limit) {
    const after = Math.max(floor, upTo - page)
    const events = await log.read(after, upTo - after)
    for (const event of events.reverse()) {
      if (found.length === question.limit) break
      if (concerns(board, viewer, event, question.operation)) found.push(event)
    }
    upTo = after
  }
  return { events: found, more: upTo > 0 || found.length === question.limit }
}

function concerns(board: Board, viewer: Viewer, event: LoggedEvent, operation: Id | null): boolean {
  let visible = false
  let ofOperation = operation === null
  for (const of of event.keys) {
    const entity = entityOf(of)
    if (!entity) continue
    if (maySee(board, viewer, entity.kind, entity.id)) visible = true
    if (!ofOperation && operationOf(board, entity) === operation) ofOperation = true
  }
  return visible && ofOperation
}

function operationOf(board: Board, { kind, id }: NonNullable<ReturnType<typeof entityOf>>): Id | null {
  if (kind === 'operation') return id
  const entity = board[kind].get(id)
  return entity && 'operation' in entity ? entity.operation : null
}
