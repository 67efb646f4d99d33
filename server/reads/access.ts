import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { AccessKind } from '../../shared/wire/read.ts'
import type { Clock } from '../ports/clock.ts'
import type { EventLog } from '../ports/event-log.ts'

/** What is recorded of reading: who, what kind, about whom. Never the answer. */
export interface AccessRecord {
  kind: AccessKind
  about: string[]
}

/** The second chained log, never folded: every read of personal data stands in it before the answer goes out. */
export type RecordAccess = (viewer: Viewer, record: AccessRecord) => Promise<void>

export function accessRecorder(access: EventLog, clock: Clock): RecordAccess {
  return async (viewer, { kind, about }) => {
    if (about.length === 0) return
    const by =
      viewer.kind === 'staff'
        ? ({ kind: 'staff', id: viewer.account } as const)
        : ({ kind: viewer.kind, id: viewer.id } as const)
    await access.append({
      commandId: randomUUID(),
      fingerprint: kind,
      at: clock.now(),
      by,
      facts: [{ type: 'Read', keys: [], data: { kind, about } }],
      read: { keys: [], at: 0 },
    })
  }
}
