import { maySee } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { type EntityKind, entityKinds, entityOf, type Id, type Key, key } from '../../shared/kernel/ids.ts'
import type { EntitySnapshot, EventsEnvelope } from '../../shared/wire/events.ts'
import { eventFor, snapshotFor } from './for-devices.ts'

/**
 * Everybody who sees the same: all desks with equal grants, or one carrier's devices. What they see is kept as a set
 * of keys, so that an entity that comes into sight is sent whole (`appear`) and one that goes is named (`vanish`).
 */
export interface Audience {
  id: string
  viewer: Viewer
  sees: Set<Key>
  upTo: number
}

/** Desks with equal grants share an audience. */
export function audienceId(viewer: Viewer): string {
  return viewer.kind === 'staff' ? `staff ${JSON.stringify(viewer.grants)}` : `${viewer.kind} ${viewer.id}`
}

export function makeAudience(board: Board, viewer: Viewer): Audience {
  const audience: Audience = { id: audienceId(viewer), viewer, sees: new Set(), upTo: board.seq }
  for (const { kind, id } of everything(board, viewer))
    if (maySee(board, viewer, kind, id)) audience.sees.add(key(kind, id))
  return audience
}

/** The envelope of a batch that is already folded into `board`; null when this audience sees none of it. */
export function envelopeFor(audience: Audience, board: Board, events: LoggedEvent[]): EventsEnvelope | null {
  const after = audience.upTo
  audience.upTo = board.seq
  const before = new Set<Key>()
  const touched = new Set<Key>()
  for (const event of events) for (const of of event.keys) if (entityOf(of)) touched.add(of)
  if (audience.viewer.kind !== 'staff') for (const of of ownSight(board, audience)) touched.add(of)

  const appear: EntitySnapshot[] = []
  const vanish: EventsEnvelope['vanish'] = []
  for (const of of touched) {
    const { kind, id } = entityOf(of) as { kind: EntityKind; id: Id }
    const saw = audience.sees.has(of)
    const sees = maySee(board, audience.viewer, kind, id)
    if (saw) before.add(of)
    if (sees && !saw) {
      audience.sees.add(of)
      appear.push(snapshotOf(audience.viewer, board, kind, id))
    } else if (saw && !sees) {
      audience.sees.delete(of)
      vanish.push({ kind, id })
    }
  }
  const seen = events.filter((event) => wholly(event, (of) => audience.sees.has(of) || before.has(of)))
  for (const of of halfSeen(events, seen)) {
    const { kind, id } = entityOf(of) as { kind: EntityKind; id: Id }
    if (before.has(of) && audience.sees.has(of)) appear.push(snapshotOf(audience.viewer, board, kind, id))
  }
  if (seen.length + appear.length + vanish.length === 0) return null
  const told = seen.map((event) => eventFor(audience.viewer, event))
  return { after, upTo: board.seq, events: told, appear, vanish }
}

/** Whether the viewer sees everything that the event touches: else its data would tell of the rest. */
function wholly(event: LoggedEvent, sees: (of: Key) => boolean): boolean {
  const entities = event.keys.filter((of) => entityOf(of) !== null)
  return entities.length > 0 && entities.every(sees)
}

/** What events that are not sent have touched: what is seen of it is sent as it stands. */
function halfSeen(events: LoggedEvent[], sent: LoggedEvent[]): Set<Key> {
  const kept = new Set(sent)
  return new Set(events.filter((event) => !kept.has(event)).flatMap((event) => event.keys.filter(entityOf)))
}

/** The whole board of a viewer, for a first connection or a cursor that is too old. */
export function wholeSight({ viewer, sees }: Audience, board: Board): EntitySnapshot[] {
  return Array.from(sees, (of) => {
    const { kind, id } = entityOf(of) as { kind: EntityKind; id: Id }
    return snapshotOf(viewer, board, kind, id)
  })
}

/**
 * The rest since `cursor` from the recent events: what was touched is sent as it stands now, and what may have been seen
 * before is named as gone. Only what has left the board or a grant's operation can be: the rest is seen always or never.
 */
