import type { LatLng } from '../../shared/geo/lat-lng.ts'

/**
 * What lies in the vault about a search is one text each; these give it a shape. A text of another shape is taken as
 * plain words: nothing that somebody wrote is ever hidden.
 */
export const subjectCategories = [
  'child',
  'dementia',
  'despondent',
  'gatherer',
  'hiker',
  'illness',
  'other',
] as const
type SubjectCategory = (typeof subjectCategories)[number]

export interface Subject {
  category: SubjectCategory | null
  /** When, where and by whom, in words. */
  seen: string
  words: string
  name: string
  age: string
  looks: string
  clothing: string
  carries: string
  approach: string
}

export const clueKinds = ['item', 'trace', 'sighting', 'voice', 'other'] as const
export type ClueKind = (typeof clueKinds)[number]

interface ClueWords {
  kind: ClueKind | null
  words: string
}

export const noSubject: Subject = {
  category: null,
  ...{ seen: '', words: '', name: '', age: '', looks: '', clothing: '', carries: '', approach: '' },
}

export const subjectText = (subject: Subject): string => JSON.stringify(subject)
export const clueText = (clue: ClueWords): string => JSON.stringify(clue)

export function readSubject(text: string): Subject {
  const fields = fieldsOf(text)
  if (typeof fields.words !== 'string') return { ...noSubject, words: text }
  const subject = { ...noSubject, category: oneOf(subjectCategories, fields.category) }
  for (const name of subjectLines) subject[name] = lineOf(fields, name)
  return subject
}

export interface Statement {
  number: string
  /** 2026-03-02 */
  day: string
  by: string
}

export function readStatement(text: string): Statement {
  const fields = fieldsOf(text)
  return { number: lineOf(fields, 'number'), day: lineOf(fields, 'day'), by: lineOf(fields, 'by') }
}

/** A last known position: where, who says so, when the subject was there. */
export function readPosition(text: string): { at: LatLng | null; source: string; seenAt: number | null } {
  const fields = fieldsOf(text)
  const { seenAt } = fields
  return {
    at: readPoint(text),
    source: lineOf(fields, 'source'),
    seenAt: typeof seenAt === 'number' ? seenAt : null,
  }
}

export const locatedStates = ['alive', 'injured', 'dead'] as const

export function readLocated(text: string) {
  const fields = fieldsOf(text)
  const { foundAt } = fields
  return {
    state: oneOf(locatedStates, fields.state),
    at: readPoint(JSON.stringify(fields.at ?? null)),
    words: lineOf(fields, 'words'),
    foundAt: typeof foundAt === 'number' ? foundAt : null,
  }
}

export function readCustody(text: string) {
  const fields = fieldsOf(text)
  return {
    takenBy: lineOf(fields, 'takenBy'),
    handedTo: lineOf(fields, 'handedTo'),
    stored: lineOf(fields, 'stored'),
  }
}

/** One filling of the questionnaire: who answered, and question → answer. */
export function readAnswers(text: string): { who: string; answers: Record<string, string> } {
  const fields = fieldsOf(text)
  const given = Object(fields.answers) as Record<string, unknown>
  const answers = Object.entries(given).filter((one): one is [string, string] => typeof one[1] === 'string')
  return { who: lineOf(fields, 'who'), answers: Object.fromEntries(answers) }
}

export function readPoints(text: string): Record<string, number> {
  const points = Object.entries(fieldsOf(text)).filter(
    (one): one is [string, number] => typeof one[1] === 'number',
  )
  return Object.fromEntries(points)
}

export function readPoint(text: string): LatLng | null {
  const { lat, lng } = fieldsOf(text)
  return typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null
}

export function readClue(text: string): (ClueWords & { at: LatLng }) | null {
  const at = readPoint(text)
  const { text: inner } = fieldsOf(text)
  if (!at || typeof inner !== 'string') return null
  const { kind, words } = fieldsOf(inner)
  if (typeof words !== 'string') return { at, kind: null, words: inner }
  return { at, kind: oneOf(clueKinds, kind), words }
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const subjectLines = ['seen', 'words', 'name', 'age', 'looks', 'clothing', 'carries', 'approach'] as const

function lineOf(fields: Record<string, unknown>, name: string): string {
  const line = fields[name]
  return typeof line === 'string' ? line : ''
}

const oneOf = <Word extends string>(words: readonly Word[], word: unknown): Word | null =>
  words.find((one) => one === word) ?? null
