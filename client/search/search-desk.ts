import { create } from 'zustand'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Effort } from '../../shared/search/best-next.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'

export type SearchForm = 'case' | 'priors' | 'width' | 'clue' | 'files'
/** Whose ways the map shows: of the chosen segment, of all, of none. */
const layers = ['chosen', 'all', 'none'] as const

interface SearchDesk {
  /** In place of the plan, until it is closed. */
  form: SearchForm | null
  layer: (typeof layers)[number]
  rings: boolean
  clue: Id | null
  /** A recorded sweep whose ways are shown instead of the newest. */
  sweep: { place: Id; at: number } | null
  effort: Effort
  /** Teams that could be sent besides those that are out. */
  teams: number
  /** What was walked since the last recorded sweeps, as the server measured it. */
  coverage: { operation: Id; rows: readonly CoverageOfSegment[]; at: number } | null
}

/** Choices of this screen, shared by its two panes. */
export const useSearchDesk = create<SearchDesk>(() => ({
  form: null,
  layer: 'chosen',
  rings: true,
  clue: null,
  sweep: null,
  effort: { people: 3, minutes: 60 },
  teams: 3,
  coverage: null,
}))

export const setSearchDesk = useSearchDesk.setState
export const openForm = (form: SearchForm | null): void => setSearchDesk({ form })

export function nextLayer(): void {
  setSearchDesk(({ layer }) => ({
    layer: layers[(layers.indexOf(layer) + 1) % layers.length] ?? 'chosen',
  }))
}
