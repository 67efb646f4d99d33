import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Carrier } from '../shifts/events.ts'

export interface Receipt {
  who: Carrier
  delivered: Millis | null
  read: Millis | null
  understood: Millis | null
}

/** A message to a team or an operation; roll-call is one that only asks to be understood. */
export interface Message {
  id: Id
  kind: 'text' | 'roll-call'
  operation: Id
  task: Id | null
  body: SealedText | null
  by: Id
  at: Millis
  receipts: Receipt[]
}

/** A desk handed over: what was open stands in it, and the receiver signs for it. */
export interface Handover {
  id: Id
  region: string
  from: Id
  to: Id | null
  at: Millis
  alarms: Id[]
  tasks: Id[]
  note: SealedText | null
  signedAt: Millis | null
}
