import { Worker } from 'node:worker_threads'

/** A question as it is put; it travels with its `id`, and its answer with the same. */
export type Unasked<Question> = Question extends unknown ? Omit<Question, 'id'> : never

export type Answered = { id: number; answer: unknown } | { id: number; failed: string }

/** The thread ended before it had answered: the next question starts another. */
export class ThreadEnded extends Error {}

export interface OwnThread<Question> {
  newId(): number
  /** Fails as the answer does, and with ThreadEnded. `transfer`: buffers that move over. */
  ask(question: Unasked<Question>, more?: { id?: number; transfer?: ArrayBuffer[] }): Promise<unknown>
  runs(): boolean
  /** Whoever started it closes it: it keeps the process going. */
  close(): Promise<void>
}

/**
 * A thread of this file, for work that would hold the event loop up. It is started by the first question, and again after
 * it has failed; whoever then waits is told so at once. `heard`: what it says besides answers, with a way to reply.
 */
export function ownThread<Question extends { id: number }, Said extends { id: number } = never>(
  file: URL,
  { data, heard }: { data?: unknown; heard?(said: Said, reply: (to: Question) => void): void } = {},
): OwnThread<Question> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let worker: Worker | null = null
  let last = 0

  function start(): Worker {
    const fresh = new Worker(file, { workerData: data })
    fresh.on('message', (message: Answered | Said) => {
      if (!('answer' in message) && !('failed' in message))
        return heard?.(message, (to) => fresh.postMessage(to))
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if ('failed' in message) asked?.reject(new Error(message.failed))
      else asked?.resolve(message.answer)
    })
    fresh.on('error', (cause) => ended(fresh, (cause as Error).message, cause))
    fresh.on('exit', () => ended(fresh, 'it was stopped'))
    return fresh
  }

  function ended(which: Worker, why: string, cause?: unknown): void {
    if (worker !== which) return
    worker = null
    const error = new ThreadEnded(`the thread has ended: ${why}`, { cause })
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    newId: () => ++last,
    ask(question, { id = ++last, transfer = [] } = {}) {
      worker ??= start()
      const asked = Promise.withResolvers<unknown>()
      waiting.set(id, asked)
      worker.postMessage({ ...question, id }, transfer)
      return asked.promise
    },
    runs: () => worker !== null,
    async close() {
      await worker?.terminate()
    },
  }
}
