import type { PoliceCheck, RegistryStatus } from '../assistants/types.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Day } from '../law/day.ts'
import type { PoliceRule, Verdict } from '../law/eligibility/rule.ts'

export const documentKinds = ['id-copy', 'insurance'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Bytes of one file, and how many come with an application. */
export const largestFile = 3_000_000
export const mostFiles = 4

/** A file as received; it stands encrypted in the vault under its id, and its name with it. */
export interface Document {
  id: Id
  kind: DocumentKind
}

/** The office that has the file, and by when it has to decide. */
export interface Clock {
  office: 'police' | 'akimat'
  from: Millis
  /** The last day, and its last moment. */
  lastDay: Day
  dueAt: Millis
  /** When it was found overdue; that decides nothing, a person still has to. */
  overdueAt: Millis | null
}

export interface Card {
  number: string
  badge: string
  issuedAt: Millis
  /** The last day on which it is valid, where it names one. */
  until?: Day
  /** ID card and badge were given back at the end of the status. */
  returnedAt: Millis | null
}

/**
 * The file from application to registration. The person has the same id in the register from the registration on. IIN,
 * name, birth date and phone stand in the vault under it.
 */
export interface Application {
  id: Id
  number: number
  region: string
  /** Up to REGISTERED; what follows is the assistant's (`statusOf`). */
  status: RegistryStatus
  /** Keyed hash of the IIN: tells that two files are one person's, and not whose. */
  person: string
  submittedAt: Millis
  /** The rules judged at receipt, whose ground is in the vault. */
  received: { E1: Verdict; E2: Verdict; E3: Verdict; E10: Verdict }
  idUntil: Day
  insurance: boolean
  /** The IIN names another birth date: a warning. */
  otherBirthDate: boolean
  documents: Document[]
  checks: Partial<Record<PoliceRule, PoliceCheck>>
  /** Officers who checked or forwarded it: none of them may register it. */
  checkedBy: Id[]
  /** Null once it is decided. */
  clock: Clock | null
  /** Has been overdue once: from then on its supervisor sees it. */
  escalated: boolean
  /** The written reason of the last refusal or return. */
  reason: SealedText | null
  /** The texts of earlier returns: an erasure forgets them as well. */
  earlierReasons?: Id[]
  decidedAt: Millis | null
  /** What was personal is erased from the vault. */
  erasedAt?: Millis
  registration: { number: string; on: Day } | null
  card: Card | null
}
