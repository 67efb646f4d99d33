import type { Account } from '../accounts/types.ts'
import type { Alarm } from '../alarms/types.ts'
import type { Application } from '../applications/types.ts'
import type { Device } from '../assistants/events.ts'
import type { Assistant, Recheck } from '../assistants/types.ts'
import type { Erasure } from '../erasure/types.ts'
import type { ForceReport } from '../force-reports/types.ts'
import type { Gateway } from '../gateways/types.ts'
import type { Incident } from '../incidents/types.ts'
import type { EntityKind, Id, Key } from '../kernel/ids.ts'
import type { Handover, Message } from '../messages/types.ts'
import type { Note, Operation, Place } from '../operations/types.ts'
import type { Clue, SearchCase, SubjectCard } from '../search/case/case-types.ts'
import type { Consensus, DistanceTable, Prior, Sheet } from '../search/priors/probability.ts'
import type { Task } from '../tasks/types.ts'
import type { Unit } from '../units/types.ts'

export interface Entities {
  account: Account
  device: Device
  gateway: Gateway
  assistant: Assistant
  unit: Unit
  operation: Operation
  place: Place
  task: Task
  incident: Incident
  alarm: Alarm
  message: Message
  handover: Handover
  note: Note
  application: Application
  report: ForceReport
  erasure: Erasure
  /** Named by its operation; so is the card. */
  case: SearchCase
  card: SubjectCard
  clue: Clue
  prior: Prior
  consensus: Consensus
  sheet: Sheet
  distances: DistanceTable
  recheck: Recheck
}

/**
 * The folded state: everything on the server, on a desk or phone what its viewer may see. Entities are immutable
 * values; the maps are the fold's own and are changed in place, one entity at a time.
 */
export interface Board extends BoardMaps {
  /** Sequence of the last event folded in; 0 = empty. */
  seq: number
  purpose: 'rehearsal' | 'live' | null
  /** The seed of a rehearsal's city. */
  seed: number | null
  /** The next `no` of a carrier and the next number of an operation, an incident and an application. */
  next: { no: number; operation: number; incident: number; application: number }
  /** Sequence at which each key last moved; what `seen` and an append's read are compared with. */
  moved: Map<Key, number>
  /** `no` → carrier, for everything that comes from position frames. */
  byNo: ({ kind: 'assistant' | 'unit'; id: Id } | undefined)[]
}

export type BoardMaps = { [Kind in EntityKind]: Map<Id, Entities[Kind]> }

const firstOperationNumber = 1001

export function emptyBoard(): Board {
  return {
    seq: 0,
    purpose: null,
    seed: null,
    next: { no: 0, operation: firstOperationNumber, incident: 1, application: 1 },
    moved: new Map(),
    byNo: [],
    account: new Map(),
    device: new Map(),
    gateway: new Map(),
    assistant: new Map(),
    unit: new Map(),
    operation: new Map(),
    place: new Map(),
    task: new Map(),
    incident: new Map(),
    alarm: new Map(),
    message: new Map(),
    handover: new Map(),
    note: new Map(),
    application: new Map(),
    report: new Map(),
    erasure: new Map(),
    case: new Map(),
    card: new Map(),
    clue: new Map(),
    prior: new Map(),
    consensus: new Map(),
    sheet: new Map(),
    distances: new Map(),
    recheck: new Map(),
  }
}
