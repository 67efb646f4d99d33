import type { Id, Millis } from '../kernel/ids.ts'
import type { Day } from '../law/day.ts'
import type { OperationKind } from '../operations/types.ts'

/** Milliseconds at work; `tasks` are those in which somebody was on the way or on the scene. */
export interface Worked {
  enRoute: Millis
  onScene: Millis
  tasks: number
}

export interface Served extends Worked {
  onDuty: Millis
}

/** What proves a row. */
interface Proved {
  /** Sequences of the log, in order. */
  records: number[]
  /** Some of it was entered by the desk, as heard by radio. */
  byRadio: boolean
  /** Still going on: counted up to the moment of the answer. */
  running: boolean
}

export interface DayRow extends Served, Proved {
  day: Day
}

/** One shift as far as it lies in the period. */
export interface ShiftRow extends Served, Proved {
  from: Millis
  to: Millis
  /** Work went on after the window had run out. */
  over: boolean
}

export interface TaskRow extends Omit<Worked, 'tasks'>, Proved {
  task: Id
  /** 3 of 1187-3; null where the order is not among the records. */
  number: number | null
  operation: Id | null
  kind: OperationKind | null
  from: Millis
  to: Millis
}

export interface KindRow extends Worked {
  kind: OperationKind | null
}

export interface MonthRow extends Served {
  /** 2026-11 */
  month: string
  days: number
}

/** The service of one assistant, day by day of the law. */
export interface Ledger {
  assistant: Id
  from: Day
  /** The last day. */
  to: Day
  /** What runs is counted up to here. */
  at: Millis
  total: Served & { days: number }
  days: DayRow[]
  shifts: ShiftRow[]
  tasks: TaskRow[]
  kinds: KindRow[]
  months: MonthRow[]
}
