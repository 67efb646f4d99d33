import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'

export const said = ['yes', 'no', 'unknown'] as const
/** Three-valued: what is not known is said, not guessed. */
export type Said = (typeof said)[number]

/** The terms of the law's table 3.4, in its letters' order: P A G W, and O N R. */
export const terms = ['protected', 'armed', 'group', 'means', 'ground', 'necessary', 'proportionate'] as const
type Term = (typeof terms)[number]
export type Criteria = Record<Term, Said>

/** Whom the force was used against; the first three are those the law protects, the last two stand alone. */
export const categories = ['woman', 'minor', 'disability', 'none', 'unknown'] as const
export type Category = (typeof categories)[number]

export const injuries = ['none', 'light', 'serious', 'death'] as const
export type Injuries = (typeof injuries)[number]

/** Who was told of it, besides the duty officer; the last stands alone. */
export const notices = ['unit-leader', 'ambulance', 'relatives', 'fire', 'nobody'] as const
export type Notice = (typeof notices)[number]

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

/** One person whom force was used against, evaluated by themselves. */
export interface Subject {
  criteria: Criteria
  evaluation: Evaluation
  /** Empty, and null below, until the written part. */
  categories: Category[]
  injuries: Injuries | null
  firstAid: Said | null
}

/** The written part. Words about people are sealed. */
export interface Account {
  /** Where, what happened, and who saw it; null says that nobody did. */
  place: SealedText
  words: SealedText
  witnesses: SealedText | null
  /** In words where the board does not know the unit. */
  unitWords: SealedText | null
  /** When police came; null when they did not. */
  policeAt: Millis | null
  notified: Notice[]
  at: Millis
}

/** The minute around the event, copied from the record: the copy lies in the vault under `id`. */
export interface FrozenCopy {
  id: Id
  digest: string
  from: Millis
  to: Millis
  at: Millis
}

/** One use of force, against one person or several. */
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
  subjects: Subject[]
  dueAt: Millis
  overdueAt: Millis | null
  account: Account | null
  /** Officers who wrote down what the assistant said by radio: none of them judges it. */
  enteredBy: Id[]
  minute: FrozenCopy | null
  /** The prosecutor's office has to be told before this can be closed. */
  prosecutor: boolean
  prosecutorNotice: { by: Id; at: Millis; number: string; on: Millis } | null
  /** The police officer who has it in hand. */
  reviewer: { by: Id; at: Millis } | null
  review: { by: Id; at: Millis; finding: Finding; reason: SealedText } | null
  /** Why the second person gave the review back the last time. */
  returned: { by: Id; at: Millis; reason: SealedText } | null
  signed: { by: Id; at: Millis } | null
}

/** Until a second person has signed, the assistant acts in nothing (D12). */
export const isUnderReview = ({ signed }: ForceReport): boolean => signed === null
