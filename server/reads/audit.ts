import { mayReadRecord, maySee } from '../../shared/auth/may-see.ts'
import { hasRole, type Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Past } from '../../shared/board/past.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityKinds, type Id, type Key, key } from '../../shared/kernel/ids.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { Looked, ReadAnswers, ReadQuestion } from '../../shared/wire/read.ts'
import type { EventLog } from '../ports/event-log.ts'
import type { Chain, RecordScan, Wanted } from '../ports/record-scan.ts'
import type { Vault } from '../ports/secrets.ts'
import type { AccessRecord, RecordAccess } from './access.ts'

/** One question looks through at most this many records; the answer says from where to go on. */
const longestLook = 200_000
const mostNamed = 50

export interface AuditParts {
  log: EventLog
  access: EventLog
  vault: Vault
  board: Board
  past: Past
  record: RecordAccess
  scan: RecordScan
  /** What was read from outside of the server is taken into the record first. */
  takeOutside(): Promise<void>
}

type AuditQuestion = ReadQuestion & { kind: 'audit' }

/** The decisions or the reads of the past, newest first, as far as this viewer may see them. Recorded, and who is asked about too. */
export async function readAudit(
  parts: AuditParts,
  viewer: Viewer,
  question: AuditQuestion,
): Promise<ReadAnswers['audit'] | Refusal> {
  if (!hasRole(viewer, ['auditor', 'supervisor'])) return refuse('read.forbidden')
  const { board, past, record } = parts
  const { chain, actor, about, operation, before, limit } = question
  const named = [actor, about, operation].flatMap((id) => id ?? [])
  const wanted = await wantedBy(parts, question)
  await record(viewer, { kind: 'audit', about: [...new Set([chain, ...named, ...(wanted.text?.ids ?? [])])] })
  const shown =
    chain === 'log'
      ? (event: LoggedEvent) => (mayReadRecord(board, viewer, event.keys, past.of) ? event : null)
      : looksShownTo(board, viewer)
  const found = await lookBack(parts, { chain, before, limit, wanted }, shown)
  return chain === 'log' ? found : { ...found, events: await withReasons(parts.vault, found.events) }
}

async function wantedBy(
  { board, past, vault }: AuditParts,
  { chain, from, to, what, actor, about, operation, text }: AuditQuestion,
): Promise<Wanted> {
  const words = text?.words.toLowerCase() ?? ''
  return {
    ...{ from, to, actor, notBy: null, what, about },
    keys: operation === null ? null : keysOf(chain, board, past, operation),
    text: text && { words, types: text.types, ids: await idsNamed(board, vault, words) },
  }
}

/** Everything that belongs to the operation, by what it is now and by what it was. */
function keysOf(chain: Chain, board: Board, past: Past, operation: Id): Key[] {
  const own = key('operation', operation)
  if (chain === 'access') return [own]
  const now = entityKinds.flatMap((kind) =>
    [...board[kind].values()]
      .filter((entity) => 'operation' in entity && entity.operation === operation)
      .map(({ id }) => key(kind, id)),
  )
  return [...new Set([own, ...now, ...past.keysOf(operation)])]
}

/** People, units and operations that are called so. */
async function idsNamed(board: Board, vault: Vault, words: string): Promise<Id[]> {
  const called = [...board.unit.values(), ...board.assistant.values()].filter(({ callSign }) =>
    callSign.toLowerCase().includes(words),
  )
  const operations = [...board.operation.values()].filter(
    ({ number, title }) => String(number) === words || title.toLowerCase().includes(words),
  )
  const people = await vault.find(words, mostNamed)
  return [...new Set([...people, ...[...called, ...operations].slice(0, mostNamed).map(({ id }) => id)])]
}

/** A read is shown with those it was about whom this viewer may see, and not at all when there is none. */
function looksShownTo(board: Board, viewer: Viewer) {
  const seen = (id: Id) =>
    (['assistant', 'unit', 'application', 'operation', 'report'] as const).some((kind) =>
      maySee(board, viewer, kind, id),
    )
  /** What was taken from outside of the server names no region: the whole store is asked about. */
  const everywhere = hasRole(viewer, ['auditor'])
  return (event: LoggedEvent): LoggedEvent | null => {
    const data = event.data as AccessRecord
    const about = data.about.filter(seen)
    if (about.length > 0) return { ...event, data: { ...data, about } }
    return everywhere && event.by.kind === 'system' ? event : null
  }
}

/** Why something left the house: sealed in the record, told to whoever audits it. */
async function withReasons(vault: Vault, events: LoggedEvent[]): Promise<LoggedEvent[]> {
  const sealed = events.flatMap(({ data }) => (data as AccessRecord).reason?.text ?? [])
  const texts = await vault.getMany(sealed)
  return events.map((event) => {
    const { reason, ...data } = event.data as AccessRecord
    const words = reason && texts.get(reason.text)?.text
    return { ...event, data: { ...data, ...(words !== undefined && { reason: words }) } }
  })
}

interface LookBack {
  chain: Chain
  before: number | null
  limit: number
  wanted: Wanted
}

/** What was found but may not be shown does not count: the look goes on until the page is full. */
async function lookBack(
  { log, access, scan, takeOutside }: AuditParts,
  { chain, before, limit, wanted }: LookBack,
  shown: (event: LoggedEvent) => LoggedEvent | null,
): Promise<ReadAnswers['audit']> {
  await takeOutside()
  const events: LoggedEvent[] = []
  let top = (before ?? (await (chain === 'log' ? log : access).head()).seq + 1) - 1
  const floor = Math.max(0, top - longestLook)
  while (top > floor && events.length < limit) {
    const found = await scan.look({ chain, top, floor, limit: limit - events.length, wanted })
    events.push(...found.events.flatMap((event) => shown(event) ?? []))
    top = found.reached
  }
  return { events, before: top > 0 ? top + 1 : null }
}

const mostLooks = 50

/** Who has looked at the asker: when, how and in which role. Names of officers are not told. */
export async function readLooks(
  parts: AuditParts,
  viewer: Viewer,
  before: number | null,
): Promise<ReadAnswers['looked-at'] | Refusal> {
  if (viewer.kind !== 'assistant') return refuse('read.forbidden')
  const { id } = viewer
  const wanted: Wanted = {
    ...{ from: null, to: null, actor: null, notBy: id, what: null, about: id, keys: null, text: null },
  }
  const found = await lookBack(parts, { chain: 'access', before, limit: mostLooks, wanted }, (event) => event)
  const looks = found.events.map(({ seq, at, by, data }): Looked => {
    const { kind } = data as AccessRecord
    const role = by.kind === 'staff' ? (parts.board.account.get(by.id)?.grants[0]?.role ?? null) : null
    return { seq, at, how: kind, by: by.kind, role }
  })
  return { looks, before: found.before }
}
