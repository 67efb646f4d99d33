import * as z from 'zod/mini'
import type { Id } from '../kernel/ids.ts'
import type { LiveTable } from '../positions/live-table.ts'
import type { ByteWriter } from './column.ts'
import { encodeFrame } from './encode-frame.ts'
import type { FixesAnswer } from './fixes.ts'

/** Fixes in one batch, and the bytes that so many never exceed. */
export const mostBatchFixes = 20_000
export const mostBatchBytes = 16 * mostBatchFixes

export const gatewayHello = z.strictObject({ version: z.int() })

export interface GatewayWelcome {
  ok: true
  /** Everybody in the gateway's regions; `no` names them in a batch. Asked again, it tells of who came since. */
  carriers: { no: number; kind: 'assistant' | 'unit'; id: Id; callSign: string }[]
}

/**
 * Namespace `/gateway`, over websockets, with the gateway's token as `auth.token`. A batch is answered before the next is
 * sent; meanwhile newer positions take the place of older ones at the sender.
 */
export interface GatewayToServer {
  hello(
    message: z.output<typeof gatewayHello>,
    answer: (welcome: GatewayWelcome | { ok: false; code: string }) => void,
  ): void
  /** What `encodeBatch` made. Dropped are `not-yours`, `off-duty`, and what a phone's fix is dropped for. */
  batch(bytes: Uint8Array, answer: (answer: FixesAnswer) => void): void
}

/** A batch of the newest fixes of `nos` (ascending), as a whole frame (frame.ts): `tick` counts up, `at` is the sender's clock. */
export function encodeBatch(
  table: LiveTable,
  nos: ArrayLike<number>,
  { tick, at }: { tick: number; at: number },
  into: ByteWriter,
): Uint8Array<ArrayBuffer> {
  return encodeFrame(table, nos, [], { tick, at, keyframe: false, step: 0, detail: true }, into)
}
