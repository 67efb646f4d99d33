import type { Viewer } from '../../shared/auth/viewer.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { isEnding } from '../../shared/law/endings/all.ts'
import type { Clue } from '../../shared/search/case/case-types.ts'
import type { EntitySnapshot } from '../../shared/wire/events.ts'

/** Stands on a phone for a trigger of the end of the status and for its document. */
const hidden = 'register'

/**
 * That somebody of the team has left the register is told to the team's phones; whether for a prosecution or an illness
 * is not. The desk and the register's people know.
 */
export function eventFor(viewer: Viewer, event: LoggedEvent): LoggedEvent {
  if (viewer.kind === 'staff' || event.type !== 'RegistryStatusChanged') return event
  const { reason, document: _, ...rest } = event.data as { reason: string; document?: string }
  return isEnding(reason) ? { ...event, data: { ...rest, reason: hidden } } : event
}

export function snapshotFor(viewer: Viewer, snapshot: EntitySnapshot): EntitySnapshot {
  if (viewer.kind === 'staff') return snapshot
  if (snapshot.kind === 'clue') return { ...snapshot, entity: asReleased(snapshot.entity) }
  if (snapshot.kind !== 'assistant') return snapshot
  const { entity } = snapshot
  if (!entity.lapse || !isEnding(entity.lapse.reason)) return snapshot
  return { ...snapshot, entity: { ...entity, lapse: { reason: hidden, at: entity.lapse.at } } }
}

/** Of a released clue the teams know its number, words and picture: not who found it, who has it, or what it is held for. */
const asReleased = (clue: Clue): Clue => ({
  ...clue,
  sealed: clue.released ?? clue.sealed,
  ...{ finder: { kind: 'staff', id: '' }, by: '', custody: [], assessed: null },
})
