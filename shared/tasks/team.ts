import type { Board } from '../board/board.ts'
import { gateRefusal } from '../gates/all.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Operation, Place } from '../operations/types.ts'
import { lockOf } from '../search/segments/ground-types.ts'
import { searchRefusal } from '../search/teams/may-send.ts'
import { onDuty } from '../shifts/types.ts'
import { taskAt } from './links.ts'
import { taskName } from './task-name.ts'
import { currentOrder, type Task } from './types.ts'

interface Team {
  place: Id
  unit: Id
  members: { assistant: Id; slot: number }[]
}

/** Why this team may not be sent now; null = it may. `task`: the request that is being approved. */
export function teamRefusal(
  board: Board,
  operation: Operation,
  team: Team,
  now: Millis,
  task: Id | null,
): Refusal | null {
  if (operation.closedAt !== null) return refuse('operation.closed')
  if (now >= operation.window.to) return refuse('operation.over')
  const place = board.place.get(team.place)
  if (place?.operation !== operation.id) return refuse('place.unknown')
  const closed = lockRefusal(operation, place) ?? searchRefusal(board, operation)
  if (closed) return closed
  const running = taskAt(board, place.id)
  if (running && running.id !== task)
    return refuse('place.has-task', { params: { task: taskName(board, running.id) } })
  return (
    unitRefusal(board, team.unit, now, task) ??
    slotsRefusal(team.members) ??
    first(team.members, (member) => personRefusal(board, operation, place, team.unit, member, now, task))
  )
}

/** Nobody goes where it was found too dangerous. */
export function lockRefusal(operation: Operation | undefined, { id, letter }: Place): Refusal | null {
  return lockOf(operation, id) ? refuse('search.segment-locked', { params: { letter } }) : null
}

/** Why this unit may not lead a task now. */
export function unitRefusal(board: Board, id: Id, now: Millis, task: Id | null): Refusal | null {
  const unit = board.unit.get(id)
  if (!unit) return refuse('unit.unknown')
  const params = { unit: unit.callSign }
  if (!unit.open) return refuse('unit.closed', { params })
  if (!onDuty(unit.shift, now)) return refuse('unit.off-duty', { rule: 'D3', params })
  if (unit.leaving) return refuse('unit.leaving', { rule: 'D11', params })
  if (unit.task !== null && unit.task !== task)
    return refuse('unit.busy', { params: { ...params, task: taskName(board, unit.task) } })
  return null
}

/** Why this person may not be offered the slot of a running task. */
export function offerRefusal(
  board: Board,
  task: Task,
  member: { assistant: Id; slot: number },
  now: Millis,
): Refusal | null {
  const operation = board.operation.get(task.operation)
  const place = board.place.get(task.place)
  if (!operation || !place) return refuse('place.unknown')
  if (now >= operation.window.to) return refuse('operation.over')
  const closed = lockRefusal(operation, place) ?? searchRefusal(board, operation)
  if (closed) return closed
  return personRefusal(board, operation, place, task.unit, member, now, task.id)
}

function personRefusal(
  board: Board,
  operation: Operation,
  place: Place,
  unit: Id,
  member: { assistant: Id; slot: number },
  now: Millis,
  task: Id | null,
): Refusal | null {
  const assistant = board.assistant.get(member.assistant)
  if (!assistant) return refuse('assistant.unknown')
  const unfit = slotRefusal(board, place, member)
  if (unfit) return unfit
  const running = task === null ? undefined : board.task.get(task)
  const window = (running && currentOrder(running)?.window) ?? operation.window
  const leader = board.unit.get(unit) ?? null
  return gateRefusal('sending', { board, now, assistant, operation, window, unit: leader, task })
}

/** Whether the place has such a slot and the person what it asks for. */
export function slotRefusal(
  board: Board,
  place: Place,
  { assistant, slot }: { assistant: Id; slot: number },
): Refusal | null {
  const wanted = place.slots[slot]
  if (!wanted) return refuse('task.no-such-slot', { params: { slot: slot + 1, letter: place.letter } })
  const person = board.assistant.get(assistant)
  if (wanted.skill && !person?.skills.includes(wanted.skill))
    return refuse('task.skill-missing', {
      params: { assistant: person?.callSign ?? '', skill: wanted.skill },
    })
  return null
}

function slotsRefusal(members: Team['members']): Refusal | null {
  const slots = new Set(members.map(({ slot }) => slot))
  const people = new Set(members.map(({ assistant }) => assistant))
  if (people.size < members.length) return refuse('task.member-twice')
  if (slots.size < members.length) return refuse('task.slot-taken')
  return null
}

function first<T>(items: T[], refusalOf: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const refusal = refusalOf(item)
    if (refusal) return refusal
  }
  return null
}
