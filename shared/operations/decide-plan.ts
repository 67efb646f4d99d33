import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { type Id, type Key, key } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { poaToKeep } from '../search/priors/keep-poa.ts'
import { lockOf } from '../search/segments/ground-types.ts'
import { liveMembers, taskAt } from '../tasks/links.ts'
import { taskName } from '../tasks/task-name.ts'
import type { OperationFact } from './events.ts'
import { sameHand } from './evolve.ts'
import { checkedPlaces, misplacedRefusal, type PlannedPlace } from './plan-rules.ts'
import type { Hand, Operation, Place } from './types.ts'

type PlanCommand = 'PlanPlace' | 'ChangePlace' | 'RemovePlace' | 'SetHand' | 'ClearHand'

export const planDeciders: Deciders<PlanCommand> = {
  PlanPlace: {
    involves: (body) => [key('operation', body.operation)],
    decide(board, { operation: id, ...place }, ctx) {
      const operation = openOperation(board, id)
      if (isRefusal(operation)) return operation
      const poa = poaToKeep(board, id, place.poa, null)
      if (isRefusal(poa)) return poa
      const others = placesOf(board, id)
      const places = checkedPlaces(operation, [...others, { id: ctx.newId(), operation: id, ...place, poa }])
      if (isRefusal(places)) return places
      const planned = places.at(-1) as PlannedPlace
      const misplaced = misplacedRefusal(operation, [planned], others)
      if (misplaced) return misplaced
      return { facts: [placeFact('PlacePlanned', planned)], result: { place: planned.id } }
    },
  },

  ChangePlace: {
    involves: (body, board) => keysOfPlace(board, body.place),
    decide(board, { place: id, ...body }) {
      const old = board.place.get(id)
      if (!old) return refuse('place.unknown')
      const operation = openOperation(board, old.operation)
      if (isRefusal(operation)) return operation
      const poa = poaToKeep(board, old.operation, body.poa, old.poa)
      if (isRefusal(poa)) return poa
      const others = placesOf(board, old.operation).filter((place) => place.id !== id)
      const places = checkedPlaces(operation, [...others, { id, operation: old.operation, ...body, poa }])
      if (isRefusal(places)) return places
      const place = places.at(-1) as PlannedPlace
      if (same(place, asPlanned(old))) return { facts: [] }
      const reshaped = place.kind !== old.kind || !same({ of: place.ring }, { of: old.ring })
      const misplaced = reshaped ? misplacedRefusal(operation, [place], others) : null
      if (misplaced) return misplaced
      // A POD holds for the area that was walked.
      if (reshaped && old.searches.length > 0)
        return refuse('search.swept-shape', { params: { letter: old.letter } })
      if ((reshaped || place.letter !== old.letter) && lockOf(operation, id))
        return refuse('search.unlock-first', { params: { letter: old.letter } })
      const task = taskAt(board, id)
      if (task && liveMembers(task).some(({ slot }) => slot >= place.slots.length))
        return refuse('place.slots-in-use', {
          params: { letter: old.letter, task: taskName(board, task.id) },
        })
      return { facts: [placeFact('PlaceChanged', place)] }
    },
  },

  RemovePlace: {
    involves: (body, board) => keysOfPlace(board, body.place),
    decide(board, { place: id }) {
      const place = board.place.get(id)
      if (!place) return { facts: [] }
      const task = taskAt(board, id)
      if (task) return refuse('place.has-task', { params: { task: taskName(board, task.id) } })
      const { operation } = place
      if (place.searches.length > 0) return refuse('search.swept-stays', { params: { letter: place.letter } })
      if (lockOf(board.operation.get(operation), id))
        return refuse('search.unlock-first', { params: { letter: place.letter } })
      return {
        facts: [
          {
            type: 'PlaceRemoved',
            keys: [key('place', id), key('operation', operation)],
            data: { place: id, operation },
          },
        ],
      }
    },
  },

  SetHand: {
    involves: (body) => [key('operation', body.operation)],
    decide(board, { operation: id, hand }) {
      const operation = openOperation(board, id)
      if (isRefusal(operation)) return operation
      const refusal = handRefusal(board, id, hand)
      if (refusal) return refusal
      if (operation.hands.some((old) => sameHand(old, hand))) return { facts: [] }
      const against = operation.hands.filter((old) => contradicts(old, hand))
      return {
        facts: [...against.map((old) => handFact('HandCleared', id, old)), handFact('HandSet', id, hand)],
      }
    },
  },

  ClearHand: {
    involves: (body) => [key('operation', body.operation)],
    decide(board, { operation: id, hand }) {
      const operation = openOperation(board, id)
      if (isRefusal(operation)) return operation
      const isSet = operation.hands.some((old) => sameHand(old, hand))
      return { facts: isSet ? [handFact('HandCleared', id, hand)] : [] }
    },
  },
}

export function openOperation(board: Board, id: Id): Operation | Refusal {
  const operation = board.operation.get(id)
  if (!operation) return refuse('operation.unknown')
  return operation.closedAt === null ? operation : refuse('operation.closed')
}

export function placesOf(board: Board, operation: Id): PlannedPlace[] {
  return [...board.place.values()].filter((place) => place.operation === operation).map(asPlanned)
}

const asPlanned = ({ searches: _, changedAt: __, line: ___, ...place }: Place): PlannedPlace => place

/** The operation's plan moves with each of its places: letters and probabilities are checked over all of them. */
export function placeFact(type: 'PlacePlanned' | 'PlaceChanged', place: PlannedPlace): OperationFact {
  return { type, keys: [key('place', place.id), key('operation', place.operation)], data: { place } }
}

function keysOfPlace(board: Board, id: Id): Key[] {
  const place = board.place.get(id)
  const task = taskAt(board, id)
  return [
    key('place', id),
    ...(place ? [key('operation', place.operation)] : []),
    ...(task ? [key('task', task.id)] : []),
  ]
}

function handRefusal(board: Board, operation: Id, { assistant, unit, place }: Hand): Refusal | null {
  const named = [assistant, unit, place].filter((id) => id !== undefined)
  if (named.length < 2) return refuse('hand.not-a-pair')
  if (assistant !== undefined && !board.assistant.has(assistant)) return refuse('assistant.unknown')
  if (unit !== undefined && !board.unit.has(unit)) return refuse('unit.unknown')
  if (place !== undefined && board.place.get(place)?.operation !== operation) return refuse('place.unknown')
  return null
}

/** The opposite of the same pair; and a second pin of one person, or of one unit to a place, which replaces the first. */
function contradicts(old: Hand, hand: Hand): boolean {
  if (old.kind !== hand.kind) return sameHand({ ...old, kind: hand.kind }, hand)
  if (hand.kind === 'forbid') return false
  return hand.assistant === undefined
    ? old.assistant === undefined && (old.unit === hand.unit || old.place === hand.place)
    : old.assistant === hand.assistant
}

function handFact(type: 'HandSet' | 'HandCleared', operation: Id, hand: Hand): OperationFact {
  return { type, keys: [key('operation', operation)], data: { operation, hand } }
}

const same = (a: object, b: object): boolean => canonical(a) === canonical(b)

/** JSON with sorted keys: the order of a command's keys says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
