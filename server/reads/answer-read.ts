import { maySee, maySeePosition } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { propose } from '../../shared/pairing/propose.ts'
import { type ReadAnswers, type ReadKind, type ReadQuestion, reads } from '../../shared/wire/read.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import type { Clock } from '../ports/clock.ts'
import type { EventLog } from '../ports/event-log.ts'
import type { Vault } from '../ports/secrets.ts'
import type { ReadTrack } from '../positions/every-node.ts'
import type { Positions } from '../positions/positions.ts'
import type { RecordAccess } from './access.ts'
import { coverageOf } from './coverage.ts'
import { readJournal } from './journal.ts'
import { findCarriers, readNames, readPerson } from './people.ts'
import { readTexts, type TextIndex } from './texts.ts'

export interface ReadParts {
  live: LiveBoard
  log: EventLog
  vault: Vault
  track: ReadTrack
  positions: Positions
  texts: TextIndex
  record: RecordAccess
  clock: Clock
}

/** What one connection keeps between its reads: whose names were already recorded. */
export interface ReadSession {
  named: Set<Id>
}

export type Answered =
  | { ok: true; answer: ReadAnswers[ReadKind] }
  | ({ ok: false } & Omit<Refusal, 'refused'>)

/** Parses and answers one question, or refuses it. */
export async function answerRead(
  parts: ReadParts,
  viewer: Viewer,
  session: ReadSession,
  asked: unknown,
): Promise<Answered> {
  const kind = (asked as { kind?: unknown } | null)?.kind
  const schema = Object.hasOwn(reads, String(kind)) ? reads[kind as ReadKind] : undefined
  const parsed = schema?.safeParse(asked)
  if (!parsed?.success) return { ok: false, code: 'read.invalid' }
  const answer = await answers(parts, viewer, session, parsed.data)
  if (isRefusal(answer))
    return { ok: false, code: answer.code, ...(answer.params && { params: answer.params }) }
  return { ok: true, answer }
}

async function answers(
  parts: ReadParts,
  viewer: Viewer,
  session: ReadSession,
  question: ReadQuestion,
): Promise<ReadAnswers[ReadKind] | Refusal> {
  const { live, log, vault, record, positions, clock } = parts
  const people = { board: live.board, vault, record }
  switch (question.kind) {
    case 'names':
      return readNames(people, viewer, question.ids, session.named)
    case 'texts':
      return readTexts(parts.texts, live.board, vault, viewer, question.ids)
    case 'person':
      return readPerson(people, viewer, question.assistant)
    case 'find':
      return findCarriers(people, viewer, question.term)
    case 'journal':
      return readJournal(log, live.board, viewer, question)
    case 'proposal': {
      const operation = live.board.operation.get(question.operation)
      if (!operation || viewer.kind !== 'staff' || !maySee(live.board, viewer, 'operation', operation.id))
        return refuse('operation.unknown')
      const began = performance.now()
      const located = (kind: 'assistant' | 'unit', id: Id) => positions.latest({ kind, id })
      const proposal = propose(live.board, located, operation, clock.now(), { places: question.places })
      return { ...proposal, tookMs: performance.now() - began }
    }
    case 'track': {
      const kind = live.board.unit.has(question.carrier) ? 'unit' : 'assistant'
      if (!maySeePosition(live.board, viewer, kind, question.carrier)) return refuse('assistant.unknown')
      await record(viewer, { kind: 'track', about: [question.carrier] })
      return parts.track(question.carrier, question.from, question.to)
    }
    case 'coverage':
      if (!maySee(live.board, viewer, 'operation', question.operation)) return refuse('operation.unknown')
      return coverageOf(live.board, parts.track, question.operation, clock.now())
  }
}
