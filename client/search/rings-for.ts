import table from './find-distances.json' with { type: 'json' }
import type { SubjectCategory } from './sealed-words.ts'

export interface FindDistances {
  category: string
  /** A citation, the same in every language. */
  source: string
  within: { share: number; metres: number }[]
}

/** The published find distances of a category; null where none may be shipped. */
export function ringsFor(category: SubjectCategory | null): FindDistances | null {
  return (table as FindDistances[]).find((row) => row.category === category) ?? null
}
