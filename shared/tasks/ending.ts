import { type Id, key } from '../kernel/ids.ts'
import type { TaskFact } from './events.ts'
import { isBound, isLive, liveMembers, step, stepAll } from './links.ts'
import type { Link, Step, Task } from './types.ts'

type Outcome = Extract<TaskFact, { type: 'TaskEnded' }>['data']['outcome']

/** Everybody still in the task comes back. */
export function recall(task: Task): TaskFact[] {
  if (task.orders.length === 0) return [refuseRequest(task)]
  return [...stepAll(task, liveMembers(task), 'recalled'), ...leave(task, 'recalled'), end(task, 'recalled')]
}

/** Done: who is (or was held) on scene completes, who never came is stood down. Recalled when nobody ever came. */
export function complete(task: Task): TaskFact[] {
  const somebodyCame = [task.unitLink, ...task.members].some(
    (link) => wasThere(link) || link.step === 'complete',
  )
  if (!somebodyCame) return recall(task)
  return [
    ...liveMembers(task).flatMap((member) =>
      stepAll(task, [member], wasThere(member) ? 'complete' : 'stood-down'),
    ),
    ...leave(task, wasThere(task.unitLink) ? 'complete' : 'stood-down'),
    end(task, 'complete'),
  ]
}

/**
 * What follows when a member leaves by the step `to`. The last one to complete or be stood down ends the task; after a
 * decline or a time-out it waits for the next person as long as its unit stands.
 */
export function afterLeaving(task: Task, assistant: Id, to: Step): TaskFact[] {
  if (liveMembers(task).some((member) => member.assistant !== assistant)) return []
  if ((to === 'declined' || to === 'expired') && isLive(task.unitLink)) return []
  const done = to === 'complete' || task.members.some((member) => member.step === 'complete')
  return [...leave(task, done ? 'complete' : 'stood-down'), end(task, done ? 'complete' : 'unmanned')]
}

/**
 * The unit leaves by the step `to`, so its members have no police (D3). Who has accepted stays on HOLD for another unit;
 * when nobody has yet, the task ends and frees all. The unit goes last: at no event does anybody act without one.
 */
export function unitLeaves(task: Task, to: Step): TaskFact[] {
  const bound = task.members.filter(isBound)
  if (bound.length === 0)
    return [...stepAll(task, liveMembers(task), 'stood-down'), ...leave(task, to), end(task, 'unmanned')]
  const acting = bound.filter((member) => member.step !== 'hold')
  return [...stepAll(task, acting, 'hold', 'D3'), ...leave(task, to)]
}

export function refuseRequest(task: Task): TaskFact {
  return {
    type: 'TaskRequestRefused',
    keys: [
      key('task', task.id),
      key('unit', task.unit),
      ...task.members.map(({ assistant }) => key('assistant', assistant)),
    ],
    data: { task: task.id },
  }
}

const wasThere = (link: Link): boolean =>
  link.step === 'on-scene' || (link.step === 'hold' && link.heldFrom === 'on-scene')

function leave(task: Task, to: Step): TaskFact[] {
  return isLive(task.unitLink) ? [step(task, { unit: task.unit }, task.unitLink.step, to)] : []
}

function end(task: Task, outcome: Outcome): TaskFact {
  return {
    type: 'TaskEnded',
    keys: [key('task', task.id), key('unit', task.unit)],
    data: { task: task.id, outcome },
  }
}
