import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id, type Millis } from '../../shared/kernel/ids.ts'
import { aroundPeriod, serviceTypes, taskJoined } from '../../shared/service-hours/records.ts'
import type { EventLog } from '../ports/event-log.ts'

interface Mark {
  seq: number
  at: Millis
  opens: boolean
}

/** Records that lie this near are read together. */
const near = 20

/** Where in the log the service of each assistant stands, also of operations that have left the board. */
export class ServiceIndex {
  #of = new Map<Id, Mark[]>()
  /** Who is or was in a task that runs: its end does not say. */
  #teams = new Map<Id, Set<Id>>()

  take(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      if (event.type === 'TaskEnded') this.#end(event)
      else if (serviceTypes.has(event.type)) this.#add(event)
    }
  }

  /** The sequences that tell what this person did between two moments, from the shift that ran at the first. */
  recordsOf(assistant: Id, from: Millis, to: Millis): number[] {
    const marks = this.#of.get(assistant) ?? []
    const first = Math.max(
      0,
      marks.findLastIndex(({ opens, at }) => opens && at <= from),
    )
    return marks
      .slice(first)
      .filter(({ at }) => at < to + aroundPeriod)
      .map(({ seq }) => seq)
  }

  #add(event: LoggedEvent): void {
    const people = event.keys.flatMap((of) => {
      const entity = entityOf(of)
      return entity?.kind === 'assistant' ? entity.id : []
    })
    const joined = taskJoined(event)
    for (const id of people) {
      this.#mark(id, event, event.type === 'ShiftOpened')
      if (joined === undefined) continue
      const team = this.#teams.get(joined)
      if (team) team.add(id)
      else this.#teams.set(joined, new Set([id]))
    }
  }

  #end(event: LoggedEvent): void {
    const { task } = event.data as { task: Id }
    for (const id of this.#teams.get(task) ?? []) this.#mark(id, event, false)
    this.#teams.delete(task)
  }

  #mark(id: Id, { seq, at }: LoggedEvent, opens: boolean): void {
    const marks = this.#of.get(id)
    if (marks) marks.push({ seq, at, opens })
    else this.#of.set(id, [{ seq, at, opens }])
  }
}

/** These records of the log, in order. */
export async function recordsAt(log: EventLog, seqs: readonly number[]): Promise<LoggedEvent[]> {
  const found: LoggedEvent[] = []
  for (let at = 0; at < seqs.length; ) {
    const first = seqs[at] as number
    let last = first
    const wanted = new Set<number>()
    for (; at < seqs.length && (seqs[at] as number) - last <= near; at++) {
      last = seqs[at] as number
      wanted.add(last)
    }
    const events = await log.read(first - 1, last - first + 1)
    found.push(...events.filter(({ seq }) => wanted.has(seq)))
  }
  return found
}
