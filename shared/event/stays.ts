import type { LoggedEvent } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Step } from '../tasks/types.ts'

/** Somebody stood at a place from one moment to another; `to` null = still there. */
export interface Stay {
  assistant: Id
  place: Id
  from: Millis
  to: Millis | null
}

interface StepData {
  task: Id
  party: { assistant?: Id; unit?: Id }
  from: Step
  to: Step
}

/** The stays on scene in these events (oldest first), place by place. Ends of tasks and moves come as steps too. */
export function staysIn(events: readonly LoggedEvent[], placeOf: (task: Id) => Id | undefined): Stay[] {
  const stays: Stay[] = []
  const open = new Map<Id, Stay>()
  const leave = (assistant: Id, at: Millis) => {
    const stay = open.get(assistant)
    if (stay) stay.to = at
    open.delete(assistant)
  }
  for (const { type, data, at } of events) {
    if (type === 'MemberMoved') leave((data as { assistant: Id }).assistant, at)
    if (type !== 'StepTaken' && type !== 'StepUndone') continue
    const { task, party, to } = data as StepData
    if (party.assistant === undefined) continue
    leave(party.assistant, at)
    const place = placeOf(task)
    if (to !== 'on-scene' || place === undefined) continue
    const stay: Stay = { assistant: party.assistant, place, from: at, to: null }
    open.set(party.assistant, stay)
    stays.push(stay)
  }
  return stays
}
