import type { Id } from '../../shared/kernel/ids.ts'
import { makeListeners } from './listeners.ts'

/** What the board does not hold (names, sealed texts), asked for when something on screen wants it. */
export interface Lookup {
  get(id: Id): string | undefined
  /** Asks for the id while it is not known; calls back when it is. */
  want(id: Id, listener: () => void): () => void
  /** After a greeting: asks again for what is wanted and was not given. */
  again(): void
  /** Another viewer, or other rights: nothing known before holds. */
  forget(): void
}

/** As many as one question may hold. */
const mostIds = 500
/** Milliseconds after a question that got no answer. */
const retryAfter = 2_000

/**
 * Gathers the ids wanted in one turn of the event loop into one question. An id the server does not answer is not
 * asked again before `again`.
 */
export function makeLookup(ask: (ids: Id[]) => Promise<Record<Id, string> | null>): Lookup {
  let known = new Map<Id, string>()
  let asked = new Set<Id>()
  let queue = new Set<Id>()
  let era = 0
  const listeners = makeListeners<Id>()

  async function askFor(ids: Id[]): Promise<void> {
    const during = era
    const answer = await ask(ids)
    if (during !== era) return
    if (answer === null) {
      for (const id of ids) asked.delete(id)
      setTimeout(askWanted, retryAfter)
      return
    }
    for (const id of ids) {
      const value = answer[id]
      if (value === undefined) continue
      known.set(id, value)
      listeners.tell(id)
    }
  }

  function enqueue(id: Id): void {
    if (known.has(id) || asked.has(id)) return
    asked.add(id)
    if (queue.size === 0) setTimeout(flush, 0)
    queue.add(id)
  }

  function flush(): void {
    const ids = [...queue]
    queue = new Set()
    for (let from = 0; from < ids.length; from += mostIds) void askFor(ids.slice(from, from + mostIds))
  }

  function askWanted(): void {
    for (const id of listeners.keys()) enqueue(id)
  }

  function again(): void {
    asked = new Set(queue)
    askWanted()
  }

  return {
    get: (id) => known.get(id),
    want(id, listener) {
      enqueue(id)
      return listeners.on(id, listener)
    },
    again,
    forget() {
      era++
      known = new Map()
      for (const id of [...listeners.keys()]) listeners.tell(id)
      again()
    },
  }
}
