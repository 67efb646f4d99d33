import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id, Key, Millis } from '../../shared/kernel/ids.ts'
import type { ExportHeader } from '../../shared/record/format.ts'
import type { Head } from './event-log.ts'

export type Chain = 'log' | 'access'

/** Where the heads of both chains stood at one time. Kept outside the store, it shows a cut end or a rewritten chain. */
export interface Checkpoint {
  at: Millis
  log: Head
  access: Head
}

export interface ChainFinding {
  chain: string
  ok: boolean
  /** For the operator. */
  line: string
  /** How far it is whole. */
  records: number
  hash: string
  /** What is wrong, and with which record. */
  problem: {
    code: 'missing' | 'changed' | 'unlinked' | 'rewritten' | 'cut' | 'unreadable'
    seq: number
  } | null
}

/** What is looked for. Rights are asked of what is found, by whoever asks. */
export interface Wanted {
  from: Millis | null
  to: Millis | null
  actor: Id | null
  /** Not by this one. */
  notBy: Id | null
  /** A kind of entity that was changed, or a kind of reading. */
  what: string | null
  about: Id | null
  /** One of these was touched, or looked at. */
  keys: readonly Key[] | null
  /** Words of the record or of the vault, one of these types of event, or one of these people and things. */
  text: { words: string; types: readonly string[]; ids: readonly Id[] } | null
}

export interface Look {
  chain: Chain
  /** From here downward, to above `floor`. */
  top: number
  floor: number
  limit: number
  wanted: Wanted
}

export interface Found {
  /** Newest first. */
  events: LoggedEvent[]
  /** Everything down to this sequence has been looked at. */
  reached: number
}

export interface ExportWanted {
  header: Pick<ExportHeader, 'at' | 'by' | 'scope'>
  upTo: number
  /** Sequences that checkpoints name. */
  anchors: number[]
}

/** Of the keys of several records, which of them may be read; in the same order. */
export type MayRead = (keys: Key[][]) => boolean[]

/**
 * Long looks at the chains, on a thread and a connection of their own: commands, calls for help and frames go on
 * meanwhile. Nothing is written.
 */
export interface RecordScan {
  look(look: Look): Promise<Found>
  /** The lines of a signed export, several at a time. */
  export(wanted: ExportWanted, mayRead: MayRead): AsyncGenerator<string>
  /** Proves both chains, with what stands outside the store. */
  verify(checkpoints: Checkpoint[]): Promise<ChainFinding[]>
  close(): Promise<void>
}
