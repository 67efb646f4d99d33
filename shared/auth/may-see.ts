import type { StaffRole } from '../accounts/types.ts'
import type { Board, Entities } from '../board/board.ts'
import type { EntityKind, Id } from '../kernel/ids.ts'
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

function inOwnTask(board: Board, viewer: Viewer, carrier: Id): boolean {
  const task = ownTask(board, viewer)
  return !!task && (task.unit === carrier || task.members.some(({ assistant }) => assistant === carrier))
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
  account: (_, viewer, account) =>
    viewer.kind === 'staff' && (viewer.account === account.id || hasRole(viewer, ['administrator'])),
  device: (board, viewer, { holder }) =>
    viewer.kind === 'staff'
      ? holds(
          viewer,
          ['registrar', 'administrator', 'duty-officer'],
          board[holder.kind].get(holder.id)?.region ?? null,
          null,
        )
      : viewer.id === holder.id,
  assistant: (board, viewer, assistant) =>
    viewer.kind === 'staff'
      ? seesCarrier(board, viewer, registry, assistant)
      : viewer.id === assistant.id || inOwnTask(board, viewer, assistant.id),
  unit: (board, viewer, unit) =>
    viewer.kind === 'staff'
      ? seesCarrier(board, viewer, registry, unit)
      : viewer.id === unit.id || inOwnTask(board, viewer, unit.id),
  operation: (board, viewer, operation) => seesOperation(board, viewer, operation.id),
  place: (board, viewer, place) =>
    viewer.kind === 'staff'
      ? seesOperation(board, viewer, place.operation)
      : ownTask(board, viewer)?.place === place.id,
  task: (board, viewer, task) =>
    viewer.kind === 'staff'
      ? seesOperation(board, viewer, task.operation)
      : ownTask(board, viewer)?.id === task.id,
  incident: (_, viewer, incident) => holds(viewer, record, incident.region, incident.operation),
  alarm: (board, viewer, alarm) =>
    viewer.kind === 'staff'
      ? holds(viewer, record, alarm.region, alarm.operation) ||
        holds(viewer, record, subjectRegion(board, alarm), null)
      : viewer.id === alarm.subject.id || inOwnTask(board, viewer, alarm.subject.id),
  message: (board, viewer, message) =>
    viewer.kind === 'staff'
      ? seesOperation(board, viewer, message.operation)
      : message.receipts.some(({ who }) => who.id === viewer.id),
  note: (_, viewer, note) => holds(viewer, record, note.region, note.operation),
  handover: (_, viewer, handover) => holds(viewer, record, handover.region, null),
}

function subjectRegion(board: Board, { subject }: Entities['alarm']): string | null {
  return subject.kind === 'place' ? null : (board[subject.kind].get(subject.id)?.region ?? null)
}

/** Whether this viewer may see the entity as it stands on the board; false for one that is not there. */
export function maySee(board: Board, viewer: Viewer, kind: EntityKind, id: Id): boolean {
  const entity = board[kind].get(id)
  return entity !== undefined && rules[kind](board, viewer, entity as never)
}

/** Live positions: the desk's roles by region or operation, a device for its own task. Registry and audit never. */
export function maySeePosition(board: Board, viewer: Viewer, kind: 'assistant' | 'unit', id: Id): boolean {
  const carrier = board[kind].get(id)
  if (!carrier) return false
  if (viewer.kind !== 'staff') return viewer.id === id || inOwnTask(board, viewer, id)
  return seesCarrier(board, viewer, desk, carrier)
}
