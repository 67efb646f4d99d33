import type { Facts, Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Order, Step } from './types.ts'

/** Names one end of a task's chain: the unit, or one assistant. */
export type Party = { unit: Id } | { assistant: Id }

export interface TaskEvents {
  /** Not an order yet: waits for a police approver. */
  TaskRequested: {
    task: Id
    operation: Id
    place: Id
    number: number
    unit: Id
    members: { assistant: Id; slot: number }[]
    reserve: Id[]
  }
  TaskRequestRefused: { task: Id }
  /** The order goes out; offers start. A requested task becomes this one. */
  TaskSent: {
    task: Id
    operation: Id
    place: Id
    number: number
    unit: Id
    members: { assistant: Id; slot: number }[]
    reserve: Id[]
    order: Order
    expiresAt: Millis
  }
  /** One more person (or the same again) is offered a slot of a running task. */
  MemberOffered: { task: Id; assistant: Id; slot: number; n: number; expiresAt: Millis }
  StepTaken: { task: Id; party: Party; from: Step; to: Step; rule?: string }
  StepUndone: { task: Id; party: Party; from: Step; to: Step }
  OrderChanged: { task: Id; order: Order }
  OrderSeen: { task: Id; party: Party; version: number; state: 'delivered' | 'read' | 'understood' }
  /** The person changes place within the operation: leaves one task, joins the other at this step. */
  MemberMoved: { assistant: Id; from: Id; to: Id; slot: number; step: Step; n: number; expiresAt: Millis }
  UnitReplaced: { task: Id; from: Id; to: Id; expiresAt: Millis }
  PostCheckedIn: { task: Id; present: Id[]; at: Millis }
  TaskEnded: { task: Id; outcome: 'complete' | 'recalled' | 'unmanned' | 'refused' }
}
export type TaskFact = Facts<TaskEvents>
export type TaskEvent = Logged<TaskEvents>
