import type { EventLog, StoreFault } from './event-log.ts'
import type { FanOut } from './fan-out.ts'
import type { CredentialStore, OneTimeCodeStore, SessionStore, Vault } from './secrets.ts'
import type { TrackStore } from './track-store.ts'

/** Small settings that live as long as the store. */
export interface Meta {
  get(name: string): Promise<string | null>
  put(name: string, value: string): Promise<void>
  /** Puts `value` unless one stands already; returns the one that stands (of two nodes both get the same). */
  claim(name: string, value: string): Promise<string>
}

/** Whether the store takes commands now; `reason` is a sentence for the operator and may name a path. */
type StoreHealth = { ok: true } | { ok: false; code: StoreFault; reason: string }

/** Everything durable one server stands on, and the way to its fellow nodes. */
export interface Stores {
  /** Decisions: what the board is folded from. */
  log: EventLog
  /** Who looked at whom: a chain of its own, never folded. */
  access: EventLog
  credentials: CredentialStore
  sessions: SessionStore
  codes: OneTimeCodeStore
  vault: Vault
  tracks: TrackStore
  fanOut: FanOut
  meta: Meta
  health(): StoreHealth
  /** Writes what is buffered and the last checkpoint, then lets go of the store. */
  close(): Promise<void>
}
