import { mayReadRecord, maySee } from '../../shared/auth/may-see.ts'
import { hasRole, type Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id } from '../../shared/kernel/ids.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { Looked, ReadAnswers, ReadQuestion } from '../../shared/wire/read.ts'
import type { EventLog } from '../ports/event-log.ts'
import type { AccessRecord, RecordAccess } from './access.ts'
import { operationOf } from './journal.ts'
import type { Past } from './past.ts'

const page = 2_000
/** One question looks through at most this many records; the answer says from where to go on. */
const longestLook = 20_000
/** Nodes' clocks may differ by so much: what is older than asked for ends the look only then. */
const slack = 60 * 60_000

export interface AuditParts {
  log: EventLog
  access: EventLog
  board: Board
  past: Past
  record: RecordAccess
}

type AuditQuestion = ReadQuestion & { kind: 'audit' }

/** The decisions or the reads of the past, newest first, as far as this viewer may see them. Recorded, and who is asked about too. */
export async function readAudit(
  { log, access, board, past, record }: AuditParts,
  viewer: Viewer,
  question: AuditQuestion,
): Promise<ReadAnswers['audit'] | Refusal> {
  if (!hasRole(viewer, ['auditor', 'supervisor'])) return refuse('read.forbidden')
  const { chain, actor, about, operation } = question
  await record(viewer, {
    kind: 'audit',
    about: [chain, ...[actor, about, operation].flatMap((id) => id ?? [])],
  })
  const within = chain === 'log' ? decisions(board, past, viewer, question) : looks(board, viewer, question)
  return lookBack(chain === 'log' ? log : access, question, within)
}

function decisions(board: Board, past: Past, viewer: Viewer, question: AuditQuestion) {
  const { what, actor, about, operation } = question
  return (event: LoggedEvent): LoggedEvent | null => {
    const entities = event.keys.flatMap((of) => entityOf(of) ?? [])
    if (actor !== null && event.by.id !== actor && event.by.behalfOf !== actor) return null
    if (what !== null && !entities.some(({ kind }) => kind === what)) return null
    if (about !== null && !entities.some(({ id }) => id === about)) return null
    const its = () =>
      event.keys.some((of) => operationOf(board, past, of) === operation) ||
      entities.some(({ id }) => id === operation)
    if (operation !== null && !its()) return null
    return mayReadRecord(board, viewer, event.keys, past.of) ? event : null
  }
}

/** A read is shown with those it was about whom this viewer may see, and not at all when there is none. */
function looks(board: Board, viewer: Viewer, { what, actor, about, operation }: AuditQuestion) {
  const seen = (id: Id) =>
    (['assistant', 'unit', 'application', 'operation', 'report'] as const).some((kind) =>
      maySee(board, viewer, kind, id),
    )
  return (event: LoggedEvent): LoggedEvent | null => {
    const { kind, about: whom } = event.data as AccessRecord
    if (what !== null && kind !== what) return null
    if (actor !== null && event.by.id !== actor) return null
    if (about !== null && !whom.includes(about)) return null
    if (operation !== null && !whom.includes(operation)) return null
    const shown = whom.filter(seen)
    return shown.length > 0 ? { ...event, data: { kind, about: shown } } : null
  }
}

async function lookBack(
  log: EventLog,
  {
    from,
    to,
    before,
    limit,
  }: { from: number | null; to: number | null; before: number | null; limit: number },
  within: (event: LoggedEvent) => LoggedEvent | null,
): Promise<ReadAnswers['audit']> {
  const events: LoggedEvent[] = []
  const top = (before ?? (await log.head()).seq + 1) - 1
  const floor = Math.max(0, top - longestLook)
  for (let upTo = top; upTo > floor; upTo = Math.max(floor, upTo - page)) {
    const after = Math.max(floor, upTo - page)
    for (const event of (await log.read(after, upTo - after)).reverse()) {
      if (from !== null && event.at < from - slack) return { events, before: null }
      if (from !== null && event.at < from) continue
      if (to !== null && event.at >= to) continue
      const shown = within(event)
      if (shown) events.push(shown)
      if (events.length === limit) return { events, before: event.seq > 1 ? event.seq : null }
    }
  }
  return { events, before: floor > 0 ? floor + 1 : null }
}

/** Who has looked at the asker: when, how and in which role. Names of officers are not told. */
export async function readLooks(
  { access, board }: AuditParts,
  viewer: Viewer,
  before: number | null,
): Promise<ReadAnswers['looked-at'] | Refusal> {
  if (viewer.kind !== 'assistant') return refuse('read.forbidden')
  const { events, before: next } = await lookBack(
    access,
    { from: null, to: null, before, limit: 50 },
    (event) =>
      event.by.id !== viewer.id && (event.data as AccessRecord).about.includes(viewer.id) ? event : null,
  )
  const looks = events.map(({ seq, at, by, data }): Looked => {
    const { kind } = data as AccessRecord
    const role = by.kind === 'staff' ? (board.account.get(by.id)?.grants[0]?.role ?? null) : null
    return { seq, at, how: kind, by: by.kind, role }
  })
  return { looks, before: next }
}
