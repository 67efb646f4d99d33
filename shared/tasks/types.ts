import type { Ring } from '../geo/lat-lng.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { OperationKind, Window } from '../operations/types.ts'

/** The chain of one member (and of the unit). The last row ends it; `hold` is resumable. */
export const steps = [
  'offered',
  'accepted',
  'en-route',
  'on-scene',
  'hold',
  'complete',
  'declined',
  'expired',
  'recalled',
  'stood-down',
] as const
export type Step = (typeof steps)[number]

/** In this order; `hold` keeps the step it interrupted in `heldFrom`. */
export const chain = ['offered', 'accepted', 'en-route', 'on-scene', 'complete'] as const

export const ended: ReadonlySet<Step> = new Set(['complete', 'declined', 'expired', 'recalled', 'stood-down'])

/** One end of the chain: a person or the unit. */
export interface Link {
  step: Step
  /** When this step began. */
  since: Millis
  heldFrom?: Step
  /** The rule that holds ("D11"). */
  heldBy?: string
  /** The step before, for the undo within ten seconds. */
  before?: Step
  /** The newest order version that was delivered / read / understood. */
  order: { delivered: number; read: number; understood: number }
}

export interface Member extends Link {
  assistant: Id
  /** Index into the place's slots. */
  slot: number
  offer: { n: number; expiresAt: Millis }
}

/** The order is the perimeter: a copy, so that the record keeps what was ordered. */
export interface Order {
  version: number
  perimeter: Ring
  window: Window
  /** The unit whose officer leads. */
  leader: Id
  /** The law's kind and the rule that allows it. */
  basis: { kind: OperationKind; rule: 'D7' }
  briefing: SealedText | null
  /** Who gave it: a police officer's account (D4). */
  by: Id
  at: Millis
}

export interface Task {
  id: Id
  operation: Id
  place: Id
  /** 3 of 1187-3. */
  number: number
  unit: Id
  unitLink: Link & { offer: { n: number; expiresAt: Millis } }
  members: Member[]
  /** Oldest first; the last one counts. Empty while only requested. */
  orders: Order[]
  /** Sent by a coordinator who is not police and not yet approved (D4). */
  requestedBy: Id | null
  /** Named people who may be offered a slot that falls free. */
  reserve: Id[]
  createdAt: Millis
  endedAt: Millis | null
  /** Relief: since when the present members count, set by CheckInPost or on scene. */
  checkedInAt: Millis | null
  /** When somebody was last moved away to another task; those who stay say their own `since`. */
  leftAt: Millis | null
}

export type TaskState = 'requested' | 'offered' | 'forming' | 'active' | 'hold' | 'ended'

/** Derived, never stored: active when the unit is on scene and at least one member is. */
export function taskState(task: Task): TaskState {
  if (task.endedAt !== null) return 'ended'
  if (task.requestedBy !== null && task.orders.length === 0) return 'requested'
  const live = task.members.filter((member) => !ended.has(member.step))
  if (live.length > 0 && live.every((member) => member.step === 'hold')) return 'hold'
  if (task.unitLink.step === 'on-scene' && live.some((member) => member.step === 'on-scene')) return 'active'
  if (live.every((member) => member.step === 'offered') && task.unitLink.step === 'offered') return 'offered'
  return 'forming'
}

export function currentOrder(task: Task): Order | null {
  return task.orders.at(-1) ?? null
}

/** Seconds an offer stands before it runs out. */
export const offerSeconds = 90
