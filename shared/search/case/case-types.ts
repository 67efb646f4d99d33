import type { SealedText } from '../../kernel/decider.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { UrgencyLevel } from './urgency.ts'

/** A picture in the vault: encoded again by the server, without what the camera wrote into it. */
export interface Photo {
  id: Id
  /** SHA-256 of its bytes, in hex. */
  digest: string
}

/** Something that was said once, by whom and when. */
export interface Said {
  sealed: SealedText
  by: Id
  at: Millis
}

/** What the desk has to see to after the subject was located. */
export const closingItems = ['family-told', 'teams-back', 'statement-closed'] as const
export type ClosingItem = (typeof closingItems)[number]

/** A part of the questionnaire; later answers stand beside the earlier ones. */
export interface Answers extends Said {
  section: string
}

interface Urgency {
  score: number
  level: UrgencyLevel
  /** The answers it was reckoned from. */
  sealed: SealedText
  by: Id
  at: Millis
}

export interface Located extends Said {
  /** What the teams were told, with their receipts. */
  message: Id
  ticked: { item: ClosingItem; by: Id; at: Millis }[]
}

/** A search's file: only for the desk, never for a phone. Named by its operation. */
export interface SearchCase {
  id: Id
  operation: Id
  /** Number, date and who registered it, in the vault. */
  statement: Said | null
  /** The duty officer lets teams go before the statement is registered; the reason. */
  hasty: Said | null
  subject: SealedText | null
  minor: boolean
  photo: Photo | null
  /** Last known positions, oldest first. */
  positions: Said[]
  urgency: Urgency | null
  answers: Answers[]
  located: Located | null
}

/** What teams, and with `public` everybody, may know of who is missed: a text of its own, copied field by field. */
export interface SubjectCard {
  id: Id
  operation: Id
  /** Null once it is withdrawn. */
  sealed: SealedText | null
  photo: Photo | null
  to: 'teams' | 'public'
  by: Id
  at: Millis
}

/** An operational period: the sweeps of its time belong to it. */
export interface Period {
  id: Id
  number: number
  from: Millis
  /** Null while it runs. */
  to: Millis | null
  /** When it is meant to end. */
  until: Millis
  objectives: SealedText
  by: Id
}

export const clueVerdicts = ['relevant', 'confirmed', 'discounted'] as const
export type ClueVerdict = (typeof clueVerdicts)[number]

export type ClueFinder = { kind: 'assistant' | 'unit' | 'staff'; id: Id } | { kind: 'citizen' }

/** Something found, seen or heard. The place and the words lie in the vault as {lat,lng,text}. */
export interface Clue {
  id: Id
  operation: Id
  number: number
  sealed: SealedText
  finder: ClueFinder
  foundAt: Millis
  photo: Photo | null
  /** Who took it, to whom it went, where it lies: only ever added to. `at` is when it happened. */
  custody: (Said & { happenedAt: Millis })[]
  assessed: { verdict: ClueVerdict; by: Id; at: Millis } | null
  /** The words that the teams see; null while it is the desk's. */
  released: SealedText | null
  by: Id
  at: Millis
}
