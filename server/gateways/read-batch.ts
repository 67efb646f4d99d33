import { type LiveTable, makeLiveTable } from '../../shared/positions/live-table.ts'
import { type ByteReader, readVarint } from '../../shared/wire/column.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { DETAIL, FIXED_BYTES, type Frame } from '../../shared/wire/frame.ts'
import { mostBatchBytes, mostBatchFixes } from '../../shared/wire/gateway.ts'

export type Batch = { table: LiveTable } & Pick<Frame, 'at' | 'changed'>
export type BatchRefused = 'batch.invalid' | 'batch.too-large'

/**
 * Reads what gateways send. The table is the reader's own and written over by the next batch, whoever's: nothing of it is
 * good for longer. The counts that the bytes claim are held against what a batch may have before anything is made of them.
 */
export function batchReader(): (bytes: unknown) => Batch | BatchRefused {
  const table = makeLiveTable()
  return (bytes) => {
    if (!(bytes instanceof Uint8Array) || bytes.length < FIXED_BYTES) return 'batch.invalid'
    // Whole, alone and to the metre: a difference would be one to a batch of somebody else.
    if (bytes[1] !== DETAIL || bytes[2] !== 0) return 'batch.invalid'
    const from: ByteReader = { bytes, at: FIXED_BYTES, broken: false }
    const fixes = readVarint(from)
    const removed = readVarint(from)
    if (from.broken || removed > 0) return 'batch.invalid'
    if (fixes > mostBatchFixes || bytes.length > mostBatchBytes) return 'batch.too-large'
    const frame = decodeFrame(bytes, table)
    if (frame === null) return 'batch.invalid'
    return { table, at: frame.at, changed: frame.changed }
  }
}
