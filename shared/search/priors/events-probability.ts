import type { SealedText } from '../../kernel/decider.ts'
import type { Logged } from '../../kernel/event.ts'
import type { Id } from '../../kernel/ids.ts'
import type { ConsensusMethod, ConsensusResult } from '../../search-theory/consensus.ts'
import type { FindDistances, Scenario, SheetValues } from './probability.ts'

export interface ProbabilityEvents {
  /** The whole table of a region; without one, that of the store, as older logs have it. */
  FindDistancesChanged: { region?: string; rows: FindDistances[] }
  /** The row that a search goes by; in the vault, since the category tells of the missing person. */
  RingsChosen: { operation: Id; rings: SealedText }
  /** Sets the segments' `poa` to the weighted sum; earlier priors stay. */
  PriorsSet: { prior: Id; operation: Id; places: Id[]; scenarios: Scenario[] }
  ConsensusOpened: {
    consensus: Id
    operation: Id
    method: ConsensusMethod
    row: number | null
    places: Id[]
  }
  /** Seen by nobody until the consensus is closed. A second one of the same sheet replaces it. */
  SheetGiven: { sheet: Id; consensus: Id; operation: Id; values: SheetValues }
  /** That it is in, for everybody. */
  SheetCounted: { consensus: Id; operation: Id; sheet: Id; person: SealedText | null }
  ConsensusClosed: { consensus: Id; operation: Id; result: ConsensusResult }
  /** Given up without a result: its sheets stay closed. */
  ConsensusDropped: { consensus: Id; operation: Id }
}
export type ProbabilityEvent = Logged<ProbabilityEvents>
