import type { Actor, Fact, LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id, Key, Millis } from '../../shared/kernel/ids.ts'
import type { ChainRecord } from '../../shared/record/format.ts'

/** One command's facts, appended whole or not at all. */
export interface Append {
  commandId: Id
  /** SHA-256 (hex) of the command's actor, type and body: the same id with another body is refused. */
  fingerprint: string
  at: Millis
  by: Actor
  facts: Fact[]
  /** What the decision read: refused when one of `keys` has moved after sequence `at`. */
  read: { keys: Key[]; at: number }
  /** Kept with the command and given back on a repeat (JSON). */
  result?: unknown
}

export type Appended =
  | { ok: true; from: number; upTo: number; repeated: boolean; result?: unknown }
  | { ok: false; why: 'conflict'; moved: { key: Key; seq: number }[] }
  | { ok: false; why: 'other-body' }

export interface Head {
  seq: number
  /** Hex SHA-256 of the last record; 64 zeros when empty. */
  hash: string
}

/**
 * The durable, ordered log. Contract (test/contract/event-log.contract.ts runs on every implementation):
 * sequences are 1..n without a gap; an append resolves only when its records are durable; a known `commandId`
 * answers with its first result and appends nothing; a store that cannot write rejects with `StoreUnavailable`.
 */
export interface EventLog {
  append(append: Append): Promise<Appended>
  /** What an earlier append of this command gave; null for an unknown id. */
  known(commandId: Id, fingerprint: string): Promise<Appended | null>
  /** The records with sequence > `after`, in order, at most `limit`. */
  read(after: number, limit: number): Promise<LoggedEvent[]>
  /** The same as they stand in the chain, not checked: for whoever proves or exports it. */
  sealed(after: number, limit: number): Promise<ChainRecord[]>
  /**
   * Calls back with each later record, in order and once, whoever appended it; an append may resolve before or after
   * that. A broken chain ends it and makes the log refuse appends. Returns a function that stops.
   */
  follow(after: number, onEvents: (events: LoggedEvent[]) => void): () => void
  head(): Promise<Head>
  close(): Promise<void>
}

/** Why a store does not take commands, without a path or an address: what strangers may be told. */
export type StoreFault = 'store.silent' | 'store.full' | 'store.unwritable' | 'store.damaged'

/** The store cannot take or give now; the message is a sentence for the operator. */
export class StoreUnavailable extends Error {
  readonly code: StoreFault
  constructor(message: string, code: StoreFault = 'store.unwritable') {
    super(message)
    this.code = code
  }
}
