import { createHash, randomUUID } from 'node:crypto'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { AccessKind } from '../../shared/wire/read.ts'
import type { Clock } from '../ports/clock.ts'
import type { EventLog } from '../ports/event-log.ts'
import type { Vault } from '../ports/secrets.ts'

/** What is recorded of reading: who, what kind, about whom. Never the answer. */
export interface AccessRecord {
  kind: AccessKind
  about: string[]
  /** Why something left the house. */
  reason?: SealedText
}

/** `reason` is the words; they go to the vault. */
export type Access = Omit<AccessRecord, 'reason'> & { reason?: string }

/** Who checks an office on the street: nothing is kept of them. */
const citizen = { kind: 'system', id: 'citizen' } as const

/** The second chained log, never folded: every read of personal data stands in it before the answer goes out. */
export type RecordAccess = (viewer: Viewer | null, access: Access) => Promise<void>

export function accessRecorder(log: EventLog, vault: Vault, clock: Clock): RecordAccess {
  return async (viewer, { kind, about, reason }) => {
    if (about.length === 0) return
    const by =
      viewer === null
        ? citizen
        : viewer.kind === 'staff'
          ? ({ kind: 'staff', id: viewer.account } as const)
          : ({ kind: viewer.kind, id: viewer.id } as const)
    const sealed = reason === undefined ? {} : { reason: await sealReason(vault, reason) }
    await log.append({
      commandId: randomUUID(),
      fingerprint: kind,
      at: clock.now(),
      by,
      facts: [{ type: 'Read', keys: [], data: { kind, about, ...sealed } satisfies AccessRecord }],
      read: { keys: [], at: 0 },
    })
  }
}

async function sealReason(vault: Vault, reason: string): Promise<SealedText> {
  const text = randomUUID()
  await vault.put(text, { text: reason })
  return { text, digest: createHash('sha256').update(`${text}:${reason}`).digest('hex') }
}
