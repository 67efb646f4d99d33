import type { Past } from '../../shared/board/past.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Remembered } from '../../shared/matching/pairing.ts'
import type { Staffed, Staffing } from '../../shared/pairing/solve-staffing.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import type { Clock } from '../ports/clock.ts'
import type { EventLog } from '../ports/event-log.ts'
import type { RecordScan } from '../ports/record-scan.ts'
import type { Vault } from '../ports/secrets.ts'
import type { ReadTrack } from '../positions/every-node.ts'
import type { Positions } from '../positions/positions.ts'
import type { RecordAccess } from './access.ts'
import type { ServiceIndex } from './service-index.ts'
import type { SystemOfEveryNode } from './system.ts'
import type { TextIndex } from './texts.ts'
import type { Turn } from './turns.ts'

/** What reads are answered from. */
export interface ReadParts {
  live: LiveBoard
  log: EventLog
  access: EventLog
  vault: Vault
  track: ReadTrack
  positions: Positions
  texts: TextIndex
  past: Past
  service: ServiceIndex
  record: RecordAccess
  scan: RecordScan
  /** What was read from outside of the server comes into the record. */
  takeOutside(): Promise<void>
  turn: Turn
  /** `solveStaffing`, off the event loop. Throws ThreadEnded when it was cut off. */
  solve(staffing: Staffing): Promise<Staffed>
  system: SystemOfEveryNode
  clock: Clock
}

/** What one connection keeps between its reads: whose names and which texts were already recorded, what was proposed. */
export interface ReadSession {
  named: Set<Id>
  texts: Set<Id>
  last?: { operation: Id; cameTo: Remembered }
}
