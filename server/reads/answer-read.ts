import { maySeePosition, maySeeSystem, worksOn } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { type ReadAnswers, type ReadKind, type ReadQuestion, reads } from '../../shared/wire/read.ts'
import { readAudit, readLooks } from './audit.ts'
import { coverageOf } from './coverage.ts'
import { readHours } from './hours.ts'
import { readJournal } from './journal.ts'
import { readMinute } from './minute.ts'
import type { ReadParts, ReadSession } from './parts.ts'
import { findCarriers, readApplicant, readNames, readPerson } from './people.ts'
import { readProof } from './proof.ts'
import { readProposal } from './proposal.ts'
import { readTexts } from './texts.ts'

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
  const { live, log, vault, record, clock } = parts
  const people = { board: live.board, vault, record }
  switch (question.kind) {
    case 'names':
      return readNames(people, viewer, question.ids, session.named)
    case 'texts':
      return readTexts(people, parts.texts, viewer, question.ids, session.texts)
    case 'person':
      return readPerson(people, viewer, question.assistant)
    case 'applicant':
      return readApplicant(people, viewer, question.application)
    case 'find':
      return findCarriers(people, viewer, question.term)
    case 'journal':
      return readJournal(log, live.board, parts.past, viewer, question)
    case 'proposal':
      return readProposal(parts, viewer, session, question)
    case 'audit':
      return readAudit({ ...parts, board: live.board }, viewer, question)
    case 'looked-at':
      return readLooks({ ...parts, board: live.board }, viewer, question.before)
    case 'track': {
      const kind = live.board.unit.has(question.carrier) ? 'unit' : 'assistant'
      const mayRead =
        maySeePosition(live.board, viewer, kind, question.carrier) ||
        worksOnCredited(live.board, viewer, question.carrier)
      if (!mayRead) return refuse('assistant.unknown')
      await record(viewer, { kind: 'track', about: [question.carrier] })
      return parts.track(question.carrier, question.from, question.to)
    }
    case 'proof':
      return readProof(parts, viewer)
    case 'hours':
      return readHours(parts, viewer, question)
    case 'follow': {
      const { carrier } = question
      if (viewer.kind !== 'staff' || !maySeePosition(live.board, viewer, 'assistant', carrier))
        return refuse('assistant.unknown')
      await record(viewer, { kind: 'follow', about: [carrier] })
      return { following: true }
    }
    case 'system':
      return maySeeSystem(viewer) ? parts.system() : refuse('read.forbidden')
    case 'minute':
      return readMinute(people, viewer, question.report)
    case 'coverage': {
      if (!worksOn(live.board, viewer, question.operation)) return refuse('operation.unknown')
      const covered = await coverageOf(live.board, parts.track, question.operation, clock.now())
      const searchers = covered.flatMap((segment) => segment.searchers.map(({ assistant }) => assistant))
      await record(viewer, { kind: 'track', about: [...new Set(searchers)] })
      return covered
    }
  }
}

/** A track that came as a file is read by who works on the search that it was credited in. */
function worksOnCredited(board: Board, viewer: Viewer, track: Id): boolean {
  for (const { id, search } of board.operation.values())
    if (search?.tracks?.some((one) => one.id === track)) return worksOn(board, viewer, id)
  return false
}
