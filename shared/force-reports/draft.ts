import type { Id, Millis } from '../kernel/ids.ts'
import { protectedBy } from './evaluate.ts'
import type { Category, Criteria, Injuries, Notice, Said } from './types.ts'

/** One row while it is written; nothing is answered for the writer. */
export interface SubjectDraft {
  criteria: Criteria
  categories: Category[]
  injuries: Injuries | null
  firstAid: Said | null
}

/** The written part while it is written, on the phone or at the desk. */
export interface WrittenDraft {
  happenedAt: Millis
  place: string
  unit: string
  words: string
  /** Null until it is said whether anybody saw it. */
  seen: boolean | null
  witnesses: string
  /** Null until it is said whether police came. */
  police: boolean | null
  policeAt: Millis | null
  notified: Notice[]
  subjects: SubjectDraft[]
}

const nobodyAsked: Criteria = {
  ...{ protected: 'unknown', armed: 'unknown', group: 'unknown', means: 'unknown' },
  ...{ ground: 'unknown', necessary: 'unknown', proportionate: 'unknown' },
}

export const newSubject = (criteria: Criteria = nobodyAsked): SubjectDraft => ({
  criteria,
  categories: [],
  injuries: null,
  firstAid: null,
})

export const newDraft = (happenedAt: Millis, first: Criteria): WrittenDraft => ({
  ...{ happenedAt, place: '', unit: '', words: '', seen: null, witnesses: '', police: null, policeAt: null },
  ...{ notified: [], subjects: [newSubject(first)] },
})

/** An answer that stands alone takes the place of the others, and they take its. */
export function toggled<Value extends string>(
  chosen: readonly Value[],
  one: Value,
  alone: readonly Value[],
): Value[] {
  if (chosen.includes(one)) return chosen.filter((other) => other !== one)
  return alone.includes(one) ? [one] : [...chosen.filter((other) => !alone.includes(other)), one]
}

export type MissingPart = 'place' | 'unit' | 'words' | 'witnesses' | 'police' | 'notified' | 'subject'

/** The first mandatory part that is not there yet; null when all are. */
export function missingPart(draft: WrittenDraft, knowsUnit: boolean): MissingPart | null {
  const blank = (text: string) => text.trim() === ''
  if (blank(draft.place)) return 'place'
  if (!knowsUnit && blank(draft.unit)) return 'unit'
  const unanswered = ({ categories, injuries, firstAid }: SubjectDraft) =>
    protectedBy(categories) === null || injuries === null || firstAid === null
  if (draft.subjects.some(unanswered)) return 'subject'
  if (blank(draft.words)) return 'words'
  if (draft.seen === null || (draft.seen && blank(draft.witnesses))) return 'witnesses'
  if (draft.police === null || (draft.police && draft.policeAt === null)) return 'police'
  return draft.notified.length === 0 ? 'notified' : null
}

/** The command's body; only of a draft in which nothing is missing. */
export function writtenBody(report: Id, draft: WrittenDraft, knowsUnit: boolean) {
  return {
    ...{ report, happenedAt: draft.happenedAt, place: draft.place, words: draft.words },
    unit: knowsUnit ? null : draft.unit,
    witnesses: draft.seen ? draft.witnesses : null,
    policeAt: draft.police ? draft.policeAt : null,
    notified: draft.notified,
    subjects: draft.subjects.map(({ criteria, categories, injuries, firstAid }) => ({
      criteria,
      categories,
      injuries: injuries ?? 'none',
      firstAid: firstAid ?? 'unknown',
    })),
  }
}
