import type { Board } from '../board/board.ts'
import type { Body } from '../board/commands.ts'
import type { Deciders } from '../board/decision.ts'
import { policeRefusal } from '../gates/d04.ts'
import { makeRing } from '../geo/make-ring.ts'
import { type Secret, seal } from '../kernel/decider.ts'
import type { Fact } from '../kernel/event.ts'
import { type Id, type Key, key, numbersKey } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { complete, recall } from '../tasks/ending.ts'
import { keysOfTask, runningTasksOf } from '../tasks/links.ts'
import { newOrder } from '../tasks/orders.ts'
import type { operationCommands } from './commands.ts'
import { openOperation, placeFact, placesOf, planDeciders } from './decide-plan.ts'
import type { OperationEvents } from './events.ts'
import { checkedPlaces, misplacedRefusal, windowRefusal } from './plan-rules.ts'
import type { Operation } from './types.ts'

export const operationDeciders: Deciders<keyof typeof operationCommands> = {
  ...planDeciders,

  OpenOperation: {
    involves: ({ incident }) => [numbersKey, ...(incident === undefined ? [] : [key('incident', incident)])],
    decide(board, { places: named = [], incident, briefing, perimeter: drawn, ...body }, ctx) {
      const refusal = windowRefusal(body.window, ctx.now) ?? incidentRefusal(board, incident)
      if (refusal) return refusal
      const perimeter = makeRing(drawn)
      if (isRefusal(perimeter)) return perimeter
      const operation = ctx.newId()
      const planned = named.map((place) => ({ id: ctx.newId(), operation, ...place }))
      const places = checkedPlaces({ ...body, perimeter }, planned)
      if (isRefusal(places)) return places
      const misplaced = misplacedRefusal({ perimeter }, places)
      if (misplaced) return misplaced
      const sealed = briefing === undefined ? null : seal(ctx, briefing)
      const number = board.next.operation
      const opened: Fact<'OperationOpened', OperationEvents['OperationOpened']> = {
        type: 'OperationOpened',
        keys: [key('operation', operation), numbersKey],
        data: {
          operation,
          number,
          ...body,
          perimeter,
          briefing: sealed?.sealed ?? null,
          reliefMinutes: body.reliefMinutes ?? null,
          autoRefill: body.autoRefill ?? false,
        },
      }
      return {
        facts: [
          opened,
          ...places.map((place) => placeFact('PlacePlanned', place)),
          ...(incident === undefined ? [] : [joined(incident, operation)]),
        ],
        secrets: sealed ? [sealed.secret] : [],
        result: { operation, number },
      }
    },
  },

  ChangeOperation: {
    involves: (body, board) => [
      key('operation', body.operation),
      ...runningTasksOf(board, body.operation).map(({ id }) => key('task', id)),
    ],
    decide(board, { briefing, ...body }, ctx) {
      const operation = openOperation(board, body.operation)
      if (isRefusal(operation)) return operation
      const changed = changesOf(operation, body)
      if (isRefusal(changed)) return changed
      const sealed = briefing === undefined ? null : seal(ctx, briefing)
      const secrets: Secret[] = sealed ? [sealed.secret] : []
      if (sealed) changed.briefing = sealed.sealed
      if (Object.keys(changed).length === 0) return { facts: [] }
      const after: Operation = { ...operation, ...changed, version: operation.version + 1 }
      const refusal =
        (changed.window && windowRefusal(changed.window, ctx.now)) ||
        checkedPlaces(after, placesOf(board, operation.id))
      if (isRefusal(refusal)) return refusal
      const changesOrders = changed.window || changed.perimeter || changed.briefing
      const ordered = changesOrders
        ? runningTasksOf(board, operation.id).filter(({ orders }) => orders.length > 0)
        : []
      const no = ordered.length > 0 ? policeRefusal(ctx, null) : null
      if (no) return no
      const fact: Fact<'OperationChanged', OperationEvents['OperationChanged']> = {
        type: 'OperationChanged',
        keys: [key('operation', operation.id)],
        data: { operation: operation.id, ...changed },
      }
      return { facts: [fact, ...ordered.map((task) => newOrder(task, after, task.unit, ctx))], secrets }
    },
  },

  CloseOperation: {
    involves: (body, board) => [
      ...new Set([key('operation', body.operation), ...keysOfTasks(board, body.operation)]),
    ],
    decide(board, body) {
      const operation = board.operation.get(body.operation)
      if (!operation) return refuse('operation.unknown')
      if (operation.closedAt !== null) return { facts: [] }
      const end = body.outcome === 'aborted' ? recall : complete
      const closed = { type: 'OperationClosed', keys: [key('operation', operation.id)], data: body }
      return { facts: [...runningTasksOf(board, operation.id).flatMap(end), closed] }
    },
  },

  AddNote: {
    involves: () => [],
    decide(board, { operation, region: named, note: words }, ctx) {
      const region = operation === null ? named : board.operation.get(operation)?.region
      if (region === undefined) return refuse(operation === null ? 'note.no-region' : 'operation.unknown')
      const note = ctx.newId()
      const { sealed, secret } = seal(ctx, words)
      const data = { note, operation, region, body: sealed }
      return {
        facts: [{ type: 'NoteAdded', keys: [key('note', note)], data }],
        secrets: [secret],
        result: { note },
      }
    },
  },
}

type Changes = Omit<OperationEvents['OperationChanged'], 'operation'>

/** Only what really is different; the perimeter checked and cleaned. */
function changesOf(
  operation: Operation,
  { operation: _, perimeter: drawn, ...body }: Omit<Body<'ChangeOperation'>, 'briefing'>,
): Changes | Refusal {
  const perimeter = drawn && makeRing(drawn)
  if (isRefusal(perimeter)) return perimeter
  const wanted: Changes = { ...body, ...(perimeter ? { perimeter } : {}) }
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(operation[name as keyof Changes]),
    ),
  )
}

function keysOfTasks(board: Board, operation: Id): Key[] {
  return runningTasksOf(board, operation).flatMap(({ id }) => keysOfTask(board, id))
}

function incidentRefusal(board: Board, id: Id | undefined): Refusal | null {
  if (id === undefined) return null
  const incident = board.incident.get(id)
  if (!incident) return refuse('incident.unknown')
  if (incident.closedAt !== null) return refuse('incident.closed')
  if (incident.operation === null) return null
  return refuse('incident.joined', {
    params: { number: board.operation.get(incident.operation)?.number ?? '' },
  })
}

function joined(incident: Id, operation: Id): Fact {
  return { type: 'IncidentJoined', keys: [key('incident', incident)], data: { incident, operation } }
}
