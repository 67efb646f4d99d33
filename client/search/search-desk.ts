import { create } from 'zustand'
import type { Id } from '../../shared/kernel/ids.ts'
import type { TeamKind } from '../../shared/search/teams/team-kinds.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'

/** The file of a search and its parts, and the file of a clue. */
export const caseForms = [
  'case',
  'statement',
  'subject',
  'questions',
  'urgency',
  'card',
  'period',
  'located',
  'clue-file',
  'clue-custody',
  'clue-release',
] as const
export type CaseFormName = (typeof caseForms)[number]

export type SearchForm =
  | CaseFormName
  | 'priors'
  | 'consensus'
  | 'distances'
  | 'width'
  | 'line'
  | 'clue'
  | 'files'
  | 'kinds'
  | 'debrief'
  | 'numbers'
  | 'what-if'
  | 'ground'
  | 'cut'
  | 'lock'
  | 'papers'
/** Whose ways the map shows: of the chosen segment, of all, of none. */
const layers = ['chosen', 'all', 'none'] as const

/** The rings as lines, as a surface of probability, or not. */
const ringViews = ['lines', 'surface', 'none'] as const

export const paints = ['pod', 'swept', 'holes'] as const

interface SearchDesk {
  /** In place of the plan, until it is closed. */
  form: SearchForm | null
  layer: (typeof layers)[number]
  rings: (typeof ringViews)[number]
  /** What the cells of the segments say. */
  paint: (typeof paints)[number]
  clue: Id | null
  /** A closed consensus that the form of the probabilities begins with. */
  consensus: Id | null
  /** A recorded sweep whose ways are shown instead of the newest. */
  sweep: { place: Id; at: number } | null
  /** People and minutes of a team that is not out yet. */
  effort: { people: number; minutes: number }
  /** Teams that could be sent besides those that are out. */
  teams: Partial<Record<TeamKind, number>>
  /** Teams that were moved by hand, each to a goal and for so many minutes. */
  moved: { operation: Id; teams: Record<string, { goal?: string; minutes?: number }> } | null
  /** The recorded sweep that the team speaks of. */
  debrief: { place: Id; at: number } | null
  /** What was walked since the last recorded sweeps, as the server measured it. */
  coverage: { operation: Id; rows: readonly CoverageOfSegment[]; at: number } | null
}

/** Choices of this screen, shared by its two panes. */
export const useSearchDesk = create<SearchDesk>(() => ({
  form: null,
  layer: 'chosen',
  rings: 'lines',
  paint: 'pod',
  clue: null,
  consensus: null,
  sweep: null,
  effort: { people: 3, minutes: 60 },
  teams: { foot: 3 },
  moved: null,
  debrief: null,
  coverage: null,
}))

export const setSearchDesk = useSearchDesk.setState
export const openForm = (form: SearchForm | null): void => setSearchDesk({ form })

export function nextPaint(): void {
  setSearchDesk(({ paint }) => ({ paint: paints[(paints.indexOf(paint) + 1) % paints.length] ?? 'pod' }))
}

export function nextLayer(): void {
  setSearchDesk(({ layer }) => ({
    layer: layers[(layers.indexOf(layer) + 1) % layers.length] ?? 'chosen',
  }))
}

export function nextRings(): void {
  setSearchDesk(({ rings }) => ({
    rings: ringViews[(ringViews.indexOf(rings) + 1) % ringViews.length] ?? 'lines',
  }))
}
