import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'

export const said = ['yes', 'no', 'unknown'] as const
/** Three-valued: what is not known is said, not guessed. */
export type Said = (typeof said)[number]

/** The terms of the law's table 3.4, in its letters' order: P A G W, and O N R. */
export const terms = ['protected', 'armed', 'group', 'means', 'ground', 'necessary', 'proportionate'] as const
type Term = (typeof terms)[number]
export type Criteria = Record<Term, Said>

export const injuries = ['none', 'light', 'serious', 'death'] as const
export type Injuries = (typeof injuries)[number]

export const findings = ['met', 'not-met'] as const
export type Finding = (typeof findings)[number]

export type Flag =
  | 'PROTECTED_PERSON'
  | 'WEAPON_OR_SPECIAL_MEANS'
  | 'NO_GROUND'
  | 'NOT_NECESSARY'
  | 'EXCESSIVE'
  | 'EXC_ARMED'
  | 'EXC_GROUP'

/** Whether what was recorded matches the criteria. Advice to the reviewer, never a finding of guilt. */
export interface Evaluation {
  result: 'COMPLIANT' | 'VIOLATION' | 'NEEDS_REVIEW'
  flags: Flag[]
}

/** The written part. Words about people are sealed. */
export interface Account {
  /** Where, what happened, and who saw it. */
  place: SealedText
  words: SealedText
  witnesses: SealedText | null
  injuries: Injuries
  firstAid: Said
  /** When police came; null when they did not. */
  policeAt: Millis | null
  at: Millis
}

/** One use of force against one person: several people are several reports. */
export interface ForceReport {
  id: Id
  assistant: Id
  /** Whom the assistant was sent with. */
  unit: Id | null
  task: Id | null
  operation: Id | null
  region: string
  happenedAt: Millis
  reportedAt: Millis
  criteria: Criteria
  evaluation: Evaluation
  dueAt: Millis
  overdueAt: Millis | null
  account: Account | null
  /** Serious enough for the prosecutor's office to be told. */
  prosecutor: boolean
  review: { by: Id; at: Millis; finding: Finding; reason: SealedText } | null
  /** Why the second person gave the review back the last time. */
  returned: { by: Id; at: Millis; reason: SealedText } | null
  signed: { by: Id; at: Millis } | null
}

/** Until a second person has signed, the assistant acts in nothing (D12). */
export const isUnderReview = ({ signed }: ForceReport): boolean => signed === null
