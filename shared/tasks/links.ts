import type { Board } from '../board/board.ts'
import { type Id, type Key, key } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Party, TaskFact } from './events.ts'
import { ended, type Link, type Member, type Step, type Task } from './types.ts'

type OfferedLink = Link & { offer: Member['offer'] }

/** The party's end of the chain; undefined when it is no part of this task (or no longer). */
export function linkOf(task: Task, party: Party): OfferedLink | undefined {
  if ('unit' in party) return party.unit === task.unit ? task.unitLink : undefined
  return task.members.find(({ assistant }) => assistant === party.assistant)
}

export const isLive = ({ step }: Link): boolean => !ended.has(step)

/** Has accepted and not left since: at work, on the way, or held. */
export const isBound = (link: Link): boolean => isLive(link) && link.step !== 'offered'

export const liveMembers = (task: Task): Member[] => task.members.filter(isLive)

export const carrierKey = (party: Party): Key =>
  'unit' in party ? key('unit', party.unit) : key('assistant', party.assistant)

export function step(task: Task, party: Party, from: Step, to: Step, rule?: string): TaskFact {
  return {
    type: 'StepTaken',
    keys: [key('task', task.id), carrierKey(party)],
    data: { task: task.id, party, from, to, ...(rule === undefined ? {} : { rule }) },
  }
}

/** The same step for these members, each from where it stands. */
export const stepAll = (task: Task, members: Member[], to: Step, rule?: string): TaskFact[] =>
  members.map(({ assistant, step: from }) => step(task, { assistant }, from, to, rule))

/** A task whose order is out and that has not ended. */
export function runningTask(board: Board, id: Id): Task | Refusal {
  const task = board.task.get(id)
  if (!task) return refuse('task.unknown')
  if (task.endedAt !== null) return refuse('task.ended')
  if (task.orders.length === 0) return refuse('task.not-sent')
  return task
}

/** All that a command on a running task may read or change: what may end it frees everybody in it. */
export function keysOfTask(board: Board, id: Id): Key[] {
  const task = board.task.get(id)
  if (!task) return [key('task', id)]
  return [
    key('task', id),
    key('operation', task.operation),
    key('place', task.place),
    key('unit', task.unit),
    ...task.members.map(({ assistant }) => key('assistant', assistant)),
  ]
}

export const runningTasksOf = (board: Board, operation: Id): Task[] =>
  [...board.task.values()].filter((task) => task.operation === operation && task.endedAt === null)

/** The running task (also one only requested) at a place, if any: a place has one at a time. */
export function taskAt(board: Board, place: Id): Task | undefined {
  for (const task of board.task.values()) if (task.place === place && task.endedAt === null) return task
  return undefined
}
