import type { SerikEvent } from '../../shared/board/fold.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import { ended } from '../../shared/tasks/types.ts'

export interface Totals {
  /** Assistants who set out or were there. */
  people: number
  /** From setting out to being released, summed over the people. */
  hours: number
  /** Sent to the people; a request that the police never approved is none. */
  tasks: number
  declines: number
  alarms: number
}

interface Time {
  since: Millis | null
  spent: Millis
  /** Before the last end, for a step that is taken back. */
  undone: { since: Millis | null; spent: Millis }
}

/** An operation in five numbers, from its events in order; who is still out is counted up to `until`. */
export function totalsOf(events: readonly LoggedEvent[], until: Millis): Totals {
  const times = new Map<Id, Time>()
  const tasks = new Set<Id>()
  let declines = 0
  let alarms = 0
  for (const event of events as readonly SerikEvent[]) {
    if (event.type === 'TaskSent') tasks.add(event.data.task)
    if (event.type === 'AlarmRaised') alarms++
    if (event.type === 'StepTaken' && 'assistant' in event.data.party) {
      const { party, to } = event.data
      if (to === 'declined') declines++
      const time = times.get(party.assistant) ?? { since: null, spent: 0, undone: { since: null, spent: 0 } }
      const { since, spent } = time
      if (to === 'en-route' || to === 'on-scene')
        times.set(party.assistant, { since: since ?? event.at, spent, undone: { since, spent } })
      else if (ended.has(to) && since !== null)
        times.set(party.assistant, {
          since: null,
          spent: spent + event.at - since,
          undone: { since, spent },
        })
    }
    if (event.type === 'StepUndone' && 'assistant' in event.data.party) {
      const { party, from } = event.data
      if (from === 'declined') declines--
      const time = times.get(party.assistant)
      if (time) times.set(party.assistant, { ...time.undone, undone: time.undone })
    }
  }
  const out = [...times.values()].map(({ since, spent }) => spent + (since === null ? 0 : until - since))
  return {
    people: out.filter((spent) => spent > 0).length,
    hours: out.reduce((sum, spent) => sum + spent, 0) / 3_600_000,
    tasks: tasks.size,
    declines,
    alarms,
  }
}
