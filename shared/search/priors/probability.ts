import type { SealedText } from '../../kernel/decider.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { ConsensusMethod, ConsensusResult } from '../../search-theory/consensus.ts'
import type { FoundWithin } from '../../search-theory/find-rings.ts'

/** How far from the IPP people of a category were found in a terrain, and who published it. */
export interface FindDistances {
  /** One of the known words, or as the source has it. */
  category: string
  terrain: string
  /** A citation, the same in every language. */
  source: string
  /** Counted in Kazakhstan: what the source says of itself. */
  kazakhstan?: true
  within: FoundWithin[]
}

/** The table of a store whose regions have none of their own: so older logs have it. */
export const tableId = 'table'
export const mostRows = 150

/** A region's own table in place of the one that is shipped. */
export interface DistanceTable {
  /** The region's path, or `tableId`. */
  id: Id
  rows: FindDistances[]
  by: Id
  at: Millis
}

export const priorSources = ['hand', 'area', 'rings', 'consensus'] as const
export type PriorSource = (typeof priorSources)[number]

/** One way in which it may have happened. */
export interface Scenario {
  /** Null where there is only one. */
  name: SealedText | null
  weight: number
  source: PriorSource
  /** What the rings were: a FindDistances in the vault, since the category tells of the missing person. */
  rings: SealedText | null
  consensus: Id | null
  /** In the order of the prior's places, 0…1; with `row` they make up 1. */
  poa: number[]
  row: number
}

/** The probabilities before anybody searched, as they were set at a time. Earlier ones are kept. */
export interface Prior {
  id: Id
  operation: Id
  places: Id[]
  scenarios: Scenario[]
  by: Id
  at: Millis
}

/** That somebody's sheet is in; its numbers are a `Sheet`, which nobody sees before the consensus is closed. */
export interface SheetIn {
  sheet: Id
  /** Whose it is, or who typed it in. */
  by: Id
  /** Whose paper it is, where the person has no account. */
  person: SealedText | null
  at: Millis
}

/** Points and scores as given, O'Connor's letters as letters; the rest of the world is last, except where it is given. */
export type SheetValues = number[] | string[]

export interface Sheet {
  id: Id
  consensus: Id
  operation: Id
  values: SheetValues
  by: Id
  at: Millis
}

export interface Consensus {
  id: Id
  operation: Id
  method: ConsensusMethod
  /** The rest of the world, where the method takes it as given (proportional). */
  row: number | null
  places: Id[]
  openedBy: Id
  openedAt: Millis
  sheets: SheetIn[]
  closedAt: Millis | null
  /** Null while it is open, and for one that was given up: its sheets stay closed. */
  result: ConsensusResult | null
}
