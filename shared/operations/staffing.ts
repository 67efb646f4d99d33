import type { Board } from '../board/board.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { isBound, isLive } from '../tasks/links.ts'
import type { Task } from '../tasks/types.ts'
import type { Operation, Place } from './types.ts'

export interface PlaceStaffing {
  place: Place
  task: Task | null
  needed: number
  minimum: number
  /** On scene. */
  present: number
  /** Accepted and on the way. */
  coming: number
  /** Asked and not answered. */
  asked: number
  /** Somebody was sent, or an event runs, and fewer than the minimum have said yes. */
  short: boolean
}

export interface OperationStaffing {
  places: PlaceStaffing[]
  /** Said yes and not left. */
  people: number
  needed: number
  units: number
  short: number
}

/** Who is where in an operation, place by place in the order of the letters. */
export function operationStaffing(board: Board, operation: Operation, now: Millis): OperationStaffing {
  const runs =
    operation.kind === 'event-security' && operation.window.from <= now && now < operation.window.to
  const tasks = runningByPlace(board, operation.id)
  const places = placesInOrder(board, operation.id).map((place): PlaceStaffing => {
    const task = tasks.get(place.id) ?? null
    const live = task?.members.filter(isLive) ?? []
    const bound = live.filter(isBound)
    const present = live.filter(({ step }) => step === 'on-scene').length
    return {
      place,
      task,
      needed: place.slots.length,
      minimum: place.minimum,
      present,
      coming: bound.length - present,
      asked: live.length - bound.length,
      short:
        (runs || (task !== null && task.orders.length > 0)) &&
        bound.length < place.minimum &&
        live.length < place.minimum,
    }
  })
  return {
    places,
    people: places.reduce((sum, { present, coming }) => sum + present + coming, 0),
    needed: places.reduce((sum, { needed }) => sum + needed, 0),
    units: places.filter(({ task }) => task !== null && task.orders.length > 0).length,
    short: places.filter(({ short }) => short).length,
  }
}

/** А before Б, 2 before 10. */
export function placesInOrder(board: Board, operation: Id): Place[] {
  return [...board.place.values()]
    .filter((place) => place.operation === operation)
    .sort((a, b) => byLetter(a.letter, b.letter))
}

const collator = new Intl.Collator('ru', { numeric: true })
const byLetter = (a: string, b: string): number => collator.compare(a, b)

function runningByPlace(board: Board, operation: Id): Map<Id, Task> {
  const tasks = new Map<Id, Task>()
  for (const task of board.task.values())
    if (task.operation === operation && task.endedAt === null) tasks.set(task.place, task)
  return tasks
}
