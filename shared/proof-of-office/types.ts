import type { Millis } from '../kernel/ids.ts'

/** Milliseconds that one code is shown for. */
export const proofStep = 30_000
/** A code is good in its own step and the ones beside it: a camera takes a moment, and clocks differ. */
export const stepsBeside = 1
/** Codes that a phone gets at once: it can go on showing them for so long without a network. */
export const codesAhead = 10

export const stepAt = (at: Millis): number => Math.floor(at / proofStep)

/** What a phone shows: each code from its own time on. */
export interface ProofCodes {
  codes: { from: Millis; code: string }[]
}

/** The code of this moment; none when those that were handed out are used up. */
export const codeAt = ({ codes }: ProofCodes, at: Millis): ProofCodes['codes'][number] | undefined =>
  codes.find(({ from }) => from <= at && at < from + proofStep)

/** What a citizen is told: that the office is in force, and nothing that names the person. */
export type ProofAnswer =
  | {
      valid: true
      badge: string | null
      /** Call sign of the police unit that the person works with now; null between tasks. */
      unit: string | null
      until: Millis
      at: Millis
      /** JPEG in base64. */
      photo: string | null
    }
  /** `expired`: the code was good once; `invalid`: no such code, or the person is not in office now. */
  | { valid: false; why: 'expired' | 'invalid'; at: Millis }
