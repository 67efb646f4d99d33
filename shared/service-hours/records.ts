import type { LoggedEvent } from '../kernel/event.ts'
import { type Id, key, type Millis } from '../kernel/ids.ts'

/** What the hours of people are made of; the end of a task comes to it, but names only the unit. */
export const serviceTypes: ReadonlySet<string> = new Set([
  'ShiftOpened',
  'ShiftExtended',
  'ShiftClosed',
  'TaskRequested',
  'TaskSent',
  'MemberOffered',
  'StepTaken',
  'StepUndone',
  'MemberMoved',
])

/** The task that somebody is in by this record. */
export function taskJoined({ type, data }: LoggedEvent): Id | undefined {
  const { task, to } = data as { task?: Id; to?: Id }
  return type === 'MemberMoved' ? to : task
}

/** Longer than any shift: one that ran into a period began within it, one that runs out of it ends within it. */
export const aroundPeriod = 24 * 3_600_000

/** Which records prove the hours of one person in a time; asked in the order of the log. */
export function provesHours({ assistant, from, to }: { assistant: Id; from: Millis; to: Millis }) {
  const own = key('assistant', assistant)
  const tasks = new Set<Id>()
  return (event: LoggedEvent): boolean => {
    const { type, at, keys, data } = event
    if (at < from - aroundPeriod || at >= to + aroundPeriod) return false
    if (type === 'TaskEnded') return tasks.has((data as { task: Id }).task)
    if (!serviceTypes.has(type) || !keys.includes(own)) return false
    const task = taskJoined(event)
    if (task !== undefined) tasks.add(task)
    return true
  }
}
