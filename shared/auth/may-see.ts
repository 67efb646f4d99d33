import type { StaffRole } from '../accounts/types.ts'
import type { Board, Entities } from '../board/board.ts'
import { type EntityKind, entityOf, type Id, type Key, key, retentionKey } from '../kernel/ids.ts'
import { systemRoles } from './system-roles.ts'
import { hasRole, holds, type Viewer } from './viewer.ts'

/** Roles that see the work of a region or operation. */
const desk: StaffRole[] = ['duty-officer', 'event-coordinator', 'search-coordinator', 'supervisor']
const record: StaffRole[] = [...desk, 'auditor']
const registry: StaffRole[] = [...record, 'registrar', 'police-reviewer']

/** The task that a device's holder is in, if any. */
function ownTask(board: Board, viewer: Viewer) {
  if (viewer.kind === 'staff') return undefined
  const task = board[viewer.kind].get(viewer.id)?.task
  return task ? board.task.get(task) : undefined
}

/** Who has declined or was let go is no longer of the team. */
function inOwnTask(board: Board, viewer: Viewer, { task }: { task: Id | null }): boolean {
  return task !== null && ownTask(board, viewer)?.id === task
}

/** A carrier is seen by its region, or through the operation it is a member of. Standing somewhere grants nothing. */
function seesCarrier(
  board: Board,
  viewer: Viewer,
  roles: StaffRole[],
  carrier: Entities['assistant' | 'unit'],
): boolean {
  const operation = carrier.task ? (board.task.get(carrier.task)?.operation ?? null) : null
  return holds(viewer, roles, carrier.region, operation)
}

function seesOperation(board: Board, viewer: Viewer, operation: Id | null): boolean {
  if (operation === null) return false
  const region = board.operation.get(operation)?.region ?? null
  return holds(viewer, record, region, operation) || ownTask(board, viewer)?.operation === operation
}

/** What each kind of entity asks of its viewer. Everything not allowed here is denied. */
const rules: { [Kind in EntityKind]: (board: Board, viewer: Viewer, entity: Entities[Kind]) => boolean } = {
  /** One's own grants come with the welcome: desks with equal grants see the same. */
  account: (_, viewer) => hasRole(viewer, ['administrator']),
  /** A phone knows its own by its token. */
  device: (board, viewer, { holder }) =>
    hasRole(viewer, ['administrator']) ||
    holds(viewer, ['registrar', 'duty-officer'], board[holder.kind].get(holder.id)?.region ?? null, null),
  /** Who opens and closes them, and who audits that. */
  gateway: (_, viewer) => hasRole(viewer, ['administrator', 'auditor']),
  assistant: (board, viewer, assistant) =>
    viewer.kind === 'staff'
      ? seesCarrier(board, viewer, registry, assistant)
      : viewer.id === assistant.id || inOwnTask(board, viewer, assistant),
  unit: (board, viewer, unit) =>
    viewer.kind === 'staff'
      ? seesCarrier(board, viewer, registry, unit)
      : viewer.id === unit.id || inOwnTask(board, viewer, unit),
  operation: (board, viewer, operation) => seesOperation(board, viewer, operation.id),
  place: (board, viewer, place) =>
    viewer.kind === 'staff'
      ? seesOperation(board, viewer, place.operation)
      : ownTask(board, viewer)?.place === place.id,
  task: (board, viewer, task) =>
    viewer.kind === 'staff'
      ? seesOperation(board, viewer, task.operation)
      : ownTask(board, viewer)?.id === task.id,
  /** Who is missed is the desk's; a phone has the card and the clues that were released to its own search. */
  case: (board, viewer, { operation }) => viewer.kind === 'staff' && seesOperation(board, viewer, operation),
  card: (board, viewer, { operation, sealed }) =>
    (viewer.kind === 'staff' || sealed !== null) && seesOperation(board, viewer, operation),
  clue: (board, viewer, { operation, released }) =>
    (viewer.kind === 'staff' || released !== null) && seesOperation(board, viewer, operation),
  incident: (_, viewer, incident) => holds(viewer, record, incident.region, incident.operation),
  /** A team hears of its own until it is over; what is over stays with the person it was about, and with the desk. */
  alarm: (board, viewer, alarm) =>
    viewer.kind !== 'staff' && alarm.kind === 'uninvited'
      ? false
      : viewer.kind === 'staff' || alarm.resolved === null
        ? holds(viewer, record, alarm.region, alarm.operation) || hearsOf(board, viewer, alarm.subject)
        : viewer.id === alarm.subject.id,
  message: (board, viewer, message) =>
    viewer.kind === 'staff'
      ? seesOperation(board, viewer, message.operation)
      : message.receipts.some(({ who }) => who.id === viewer.id),
  note: (_, viewer, note) => holds(viewer, record, note.region, note.operation),
  handover: (_, viewer, handover) => holds(viewer, record, handover.region, null),
  /** Whoever works on it; the supervisor from the moment that it is overdue. */
  application: (_, viewer, { region, escalated }) =>
    holds(viewer, ['registrar', 'police-reviewer', 'auditor'], region, null) ||
    (escalated && holds(viewer, ['supervisor'], region, null)),
  /** Only who works on the register, or proves that it is kept. */
  recheck: (_, viewer, { region }) =>
    holds(viewer, ['registrar', 'police-reviewer', 'auditor'], region, null),
  prior: (board, viewer, prior) => viewer.kind === 'staff' && seesOperation(board, viewer, prior.operation),
  consensus: (board, viewer, { operation }) =>
    viewer.kind === 'staff' && seesOperation(board, viewer, operation),
  /** Blind: before the consensus is closed nobody sees a sheet, also not who runs the search. */
  sheet: (board, viewer, { consensus, operation }) =>
    viewer.kind === 'staff' &&
    (board.consensus.get(consensus)?.result ?? null) !== null &&
    seesOperation(board, viewer, operation),
  distances: (_, viewer) => hasRole(viewer, record),
  /** Who asks, who carries it out, and who audits both. */
  erasure: (_, viewer, { region }) =>
    hasRole(viewer, ['administrator']) || holds(viewer, ['registrar', 'auditor'], region, null),
  /** Not the coordinators: who answers for the people, who reviews, and whose own it is. */
  report: (_, viewer, { region, operation, assistant }) =>
    viewer.kind === 'staff'
      ? holds(viewer, ['duty-officer', 'supervisor', 'police-reviewer', 'auditor'], region, operation)
      : viewer.id === assistant,
}

