import { setImmediate as nextTurn } from 'node:timers/promises'
import { mayReadRecord } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { type Id, key } from '../../shared/kernel/ids.ts'
import type { ChainRecord, ExportScope } from '../../shared/record/format.ts'
import { exportLines, type Seal } from '../../shared/record/write-export.ts'
import type { EventLog } from '../ports/event-log.ts'
import type { ReadParts } from './answer-read.ts'
import { Past } from './past.ts'

/** What signs exports, and what is known of the log from outside of it. */
export interface RecordExports {
  seal: Seal
  checkpoints(): { log: { seq: number } }[]
}

const page = 500

/** The whole log as it stands, a page per turn of the loop, so that frames and commands go on. */
async function* pagesOf(log: EventLog, upTo: number): AsyncGenerator<ChainRecord[]> {
  for (let after = 0; after < upTo; after += page) {
    await nextTurn()
    yield await log.sealed(after, Math.min(page, upTo - after))
  }
}

/** Which records an export of `scope` holds; called in the order of the log. */
export function belongsTo(scope: ExportScope): (event: LoggedEvent) => boolean {
  if ('from' in scope) return ({ at }) => at >= scope.from && at < scope.to
  const past = new Past()
  const own = key('operation', scope.operation)
  return (event) => {
    past.take([event])
    return event.keys.some((of) => of === own || past.of(of)?.operation === scope.operation)
  }
}

/** Whether the viewer may read the record of this operation, also of one closed long ago. */
export function mayExport({ live, past }: ReadParts, viewer: Viewer, operation: Id): boolean {
  return mayReadRecord(live.board, viewer, [key('operation', operation)], past.of)
}

/** The lines of a signed export, as far as this viewer may read the record. */
export function exportFor(
  { live, log, past, clock }: ReadParts,
  { seal, checkpoints }: RecordExports,
  viewer: Viewer & { kind: 'staff' },
  scope: ExportScope,
): AsyncGenerator<string> {
  const inScope = belongsTo(scope)
  return exportLines({
    pages: pagesOf(log, live.board.seq),
    header: { at: clock.now(), by: viewer.account, scope },
    belongs: (event) => inScope(event) && mayReadRecord(live.board, viewer, event.keys, past.of),
    anchors: new Set(checkpoints().map((one) => one.log.seq)),
    seal,
  })
}
