import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Carrier } from '../shifts/events.ts'

export interface Receipt {
  who: Carrier
  delivered: Millis | null
  read: Millis | null
  understood: Millis | null
}

/**
 * A message to a team or an operation; roll-call is one that only asks to be understood, `member-out` the server's own.
 * `radio-silence` calls a search's teams back, its body says where to; `silence-over` takes that back.
 */
export interface Message {
  id: Id
  kind: 'text' | 'roll-call' | 'member-out' | 'radio-silence' | 'silence-over'
  operation: Id
  task: Id | null
  body: SealedText | null
  about?: { assistant: Id; callSign: string }
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
