import { mayReadRecord } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import { type Id, key } from '../../shared/kernel/ids.ts'
import type { ExportScope } from '../../shared/record/format.ts'
import type { Checkpoint } from '../ports/record-scan.ts'
import type { ReadParts } from './parts.ts'

/** What exports are signed with, and what is known of the log from outside of it. */
export interface RecordExports {
  /** The public key, 32 bytes in base64. */
  key: string
  checkpoints(): Checkpoint[]
}

/** Whether the viewer may read the record of this operation, also of one closed long ago. */
export function mayExport({ live, past }: ReadParts, viewer: Viewer, operation: Id): boolean {
  return mayReadRecord(live.board, viewer, [key('operation', operation)], past.of)
}

/** A signed export, several lines at a time, as far as this viewer may read the record. */
export function exportFor(
  { live, past, clock, scan }: ReadParts,
  { checkpoints }: RecordExports,
  viewer: Viewer & { kind: 'staff' },
  scope: ExportScope,
): AsyncGenerator<string> {
  const wanted = {
    header: { at: clock.now(), by: viewer.account, scope },
    ...{ upTo: live.board.seq, anchors: checkpoints().map((one) => one.log.seq) },
  }
  return scan.export(wanted, (all) => all.map((keys) => mayReadRecord(live.board, viewer, keys, past.of)))
}
