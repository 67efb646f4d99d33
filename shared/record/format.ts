import type { Id, Millis } from '../kernel/ids.ts'
import { canonical } from './canonical.ts'

/** How far a chain went, and the hash of its last record. */
export interface ChainHead {
  seq: number
  hash: string
}

/** A record as the chain keeps it: `hash` is hex SHA-256 of the predecessor's hash followed by `body`. */
export interface ChainRecord extends ChainHead {
  body: string
}

/** Where the head of the log stood at one time, by a checkpoint kept outside the store. */
export interface Anchor extends ChainHead {
  at: Millis
}

/** What was asked for: one operation, the hours of one assistant, or all that the asker may read between two instants. */
export type ExportScope =
  | { operation: Id; number: number }
  | { assistant: Id; callSign: string; from: Millis; to: Millis }
  | { from: Millis; to: Millis }

/** The first line of an export. */
export interface ExportHeader {
  format: 'serik-record'
  version: 1
  at: Millis
  /** The account, never a name; `operator` for whoever holds the store's files. */
  by: Id
  scope: ExportScope
  /** What the first record follows. */
  after: ChainHead
  /** The public key, 32 bytes in base64. */
  key: string
}

/** Records that are not part of the export: only how the chain went on behind them. */
export interface LeftOut {
  from: number
  upTo: number
  hash: string
}

/** The last line; the signature is over the canonical JSON of `end`. */
export interface ExportEnd {
  end: { records: number; head: ChainHead; header: string; lines: string }
  signature: string
}

export type ExportLine = ChainRecord | LeftOut | ExportEnd

/** SHA-256 in hex of a text, and whether a signature is of this text and key. Given from outside: Node's or a browser's. */
export interface Proofs {
  sha256(text: string): string | Promise<string>
  verifies(key: string, signature: string, text: string): boolean | Promise<boolean>
}

/** Lines are canonical JSON, so that one thing has one spelling and any other byte is a change. */
export function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return canonical(value) === line ? value : null
  } catch {
    return null
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isSeq = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isHead = (value: unknown): value is ChainHead => {
  const head = value as ChainHead | null
  return isSeq(head?.seq) && isHash(head.hash)
}

export function asHeader(value: unknown): ExportHeader | null {
  const header = value as ExportHeader | null
  if (header?.format !== 'serik-record' || header.version !== 1) return null
  const fits =
    isHead(header.after) &&
    Number.isFinite(header.at) &&
    typeof header.by === 'string' &&
    typeof header.key === 'string' &&
    typeof header.scope === 'object' &&
    header.scope !== null
  return fits ? header : null
}

export function asLine(value: unknown): ExportLine | null {
  if (typeof value !== 'object' || value === null) return null
  if ('end' in value) {
    const { end, signature } = value as ExportEnd
    const fits = isHead(end?.head) && isSeq(end.records) && isHash(end.header) && isHash(end.lines)
    return fits && typeof signature === 'string' ? (value as ExportEnd) : null
  }
  if ('upTo' in value) {
    const left = value as LeftOut
    return isSeq(left.from) && isSeq(left.upTo) && left.from <= left.upTo && isHash(left.hash) ? left : null
  }
  const record = value as ChainRecord
  return typeof record.body === 'string' && isHead(record) ? record : null
}
