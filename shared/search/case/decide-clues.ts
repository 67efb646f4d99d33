import type { Board } from '../../board/board.ts'
import type { Deciders } from '../../board/decision.ts'
import { type DecisionContext, seal } from '../../kernel/decider.ts'
import type { Fact } from '../../kernel/event.ts'
import { type Id, type Key, key } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'
import type { Clue, ClueFinder } from './case-types.ts'
import { cluesOf } from './clues.ts'

type ClueCommand =
  | 'PlaceClue'
  | 'ReportClue'
  | 'AddCluePhoto'
  | 'AssessClue'
  | 'NoteCustody'
  | 'ReleaseClue'
  | 'WithdrawClue'

/** What was found: the desk's until it is released. Its facts carry the case's key, which no phone sees. */
export const clueDeciders: Deciders<ClueCommand> = {
  PlaceClue: {
    involves: ({ operation }) => [key('operation', operation), key('case', operation)],
    decide(board, { operation: id, at, text, finder, foundAt }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const words = JSON.stringify({ ...at, text })
      return placed(board, { clue: ctx.newId(), operation: id, words, finder, foundAt }, ctx)
    },
  },

  ReportClue: {
    involves: ({ operation, clue }) => [
      key('operation', operation),
      key('case', operation),
      key('clue', clue),
    ],
    decide(board, { clue, operation: id, at, text, foundAt }, ctx) {
      const operation = board.operation.get(id)
      if (!operation) return refuse('operation.unknown')
      // What was found in time counts, however late the phone had a network.
      if (!operation.search) return refuse('search.not-a-search')
      const known = board.clue.get(clue)
      if (known) return known.by === ctx.by.id ? { facts: [], result: { clue } } : refuse('search.clue-taken')
      if (foundAt > ctx.now + 60_000) return refuse('search.seen-later')
      const finder = finderOf(board, ctx.by.id)
      const words = JSON.stringify({ ...at, text })
      return placed(board, { clue, operation: id, words, finder, foundAt }, ctx)
    },
  },

  AddCluePhoto: {
    involves: onClue,
    decide(board, { clue: id, photo }) {
      const clue = board.clue.get(id)
      if (!clue) return refuse('search.clue-unknown')
      if (clue.photo?.id === photo.id) return { facts: [] }
      if (clue.photo) return refuse('search.clue-has-photo')
      return { facts: [fact('CluePhotoAdded', clue, { photo })] }
    },
  },

  AssessClue: {
    involves: onClue,
    decide(board, { clue: id, verdict }) {
      const clue = openClue(board, id)
      if (isRefusal(clue)) return clue
      if (clue.assessed?.verdict === verdict) return { facts: [] }
      return { facts: [fact('ClueAssessed', clue, { verdict })] }
    },
  },

  NoteCustody: {
    involves: onClue,
    decide(board, { clue: id, takenBy, handedTo, stored, happenedAt }, ctx) {
      // Also when the operation is over: the thing still lies somewhere.
      const clue = board.clue.get(id)
      if (!clue) return refuse('search.clue-unknown')
      if (happenedAt > ctx.now + 60_000) return refuse('search.seen-later')
      const last = clue.custody.at(-1)
      if (last && happenedAt < last.happenedAt) return refuse('search.custody-order')
      const said = { takenBy, ...(handedTo && { handedTo }), ...(stored && { stored }) }
      const { sealed, secret } = seal(ctx, JSON.stringify(said))
      return { facts: [fact('CustodyNoted', clue, { sealed, happenedAt })], secrets: [secret] }
    },
  },

  ReleaseClue: {
    involves: onClue,
    decide(board, { clue: id, at, text }, ctx) {
      const clue = openClue(board, id)
      if (isRefusal(clue)) return clue
      if (board.case.get(clue.operation)?.located) return refuse('search.located')
      if (clue.assessed?.verdict === 'discounted') return refuse('search.clue-discounted')
      const { sealed, secret } = seal(ctx, JSON.stringify({ ...at, text }))
      const data = { operation: clue.operation, clue: id, sealed }
      return { facts: [{ type: 'ClueReleased', keys: [key('clue', id)], data }], secrets: [secret] }
    },
  },

  WithdrawClue: {
    involves: onClue,
    decide(board, { clue: id }) {
      const clue = board.clue.get(id)
      if (!clue) return refuse('search.clue-unknown')
      return { facts: clue.released ? [clueWithdrawn(clue)] : [] }
    },
  },
}

export const clueWithdrawn = ({ id, operation }: Clue): Fact => ({
  type: 'ClueWithdrawn',
  keys: [key('clue', id)],
  data: { operation, clue: id },
})

function placed(
  board: Board,
  clue: {
    clue: Id
    operation: Id
    words: string
    finder?: ClueFinder | undefined
    foundAt?: number | undefined
  },
  ctx: DecisionContext,
) {
  const { clue: id, operation, words, finder, foundAt } = clue
  const number = (cluesOf(board, operation).at(-1)?.number ?? 0) + 1
  const { sealed, secret } = seal(ctx, words)
  const data = {
    ...{ operation, clue: id, sealed, number },
    ...(finder && { finder }),
    ...(foundAt !== undefined && { foundAt }),
  }
  const keys = [key('clue', id), key('case', operation)]
  return { facts: [{ type: 'CluePlaced', keys, data }], secrets: [secret], result: { clue: id, number } }
}

const fact = (type: string, { id, operation }: Clue, data: object): Fact => ({
  type,
  keys: [key('clue', id), key('case', operation)],
  data: { operation, clue: id, ...data },
})

/** Both keys: two clues at once must not take one number, and a release must not meet the end of the search. */
function onClue({ clue: id }: { clue: Id }, board: Board): Key[] {
  const clue = board.clue.get(id)
  return [key('clue', id), ...(clue ? [key('case', clue.operation)] : [])]
}

function openClue(board: Board, id: Id): Clue | Refusal {
  const clue = board.clue.get(id)
  if (!clue) return refuse('search.clue-unknown')
  const operation = openSearch(board, clue.operation)
  return isRefusal(operation) ? operation : clue
}

function finderOf(board: Board, id: Id): ClueFinder {
  if (board.unit.has(id)) return { kind: 'unit', id }
  return board.assistant.has(id) ? { kind: 'assistant', id } : { kind: 'staff', id }
}
