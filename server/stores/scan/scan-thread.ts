import { Worker } from 'node:worker_threads'
import type { ChainFinding, Found, MayRead, RecordScan } from '../../ports/record-scan.ts'
import type { FromThread, ThreadOptions, ToThread } from './messages.ts'

type Without<Message, Field extends string> = Message extends unknown ? Omit<Message, Field> : never

interface Waiting {
  done(answer: unknown): void
  failed(error: Error): void
  mayRead?: MayRead
}

/** The thread is started by the first question, and again after it has failed. */
export function scanThread(options: ThreadOptions): RecordScan {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  function lost(error: Error): void {
    worker = null
    for (const { failed } of waiting.values()) failed(error)
    waiting.clear()
  }

  function start(): Worker {
    const fresh = new Worker(new URL('./thread.ts', import.meta.url), { workerData: options })
    fresh.unref()
    fresh.on('message', (message: FromThread) => heard(fresh, message))
    fresh.on('error', (error) => lost(error as Error))
    fresh.on('exit', () => worker === fresh && lost(new Error('the thread that reads the record has ended')))
    return fresh
  }

  function heard(from: Worker, message: FromThread): void {
    const asked = waiting.get(message.id)
    if ('rights' in message) {
      const may = asked?.mayRead?.(message.rights) ?? message.rights.map(() => false)
      from.postMessage({ id: message.id, ask: 'rights', may } satisfies ToThread)
      return
    }
    waiting.delete(message.id)
    if ('failed' in message) asked?.failed(new Error(message.failed))
    else asked?.done(message.answer)
  }

  function ask(question: Without<ToThread, 'id'>, id = ++last, mayRead?: MayRead): Promise<unknown> {
    worker ??= start()
    const { promise, resolve: done, reject: failed } = Promise.withResolvers<unknown>()
    waiting.set(id, { done, failed, ...(mayRead && { mayRead }) })
    worker.postMessage({ ...question, id } as ToThread)
    return promise
  }

  return {
    look: async (look) => (await ask({ ask: 'look', look })) as Found,
    verify: async (checkpoints) => (await ask({ ask: 'verify', checkpoints })) as ChainFinding[],
    async *export(wanted, mayRead) {
      const id = ++last
      await ask({ ask: 'export', wanted }, id)
      let ended = false
      try {
        for (;;) {
          const text = (await ask({ ask: 'next' }, id, mayRead)) as string | null
          ended = text === null
          if (text === null) return
          yield text
        }
      } finally {
        if (!ended && worker) await ask({ ask: 'stop' }, id)
      }
    },
    async close() {
      await worker?.terminate()
      worker = null
    },
  }
}
