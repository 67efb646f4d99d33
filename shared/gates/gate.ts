import type { Assistant } from '../assistants/types.ts'
import type { Board } from '../board/board.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Operation, Window } from '../operations/types.ts'
import type { Unit } from '../units/types.ts'

/** When a gate is looked at (the law's table 3.3). `always` = while a task runs. */
export type GateMoment = 'proposal' | 'sending' | 'activation' | 'always'

/** What a gate may look at. `unit` is null in a proposal before units are placed. */
export interface GateInput {
  board: Board
  now: Millis
  assistant: Assistant
  /** Null when the person is looked at for none. */
  operation: Operation | null
  window: Window
  unit: Unit | null
  /** The task that is being checked; excused from "already in a task". */
  task: Id | null
}

export interface GateRefusal {
  /** D5 */
  rule: string
  /** OFF_SHIFT; the sentence is `refusals:gate.<code>`. */
  code: string
  params: Record<string, string | number>
}

/** One deployment rule: a file each, named after its id. */
export interface Gate {
  rule: string
  /** Source: [C] read, [S] founding article, [I] own design. Counsel must confirm S and I. */
  basis: 'C' | 'S' | 'I' | 'C/I'
  moments: GateMoment[]
  /** Losing it while a task runs puts the member on HOLD until it holds again. */
  holds?: true
  check(input: GateInput, moment: GateMoment): GateRefusal | null
}
