import type { Where } from '../../shared/auth/may-see.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id, type Key, key } from '../../shared/kernel/ids.ts'

/**
 * Where everything of the log belongs, also what has left the board since: the journal of last week has its readers too.
 * An entity is placed by the event that made it, or by the operation that one names.
 */
export class Past {
  #where = new Map<Key, Where>()
  #numbers = new Map<Id, number>()

  take(events: LoggedEvent[]): void {
    for (const event of events) {
      if (event.type === 'OperationOpened') {
        const { operation, number } = event.data as { operation: Id; number: number }
        this.#numbers.set(operation, number)
      }
      const made = event.keys.find(isPlaced)
      if (!made || this.#where.has(made)) continue
      const { region, operation, place } = event.data as {
        region?: string
        operation?: Id | null
        place?: { operation?: Id }
      }
      const of = operation ?? place?.operation ?? null
      const its = region ?? this.#where.get(key('operation', of ?? ''))?.region
      if (its !== undefined) this.#where.set(made, { region: its, operation: of })
    }
  }

  of = (one: Key): Where | undefined => this.#where.get(one)

  /** An operation's number. */
  numberOf = (operation: Id): number | undefined => this.#numbers.get(operation)
}

/** People, units and their devices stay on the board for ever; accounts are the administrator's. */
function isPlaced(of: Key): boolean {
  const kind = entityOf(of)?.kind
  return kind !== undefined && !['account', 'device', 'assistant', 'unit'].includes(kind)
}
