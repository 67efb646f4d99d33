import type { Anchor } from '../../shared/record/format.ts'
import { type Known, type Problem, type Verified, verifyExport } from '../../shared/record/verify-export.ts'
import { webProofs } from '../../shared/record/web-proofs.ts'

export type Outcome =
  | { kind: 'good'; export: Verified }
  | { kind: 'bad'; problem: Problem }
  | { kind: 'unable'; why: 'unreadable' | 'no-signatures' }

/** Reads the file as its bytes are: a mark at its head is a change like any other. */
export async function checkFile(file: Blob, known: Known): Promise<Outcome> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
  } catch {
    return { kind: 'unable', why: 'unreadable' }
  }
  try {
    const verdict = await verifyExport(text, webProofs, known)
    return verdict.ok ? { kind: 'good', export: verdict.export } : { kind: 'bad', problem: verdict.problem }
  } catch {
    // Only the signature can fail so: an older browser knows no Ed25519, and a page that is not secure no hash either.
    return { kind: 'unable', why: 'no-signatures' }
  }
}

/** The log's heads in a file of checkpoints; null when a line is none. */
export function anchorsOf(text: string): Anchor[] | null {
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const { at, log } = JSON.parse(line) as { at: unknown; log?: { seq?: unknown; hash?: unknown } }
        if (!Number.isFinite(at) || !Number.isSafeInteger(log?.seq) || typeof log?.hash !== 'string')
          throw new TypeError('no checkpoint')
        return { at: Number(at), seq: Number(log.seq), hash: log.hash }
      })
  } catch {
    return null
  }
}
