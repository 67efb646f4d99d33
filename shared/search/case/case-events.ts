import type { SealedText } from '../../kernel/decider.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { ClosingItem, Clue, ClueFinder, ClueVerdict, Period, Photo } from './case-types.ts'
import type { UrgencyLevel } from './urgency.ts'

/** The case: its events carry the case's key, which no phone sees; only the card's and a released clue's do not. */
export interface CaseEvents {
  StatementRegistered: { operation: Id; sealed: SealedText }
  HastyAllowed: { operation: Id; sealed: SealedText }
  SubjectDescribed: { operation: Id; subject: SealedText; minor?: boolean }
  SubjectPhotoSet: { operation: Id; photo: Photo | null }
  UrgencyScored: { operation: Id; score: number; level: UrgencyLevel; sealed: SealedText }
  QuestionsAnswered: { operation: Id; section: string; sealed: SealedText }
  CardReleased: { operation: Id; sealed: SealedText; photo: Photo | null; to: 'teams' | 'public' }
  /** Of a minor: who has agreed to the release that follows. */
  CardConsented: { operation: Id; sealed: SealedText }
  CardWithdrawn: { operation: Id }
  PeriodOpened: { operation: Id; period: Omit<Period, 'to' | 'by'> }
  PeriodClosed: { operation: Id; period: Id; to: Millis }
  SubjectLocated: { operation: Id; sealed: SealedText; message: Id }
  LocatedTakenBack: { operation: Id; sealed: SealedText }
  LocatedTicked: { operation: Id; item: ClosingItem; done: boolean }
}

export interface ClueEvents {
  /** Without a number: of a time when clues were counted by their order. */
  CluePlaced: {
    operation: Id
    clue: Id
    sealed: SealedText
    number?: number
    finder?: ClueFinder
    foundAt?: Millis
  }
  CluePhotoAdded: { operation: Id; clue: Id; photo: Photo }
  ClueAssessed: { operation: Id; clue: Id; verdict: ClueVerdict }
  CustodyNoted: { operation: Id; clue: Id; sealed: SealedText; happenedAt: Millis }
  ClueReleased: { operation: Id; clue: Id; sealed: NonNullable<Clue['released']> }
  ClueWithdrawn: { operation: Id; clue: Id }
}
