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
export type SubjectCategory = (typeof subjectCategories)[number]

export interface Subject {
  category: SubjectCategory | null
  /** When, where and by whom, in words. */
  seen: string
  words: string
}

export const clueKinds = ['item', 'trace', 'sighting', 'voice', 'other'] as const
export type ClueKind = (typeof clueKinds)[number]

export interface ClueWords {
  kind: ClueKind | null
  words: string
}

export const noSubject: Subject = { category: null, seen: '', words: '' }

export const subjectText = (subject: Subject): string => JSON.stringify(subject)
export const clueText = (clue: ClueWords): string => JSON.stringify(clue)

export function readSubject(text: string): Subject {
  const { category, seen, words } = fieldsOf(text)
  if (typeof words !== 'string') return { ...noSubject, words: text }
  return { category: oneOf(subjectCategories, category), seen: typeof seen === 'string' ? seen : '', words }
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

const oneOf = <Word extends string>(words: readonly Word[], word: unknown): Word | null =>
  words.find((one) => one === word) ?? null
