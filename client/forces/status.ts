import type { Assistant } from '../../shared/assistants/types.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { linkOf } from '../../shared/tasks/links.ts'
import type { Step, Task } from '../../shared/tasks/types.ts'
import type { Unit } from '../../shared/units/types.ts'

export type Carrying = Assistant | Unit

export const kindOf = (carrier: Carrying): 'unit' | 'assistant' =>
  'mobility' in carrier ? 'unit' : 'assistant'

/** What a carrier does now: a step of its task's chain, or one of four states without one. */
export type CarrierStatus = Step | 'off-duty' | 'free' | 'leaving' | 'requested'

export function statusOf(carrier: Carrying, task: Task | undefined): CarrierStatus {
  if (!bookedOn(carrier.shift)) return 'off-duty'
  if ('leaving' in carrier && carrier.leaving) return 'leaving'
  if (!carrier.task || !task) return 'free'
  const party = kindOf(carrier) === 'unit' ? { unit: carrier.id } : { assistant: carrier.id }
  if (task.orders.length === 0) return 'requested'
  return linkOf(task, party)?.step ?? 'free'
}

/** Order of the list by status: who needs the officer's eye first. */
export const statusRank: Record<CarrierStatus, number> = {
  leaving: 0,
  hold: 1,
  offered: 2,
  requested: 2,
  accepted: 3,
  'en-route': 4,
  'on-scene': 5,
  free: 6,
  complete: 6,
  declined: 6,
  expired: 6,
  recalled: 6,
  'stood-down': 6,
  'off-duty': 9,
}

export interface Counts {
  onDuty: number
  busy: number
  free: number
}

/** On duty, of them in a task and free; people of the registry who may not act are not counted. */
export function countForces(board: Board, kind: 'unit' | 'assistant'): Counts {
  const counts = { onDuty: 0, busy: 0, free: 0 }
  for (const carrier of board[kind].values()) {
    if (!bookedOn(carrier.shift)) continue
    counts.onDuty++
    if (carrier.task) counts.busy++
    else counts.free++
  }
  return counts
}

export interface ForcesFilter {
  kind: 'all' | 'unit' | 'assistant'
  status: 'on-duty' | 'free' | 'busy' | 'lost' | 'all'
  /** Call signs that contain it, in lower case; empty = all. */
  text: string
  /** Found by the server for the same text (by name or phone). */
  found: ReadonlySet<string>
}

/** `heardAt`: time of the last fix, 0 for none; older than `lostFor` counts as without contact. */
export function passes(
  carrier: Carrying,
  { kind, status, text, found }: ForcesFilter,
  heardAt: Millis,
  now: Millis,
  lostFor: Millis,
): boolean {
  if (kind !== 'all' && kindOf(carrier) !== kind) return false
  if ('open' in carrier && !carrier.open) return false
  if (text !== '' && !carrier.callSign.toLocaleLowerCase().includes(text) && !found.has(carrier.id))
    return false
  const on = bookedOn(carrier.shift)
  switch (status) {
    case 'all':
      return true
    case 'on-duty':
      // Somebody looked for by name is shown whatever he does.
      return on || text !== ''
    case 'free':
      return on && carrier.task === null
    case 'busy':
      return on && carrier.task !== null
    case 'lost':
      return on && now - heardAt > lostFor
  }
}
