import type { Viewer } from '../../shared/auth/viewer.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { isCurrent, officeOf } from '../../shared/proof-of-office/office.ts'
import {
  codesAhead,
  type ProofAnswer,
  type ProofCodes,
  proofStep,
  stepAt,
} from '../../shared/proof-of-office/types.ts'
import { proofCoder } from '../auth/proof-codes.ts'
import type { ReadParts } from './parts.ts'

/** What this phone shows in the next minutes, for as long as the shift lasts. */
export function readProof({ live, vault, clock }: ReadParts, viewer: Viewer): ProofCodes | Refusal {
  if (viewer.kind !== 'assistant') return refuse('read.forbidden')
  const now = clock.now()
  const office = officeOf(live.board, viewer.device, now)
  if (isRefusal(office)) return office
  const coder = proofCoder(vault.keyedHash)
  const first = stepAt(now)
  const codes = Array.from({ length: codesAhead }, (_, n) => ({
    from: (first + n) * proofStep,
    code: coder.make({ device: viewer.device, step: first + n }),
  }))
  return { codes: codes.filter(({ from }) => from < office.until) }
}

/** What a citizen is told of a code. That it was asked stands in the record of reading, by nobody. */
export async function checkProof(
  { live, vault, clock, record }: Pick<ReadParts, 'live' | 'vault' | 'clock' | 'record'>,
  code: string,
): Promise<ProofAnswer> {
  const at = clock.now()
  const claim = proofCoder(vault.keyedHash).read(code)
  if (!claim) return { valid: false, why: 'invalid', at }
  if (!isCurrent(claim.step, at)) return { valid: false, why: 'expired', at }
  const office = officeOf(live.board, claim.device, at)
  if (isRefusal(office)) return { valid: false, why: 'invalid', at }
  const { assistant, badge, unit, until, photo: kept } = office
  await record(null, { kind: 'proof', about: [assistant] })
  const photo = kept === null ? null : ((await vault.get(kept))?.portrait ?? null)
  return { valid: true, badge, unit, until, at, photo }
}
