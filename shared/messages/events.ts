import type { SealedText } from '../kernel/decider.ts'
import type { Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { Carrier } from '../shifts/events.ts'
import type { Message } from './types.ts'

export interface MessageEvents {
  MessageSent: {
    message: Id
    kind: Message['kind']
    operation: Id
    task: Id | null
    body: SealedText | null
    to: Carrier[]
    /** `member-out`: who has left, by call sign; the unit no longer sees the person. */
    about?: { assistant: Id; callSign: string }
  }
  MessageSeen: { message: Id; who: Carrier; state: 'delivered' | 'read' | 'understood' }
  HandoverOffered: {
    handover: Id
    region: string
    alarms: Id[]
    tasks: Id[]
    note: SealedText | null
  }
  /** The signer now owns the listed alarms that the offering officer owned. */
  HandoverSigned: { handover: Id; account: Id; alarms: Id[] }
}
export type MessageEvent = Logged<MessageEvents>
