import type { Where } from '../auth/may-see.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import { entityOf, type Id, type Key, key } from '../kernel/ids.ts'

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
      if (event.type === 'ConsensusClosed') this.#open(event.keys)
      this.#placeFile(event)
      const made = event.keys.find(isPlaced)
      if (!made || this.#where.has(made)) continue
      const { region, operation, place } = event.data as {
        region?: string
        operation?: Id | null
        place?: { operation?: Id }
      }
      const of = operation ?? place?.operation ?? null
      const its = region ?? this.#where.get(key('operation', of ?? ''))?.region
      const blind = event.type === 'SheetGiven' && { blind: true as const }
      if (its !== undefined) this.#where.set(made, { region: its, operation: of, ...blind })
    }
  }

  /** A file has no event that opens it: it belongs to its operation from the first record that carries its key. */
  #placeFile({ keys }: LoggedEvent): void {
    for (const of of keys) {
      const entity = entityOf(of)
      if (entity?.kind !== 'case' || this.#where.has(of)) continue
      const its = this.#where.get(key('operation', entity.id))
      if (its) this.#where.set(of, its)
    }
  }

  /** The closing brings the sheets into sight; those of a consensus that never closed stay out of it for ever. */
  #open(keys: readonly Key[]): void {
    for (const of of keys) {
      const where = this.#where.get(of)
      if (where?.blind) this.#where.set(of, { region: where.region, operation: where.operation })
    }
  }

  of = (one: Key): Where | undefined => this.#where.get(one)

  /** Everything that belonged to the operation. */
  keysOf(operation: Id): Key[] {
    const keys: Key[] = []
    for (const [of, where] of this.#where) if (where.operation === operation) keys.push(of)
    return keys
  }

  /** An operation's number. */
  numberOf = (operation: Id): number | undefined => this.#numbers.get(operation)
}

/** People, units and their devices stay on the board for ever; accounts and gateways are the administrator's. */
function isPlaced(of: Key): boolean {
  const kind = entityOf(of)?.kind
  return kind !== undefined && !['account', 'device', 'gateway', 'assistant', 'unit'].includes(kind)
}
