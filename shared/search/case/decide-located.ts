import type { Board } from '../../board/board.ts'
import type { Deciders } from '../../board/decision.ts'
import { seal } from '../../kernel/decider.ts'
import type { Fact } from '../../kernel/event.ts'
import { type Id, type Key, key } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { recipients } from '../../messages/decide.ts'
import type { Carrier } from '../../shifts/events.ts'
import { bookedOn } from '../../shifts/types.ts'
import { recall } from '../../tasks/ending.ts'
import { keysOfTask, runningTasksOf } from '../../tasks/links.ts'
import type { Step } from '../../tasks/types.ts'
import { openSearch } from '../open-search.ts'
import { cluesOf } from './clues.ts'
import { withdrawn } from './decide-card.ts'
import { clueWithdrawn } from './decide-clues.ts'

/**
 * The subject was located: in one step the teams are told to be silent and come back, their tasks end, and what was
 * released is taken back. The facts tell no phone how or where.
 */
export const locatedDeciders: Deciders<'ReportLocated' | 'TakeBackLocated' | 'TickLocated'> = {
  ReportLocated: {
    involves: ({ operation }, board) => [
      ...new Set([
        ...onCase(operation),
        key('card', operation),
        ...cluesOf(board, operation).map(({ id }) => key('clue', id)),
        ...runningTasksOf(board, operation).flatMap(({ id }) => keysOfTask(board, id)),
        ...comingBack(board, operation).map(({ kind, id }) => key(kind, id)),
      ]),
    ],
    decide(board, { operation: id, state, at, words, foundAt, returnTo }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      if (board.case.get(id)?.located) return refuse('search.located')
      if (foundAt > ctx.now + 60_000) return refuse('search.seen-later')
      const message = ctx.newId()
      const found = seal(ctx, JSON.stringify({ state, at, foundAt, ...(words && { words }) }))
      const order = seal(ctx, returnTo)
      const to = toldOf(board, id)
      const facts: Fact[] = [
        {
          type: 'SubjectLocated',
          keys: [key('case', id)],
          data: { operation: id, sealed: found.sealed, message },
        },
        // Also to nobody: the desk's list of who has acknowledged is then empty and complete.
        {
          type: 'MessageSent',
          keys: [key('message', message)],
          data: { message, kind: 'radio-silence', operation: id, task: null, body: order.sealed, to },
        },
        ...(board.card.get(id)?.sealed ? [withdrawn(id)] : []),
        ...cluesOf(board, id).flatMap((clue) => (clue.released ? [clueWithdrawn(clue)] : [])),
        ...runningTasksOf(board, id).flatMap(recall),
      ]
      return { facts, secrets: [found.secret, order.secret], result: { message } }
    },
  },

  TakeBackLocated: {
    involves: ({ operation }, board) => [...onCase(operation), ...silenced(board, operation)],
    decide(board, { operation: id, reason }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const located = board.case.get(id)?.located
      if (!located) return refuse('search.not-located')
      const why = seal(ctx, reason)
      const message = ctx.newId()
      const to = board.message.get(located.message)?.receipts.map(({ who }) => who) ?? []
      const facts: Fact[] = [
        { type: 'LocatedTakenBack', keys: [key('case', id)], data: { operation: id, sealed: why.sealed } },
      ]
      if (to.length > 0)
        facts.push({
          type: 'MessageSent',
          keys: [key('message', message)],
          data: { message, kind: 'silence-over', operation: id, task: null, body: null, to },
        })
      return { facts, secrets: [why.secret] }
    },
  },

  TickLocated: {
    involves: ({ operation }) => onCase(operation),
    decide(board, { operation: id, item, done }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const located = board.case.get(id)?.located
      if (!located) return refuse('search.not-located')
      if (located.ticked.some((one) => one.item === item) === done) return { facts: [] }
      const data = { operation: id, item, done }
      return { facts: [{ type: 'LocatedTicked', keys: [key('case', id)], data }] }
    },
  },
}

/** Who is in a task, who has left one, and who was told before and then that it was over: they may still be out. */
function toldOf(board: Board, operation: Id): Carrier[] {
  const before = [...board.message.values()].flatMap((message) =>
    message.operation === operation && message.kind === 'radio-silence'
      ? message.receipts.map(({ who }) => who)
      : [],
  )
  const all = [...recipients(board, operation, null), ...comingBack(board, operation), ...before]
  return [...new Map(all.map((who) => [who.id, who])).values()]
}

/** Has been out there. Who declined, or did not answer, has not. */
const wasOut: ReadonlySet<Step> = new Set(['complete', 'recalled', 'stood-down'])

/** Whose work in this search is over, who is still booked on, and who works nowhere else. */
function comingBack(board: Board, operation: Id): Carrier[] {
  const left = [...board.task.values()]
    .filter((task) => task.operation === operation)
    .flatMap((task): (Carrier & { step: Step })[] => [
      { kind: 'unit', id: task.unit, step: task.unitLink.step },
      ...task.members.map(({ assistant: id, step }) => ({ kind: 'assistant' as const, id, step })),
    ])
  return left.flatMap(({ kind, id, step }) => {
    const carrier = board[kind].get(id)
    const free = carrier !== undefined && bookedOn(carrier.shift) && carrier.task === null
    return free && wasOut.has(step) ? [{ kind, id }] : []
  })
}

const onCase = (operation: Id): Key[] => [key('operation', operation), key('case', operation)]

function silenced(board: Board, operation: Id): Key[] {
  const message = board.case.get(operation)?.located?.message
  return message ? [key('message', message)] : []
}
