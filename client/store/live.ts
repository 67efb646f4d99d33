import { type LiveTable, makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import type { Frame } from '../../shared/wire/frame.ts'

/** The positions of everybody in view. The map paints from the table; React never renders because of a frame. */
export interface Live {
  readonly table: LiveTable
  /** False when the bytes are no frame, or differ from one that never came. */
  frame(bytes: Uint8Array): boolean
  /** Called after each frame, the empty ones included, with what it changed. */
  onFrame(listener: (frame: Frame) => void): () => void
}

export function makeLive(): Live {
  const table = makeLiveTable()
  const listeners = new Set<(frame: Frame) => void>()
  return {
    table,
    frame(bytes) {
      const frame = decodeFrame(bytes, table)
      if (frame) for (const listener of [...listeners]) listener(frame)
      return frame !== null
    },
    onFrame(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
