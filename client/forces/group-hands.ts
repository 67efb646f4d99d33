import type { Board } from '../../shared/board/board.ts'
import type { Hand, Place } from '../../shared/operations/types.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import { slotIsFree } from '../../shared/tasks/offers.ts'
import { type Carrying, kindOf } from './status.ts'

/** On duty, without a task and staying. */
export const isFree = (carrier: Carrying): boolean =>
  bookedOn(carrier.shift) && carrier.task === null && !('leaving' in carrier && carrier.leaving)

/**
 * Whom of a group to pin to a place: the nearest free unit if nobody leads there yet, and as many of the nearest free
 * assistants as it still wants. `metresTo` says how far each is from it.
 */
export function groupHands(
  board: Board,
  place: Place,
  group: readonly Carrying[],
  metresTo: (carrier: Carrying) => number,
): Hand[] {
  const task = taskAt(board, place.id)
  const wanted = place.slots.filter((_, slot) => !task || slotIsFree(task, slot)).length
  const nearest = group.filter(isFree).sort((a, b) => metresTo(a) - metresTo(b))
  const units = nearest.filter((carrier) => kindOf(carrier) === 'unit').slice(0, task ? 0 : 1)
  const people = nearest.filter((carrier) => kindOf(carrier) === 'assistant').slice(0, wanted)
  return [
    ...units.map(({ id }) => ({ kind: 'pin' as const, place: place.id, unit: id })),
    ...people.map(({ id }) => ({ kind: 'pin' as const, place: place.id, assistant: id })),
  ]
}