export function resumeEnvelope(
  audience: Audience,
  board: Board,
  cursor: number,
  since: LoggedEvent[],
): EventsEnvelope {
  const { viewer, sees } = audience
  const borrows = viewer.kind === 'staff' && viewer.grants.some(({ operations }) => operations.length > 0)
  const appear: EntitySnapshot[] = []
  const vanish: EventsEnvelope['vanish'] = []
  for (const of of new Set(since.flatMap((event) => event.keys))) {
    const entity = entityOf(of)
    if (!entity) continue
    const { kind, id } = entity
    if (sees.has(of)) appear.push(snapshotOf(viewer, board, kind, id))
    else if (
      !board[kind].has(id) ||
      (borrows && (kind === 'assistant' || kind === 'unit' || kind === 'incident'))
    )
      vanish.push(entity)
  }
  const seen = since.filter((event) => wholly(event, (of) => sees.has(of)))
  const events = seen.map((event) => eventFor(viewer, event))
  return { after: cursor, upTo: board.seq, events, appear, vanish }
}

function snapshotOf(viewer: Viewer, board: Board, kind: EntityKind, id: Id): EntitySnapshot {
  return snapshotFor(viewer, { kind, entity: board[kind].get(id) } as EntitySnapshot)
}

function* everything(board: Board, viewer: Viewer): Iterable<{ kind: EntityKind; id: Id }> {
  if (viewer.kind !== 'staff') {
    for (const of of ownSight(board, { viewer, sees: new Set() }))
      yield entityOf(of) as { kind: EntityKind; id: Id }
    return
  }
  for (const kind of entityKinds) for (const id of board[kind].keys()) yield { kind, id }
}

/**
 * What a device's sight can hold: its own carrier, task, place and operation, its team, its alarms and messages, and
 * what it saw before. Small, so it is looked through whole when its carrier is concerned.
 */
function* ownSight(board: Board, { viewer, sees }: Pick<Audience, 'viewer' | 'sees'>): Iterable<Key> {
  if (viewer.kind === 'staff') return
  yield* sees
  yield key(viewer.kind, viewer.id)
  const task = board.task.get(board[viewer.kind].get(viewer.id)?.task ?? '')
  if (task) {
    yield key('task', task.id)
    yield key('place', task.place)
    yield key('operation', task.operation)
    yield key('unit', task.unit)
    for (const { assistant } of task.members) yield key('assistant', assistant)
    yield key('card', task.operation)
    for (const { id, operation, released } of board.clue.values())
      if (operation === task.operation && released) yield key('clue', id)
  }
  for (const { id, resolved, subject } of board.alarm.values())
    if (resolved === null || subject.id === viewer.id) yield key('alarm', id)
  for (const message of board.message.values()) yield key('message', message.id)
  for (const { id, assistant } of board.report.values()) if (assistant === viewer.id) yield key('report', id)
}

/**
 * The carriers whose devices a batch may concern, so that 50,000 phones are not asked about each event: those in its
 * keys, the teams of its tasks and operations, and the receivers of its messages.
 */
export function concernedCarriers(board: Board, events: LoggedEvent[]): Set<Id> {
  const concerned = new Set<Id>()
  const team = (taskId: Id | null) => {
    const task = board.task.get(taskId ?? '')
    if (!task) return
    concerned.add(task.unit)
    for (const { assistant } of task.members) concerned.add(assistant)
  }
  for (const of of new Set(events.flatMap((event) => event.keys))) {
    const entity = entityOf(of)
    if (!entity) continue
    const { kind, id } = entity
    if (kind === 'assistant' || kind === 'unit') {
      concerned.add(id)
      team(board[kind].get(id)?.task ?? null)
    }
    if (kind === 'task') team(id)
    if (kind === 'operation' || kind === 'place' || kind === 'card' || kind === 'clue') {
      const operation = kind === 'operation' ? id : board[kind].get(id)?.operation
      for (const task of board.task.values())
        if (task.operation === operation && task.endedAt === null) team(task.id)
    }
    if (kind === 'alarm') {
      const alarm = board.alarm.get(id)
      if (!alarm || alarm.subject.kind === 'place') continue
      concerned.add(alarm.subject.id)
      team(board[alarm.subject.kind].get(alarm.subject.id)?.task ?? null)
    }
    if (kind === 'message') for (const { who } of board.message.get(id)?.receipts ?? []) concerned.add(who.id)
  }
  return concerned
}
