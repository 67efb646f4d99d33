import type { WordKey } from '../../shared/i18n/keys.ts'
import type { CaseEvents, ClueEvents } from '../../shared/search/case/case-events.ts'
import { operation, type Sentence, type Sentences } from './parts.ts'

/** A search's file, its clues, and the end of it. What was said stays sealed; reasons are read by whoever may. */
export const sentencesOfCase: Sentences<keyof CaseEvents | keyof ClueEvents> = {
  StatementRegistered: ({ data }, who) => ({
    key: 'journal:statement-registered',
    params: { who, operation: operation(data.operation) },
  }),
  HastyAllowed: ({ data }, who) => ({
    key: 'journal:hasty-allowed',
    params: { who, operation: operation(data.operation), reason: { sealed: data.sealed } },
  }),
  SubjectDescribed: ({ data }, who) => ({
    key: 'journal:subject-described',
    params: { who, operation: operation(data.operation) },
  }),
  SubjectPhotoSet: ({ data }, who) => ({
    key: data.photo ? 'journal:subject-photo' : 'journal:subject-photo-gone',
    params: { who, operation: operation(data.operation) },
  }),
  UrgencyScored: ({ data }, who) => ({
    key: 'journal:urgency-scored',
    params: {
      ...{ who, operation: operation(data.operation), score: data.score },
      level: { word: `search:urgency.${data.level}` },
    },
  }),
  QuestionsAnswered: ({ data }, who) => ({
    key: 'journal:questions-answered',
    params: {
      ...{ who, operation: operation(data.operation) },
      section: { word: `case:questions.${data.section}` as WordKey },
    },
  }),
  CardReleased: ({ data }, who) => ({
    key: 'journal:card-released',
    params: { who, operation: operation(data.operation), to: { word: `case:card-to.${data.to}` } },
  }),
  CardConsented: ({ data }) => ({
    key: 'journal:card-consented',
    params: { operation: operation(data.operation), whose: { sealed: data.sealed } },
  }),
  CardWithdrawn: ({ data }, who) => ({
    key: 'journal:card-withdrawn',
    params: { who, operation: operation(data.operation) },
  }),
  PeriodOpened: ({ data }, who) => ({
    key: 'journal:period-opened',
    params: {
      ...{ who, operation: operation(data.operation), number: data.period.number },
      objectives: { sealed: data.period.objectives },
    },
  }),
  PeriodClosed: ({ data }, who) => ({
    key: 'journal:period-closed',
    params: { who, operation: operation(data.operation) },
  }),
  SubjectLocated: ({ data }, who) => ({
    key: 'journal:subject-located',
    params: { who, operation: operation(data.operation) },
  }),
  LocatedTakenBack: ({ data }, who) => ({
    key: 'journal:located-taken-back',
    params: { who, operation: operation(data.operation), reason: { sealed: data.sealed } },
  }),
  LocatedTicked: ({ data }, who) => ({
    key: data.done ? 'journal:located-ticked' : 'journal:located-unticked',
    params: { who, operation: operation(data.operation), item: { word: `case:closing.${data.item}` } },
  }),

  CluePlaced: ({ data }, who): Sentence =>
    data.number === undefined
      ? { key: 'journal:clue', params: { who, operation: operation(data.operation) } }
      : {
          key: 'journal:clue-numbered',
          params: { who, operation: operation(data.operation), number: data.number },
        },
  CluePhotoAdded: ({ data }, who) => ({
    key: 'journal:clue-photo',
    params: { who, operation: operation(data.operation) },
  }),
  ClueAssessed: ({ data }, who) => ({
    key: 'journal:clue-assessed',
    params: {
      who,
      operation: operation(data.operation),
      verdict: { word: `search:verdict.${data.verdict}` },
    },
  }),
  CustodyNoted: ({ data }, who) => ({
    key: 'journal:custody-noted',
    params: { who, operation: operation(data.operation) },
  }),
  ClueReleased: ({ data }, who) => ({
    key: 'journal:clue-released',
    params: { who, operation: operation(data.operation) },
  }),
  ClueWithdrawn: ({ data }, who) => ({
    key: 'journal:clue-withdrawn',
    params: { who, operation: operation(data.operation) },
  }),
}
