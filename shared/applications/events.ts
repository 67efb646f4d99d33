import type { PoliceCheck } from '../assistants/types.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Day } from '../law/day.ts'
import type { PoliceRule } from '../law/eligibility/rule.ts'
import type { Application } from './types.ts'

/** By when the office that now has the file must decide. */
export interface Due {
  lastDay: Day
  dueAt: Millis
}

export interface ApplicationEvents {
  ApplicationSubmitted: {
    application: Id
    due: Due
  } & Pick<
    Application,
    'number' | 'region' | 'person' | 'received' | 'idUntil' | 'insurance' | 'otherBirthDate' | 'documents'
  >
  /** The checker is the event's actor, the date its time. */
  PoliceCheckRecorded: { application: Id; rule: PoliceRule; result: PoliceCheck['result'] }
  ApplicationForwarded: { application: Id; due: Due }
  ApplicationRefused: { application: Id; reason: SealedText }
  ApplicationWithdrawn: { application: Id }
  ApplicationReturned: { application: Id; reason: SealedText; due: Due }
  /** Flag and escalation; never a decision. */
  ApplicationOverdue: { application: Id; office: 'police' | 'akimat' }
  ApplicantRegistered: { application: Id; number: string; on: Day }
  CardIssued: { application: Id; number: string; badge: string; until?: Day }
  CardReturned: { application: Id }
}
export type ApplicationEvent = Logged<ApplicationEvents>
