import type { Appended } from '../ports/event-log.ts'

/** How long a command id answers with its first result (milliseconds). */
export const rememberedFor = 7 * 24 * 3_600_000

/** What a store keeps of a command it has appended. */
export interface Remembered {
  fingerprint: string
  from: number
  upTo: number
  result?: unknown
}

/** The answer to the same command given again. */
export function repeat({ fingerprint, ...first }: Remembered, given: string): Appended {
  return fingerprint === given ? { ok: true, ...first, repeated: true } : { ok: false, why: 'other-body' }
}
