import { ownThread, type Unasked } from '../../own-thread.ts'
import type { ChainFinding, Found, MayRead, RecordScan } from '../../ports/record-scan.ts'
import type { AsksRights, ThreadOptions, ToThread } from './messages.ts'

export function scanThread(options: ThreadOptions): RecordScan {
  const exports = new Map<number, MayRead>()
  const thread = ownThread<ToThread, AsksRights>(new URL('./thread.ts', import.meta.url), {
    data: options,
    heard({ id, rights }, reply) {
      reply({ id, ask: 'rights', may: exports.get(id)?.(rights) ?? rights.map(() => false) })
    },
  })

  return {
    look: async (look) => (await thread.ask({ ask: 'look', look })) as Found,
    verify: async (checkpoints) => (await thread.ask({ ask: 'verify', checkpoints })) as ChainFinding[],
    async *export(wanted, mayRead) {
      const id = thread.newId()
      const ask = (question: Unasked<ToThread>) => thread.ask(question, { id })
      exports.set(id, mayRead)
      let ended = false
      try {
        await ask({ ask: 'export', wanted })
        for (;;) {
          const text = (await ask({ ask: 'next' })) as string | null
          ended = text === null
          if (text === null) return
          yield text
        }
      } finally {
        exports.delete(id)
        if (!ended && thread.runs()) await ask({ ask: 'stop' })
      }
    },
    close: thread.close,
  }
}
