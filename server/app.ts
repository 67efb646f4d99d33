import type { Logger } from 'pino'
import type { Enrolment } from './auth/enrolment.ts'
import type { Sessions } from './auth/sessions.ts'
import type { Config } from './config.ts'
import type { Metrics } from './metrics.ts'
import type { Pipeline } from './pipeline/handle-command.ts'
import type { LiveBoard } from './pipeline/live-board.ts'
import type { Clock } from './ports/clock.ts'
import type { Stores } from './ports/stores.ts'
import type { Positions } from './positions/positions.ts'
import type { ReadParts } from './reads/parts.ts'
import type { RecordExports } from './reads/record-export.ts'
import type { Push } from './transport/push.ts'

/** What the transports are built on; put together in main.ts and in the flow tests' kit. */
export interface App {
  config: Config
  clock: Clock
  logger: Logger
  metrics: Metrics
  stores: Stores
  live: LiveBoard
  pipeline: Pipeline
  positions: Positions
  reads: ReadParts
  push: Push
  record: RecordExports
  sessions: Sessions
  enrolment: Enrolment
  /** Cuts the connections of a session that was signed out, on every node. */
  endSession(tokenHash: string): void
  /** The same for all connections of an account. */
  endAccount(account: string): void
}
