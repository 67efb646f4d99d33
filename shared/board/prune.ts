import { retentionTerms } from '../erasure/parameters.ts'
import { type EntityKind, type Id, type Key, key, type Millis } from '../kernel/ids.ts'
import type { Board } from './board.ts'

/** Milliseconds that something closed stays on the board; its history is read from the log. */
export const keptFor: Millis = 24 * 3_600_000
/** A report of force that was signed can be opened so long: it may be asked about [I]. */
const reportsKeptFor: Millis = 365 * 24 * 3_600_000

/**
 * Takes off the board, in place, what ended more than 24 hours ago: closed operations with their places, tasks, messages
 * and notes, ended alarms, closed incidents, signed reports of force, old handovers and notes of no operation. Returns the keys that went.
 */
export function prune(board: Board, now: Millis): Key[] {
  const over = (at: Millis | null | undefined) => typeof at === 'number' && now - at > keptFor
  const gone = new Set<Id>()
  const running = new Set<Id>()
  for (const task of board.task.values()) if (task.endedAt === null) running.add(task.operation)
  for (const { id, closedAt } of board.operation.values())
    if (over(closedAt) && !running.has(id)) gone.add(id)

  const removed: Key[] = []
  const drop = <E extends { id: Id }>(kind: EntityKind, map: Map<Id, E>, isOver: (entity: E) => boolean) => {
    for (const entity of map.values()) {
      if (!isOver(entity)) continue
      map.delete(entity.id)
      board.moved.delete(key(kind, entity.id))
      removed.push(key(kind, entity.id))
    }
  }
  const ofGone = ({ operation }: { operation: Id | null }) => operation !== null && gone.has(operation)
  drop('operation', board.operation, ({ id }) => gone.has(id))
  drop('place', board.place, ofGone)
  drop('task', board.task, ofGone)
  drop('case', board.case, ofGone)
  drop('card', board.card, ofGone)
  drop('clue', board.clue, ofGone)
  drop('message', board.message, ofGone)
  drop('prior', board.prior, ofGone)
  drop('consensus', board.consensus, ofGone)
  drop('sheet', board.sheet, ofGone)
  drop('note', board.note, (note) => (note.operation === null ? over(note.at) : ofGone(note)))
  drop('alarm', board.alarm, ({ resolved }) => over(resolved?.at))
  drop('incident', board.incident, ({ closedAt }) => over(closedAt))
  drop('erasure', board.erasure, ({ ended }) => over(ended?.at))
  // Who was registered stays with the register; refused and withdrawn files go when nothing personal is left.
  drop(
    'application',
    board.application,
    ({ id, erasedAt = now }) => !board.assistant.has(id) && now - erasedAt > retentionTerms.erasedOnBoard,
  )
  drop('report', board.report, ({ signed }) => signed !== null && now - signed.at > reportsKeptFor)
  drop('handover', board.handover, ({ signedAt, at }) => over(signedAt ?? at))
  return removed
}