/** Whether alarms of this person or unit come to the viewer wherever they happen: the desks of its region, its own team. */
function hearsOf(board: Board, viewer: Viewer, { kind, id }: Entities['alarm']['subject']): boolean {
  if (kind === 'place') return false
  const carrier = board[kind].get(id)
  if (!carrier) return false
  if (viewer.kind !== 'staff') return viewer.id === id || inOwnTask(board, viewer, carrier)
  return holds(viewer, record, carrier.region, null)
}

/** Whether a call for help comes to the viewer at its receipt: to whom its alarm will come once it is stored. */
export function hearsCall(
  board: Board,
  viewer: Viewer,
  subject: { kind: 'assistant' | 'unit'; id: Id },
): boolean {
  const { region, operation } = whereCalled(board, subject)
  return holds(viewer, record, region, operation) || hearsOf(board, viewer, subject)
}

/** Where a call for help happens: in the operation the carrier works in, else in its own region. */
export function whereCalled(board: Board, { kind, id }: { kind: 'assistant' | 'unit'; id: Id }) {
  const carrier = board[kind].get(id)
  const operation = board.operation.get(board.task.get(carrier?.task ?? '')?.operation ?? '')
  return { region: operation?.region ?? carrier?.region ?? '', operation: operation?.id ?? null }
}

/** Whether this viewer may see the entity as it stands on the board; false for one that is not there. */
export function maySee(board: Board, viewer: Viewer, kind: EntityKind, id: Id): boolean {
  const entity = board[kind].get(id)
  return entity !== undefined && rules[kind](board, viewer, entity as never)
}

/** The region and operation that something belongs to. */
export interface Where {
  region: string
  operation: Id | null
  /** Given blind and never opened: nobody reads it. */
  blind?: true
}

/**
 * Whether this viewer may read a record of the past that touched these keys: sees all that it is about. Who was in a task
 * is told with the task; that somebody of one's own was in it does not tell of the others.
 */
export function mayReadRecord(
  board: Board,
  viewer: Viewer,
  keys: Key[],
  past: (of: Key) => Where | undefined = () => undefined,
): boolean {
  if (keys.length === 1 && keys[0] === retentionKey) return hasRole(viewer, ['auditor', 'administrator'])
  const entities = keys.flatMap((of) => entityOf(of) ?? [])
  const matters = entities.filter(({ kind }) => kind !== 'assistant' && kind !== 'unit')
  const asked = matters.length > 0 ? matters : entities
  return asked.length > 0 && asked.every(({ kind, id }) => maySeeOnce(board, viewer, kind, id, past))
}

/** What has left the board is seen by whose grants cover where it belonged. */
function maySeeOnce(
  board: Board,
  viewer: Viewer,
  kind: EntityKind,
  id: Id,
  past: (of: Key) => Where | undefined,
): boolean {
  const gone = board[kind].has(id) ? undefined : past(key(kind, id))
  return gone
    ? !gone.blind && holds(viewer, record, gone.region, gone.operation)
    : maySee(board, viewer, kind, id)
}

/** The frozen minute around a use of force is for those who judge it and who audit them. */
export function mayReadMinute(viewer: Viewer, { region, operation }: Entities['report']): boolean {
  return holds(viewer, ['police-reviewer', 'supervisor', 'auditor'], region, operation)
}

/** The hours of service: who keeps the register, who answers for the people, and the person. */
export function mayReadHours(board: Board, viewer: Viewer, assistant: Id): boolean {
  const region = board.assistant.get(assistant)?.region
  if (region === undefined) return false
  if (viewer.kind !== 'staff') return viewer.id === assistant
  return holds(viewer, ['registrar', 'supervisor', 'police-reviewer', 'auditor'], region, null)
}

/** How the servers do: who answers for the desk, and who looks after the servers. */
export function maySeeSystem(viewer: Viewer): boolean {
  return hasRole(viewer, systemRoles)
}

/** Whether this viewer is of a desk, which follows people at all. */
export function followsPeople(viewer: Viewer): boolean {
  return hasRole(viewer, desk)
}

/** Whether this viewer is of the desk, which follows people, over an operation that it sees. */
export function worksOn(board: Board, viewer: Viewer, operation: Id): boolean {
  return holds(viewer, desk, board.operation.get(operation)?.region ?? null, operation)
}

/** Live positions: the desk's roles by region or operation, a device for its own task. Registry and audit never. */
export function maySeePosition(board: Board, viewer: Viewer, kind: 'assistant' | 'unit', id: Id): boolean {
  const carrier = board[kind].get(id)
  if (!carrier) return false
  if (viewer.kind !== 'staff') return viewer.id === id || inOwnTask(board, viewer, carrier)
  return seesCarrier(board, viewer, desk, carrier)
}
