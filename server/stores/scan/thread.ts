import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { belongsTo } from '../../../shared/board/record-scope.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Key } from '../../../shared/kernel/ids.ts'
import type { ChainRecord } from '../../../shared/record/format.ts'
import { exportLines } from '../../../shared/record/write-export.ts'
import type { Answered } from '../../own-thread.ts'
import type { Chain, Checkpoint, ExportWanted } from '../../ports/record-scan.ts'
import { recordSeal } from '../signing-key.ts'
import { verifyChain } from '../verify-chain.ts'
import { lookBack } from './look-back.ts'
import type { AsksRights, ThreadOptions, ToThread } from './messages.ts'
import { openSource } from './source.ts'

const page = 500
/** Characters of an export that are handed over at once. */
const chunk = 256 * 1024

const options = workerData as ThreadOptions
const source = await openSource(options)
const seal = recordSeal(options.signingKey)
const port = parentPort
if (!port) throw new Error('started outside of a thread')
const say = (message: Answered | AsksRights) => port.postMessage(message)

const exports = new Map<number, AsyncGenerator<string>>()
const waiting = new Map<number, (may: boolean[]) => void>()

port.on('message', (message: ToThread) => {
  const { id } = message
  if (message.ask === 'rights') {
    waiting.get(id)?.(message.may)
    waiting.delete(id)
    return
  }
  answer(message).then(
    (found) => say({ id, answer: found }),
    (error: unknown) => say({ id, failed: (error as Error).message }),
  )
})

async function answer(message: Exclude<ToThread, { ask: 'rights' }>): Promise<unknown> {
  switch (message.ask) {
    case 'look':
      return lookBack(source, message.look)
    case 'verify':
      return verifyBoth(message.checkpoints)
    case 'export':
      exports.set(message.id, writeExport(message.id, message.wanted))
      return null
    case 'next':
      return nextChunk(message.id)
    case 'stop':
      exports.delete(message.id)
      return null
  }
}

async function nextChunk(id: number): Promise<string | null> {
  const lines = exports.get(id)
  // A thread that took the place of one that ended knows nothing of its exports: they are cut, and not at their end.
  if (!lines) throw new Error('the export was lost with the thread that wrote it')
  let text = ''
  while (text.length < chunk) {
    const { done, value } = await lines.next()
    if (done) break
    text += value
  }
  if (text !== '') return text
  exports.delete(id)
  return null
}

/** Of each page, what is in the scope is asked about at once; the rest needs no rights. */
function writeExport(id: number, { header, upTo, anchors }: ExportWanted): AsyncGenerator<string> {
  const inScope = belongsTo(header.scope)
  const allowed = new Set<number>()
  async function* pages(): AsyncGenerator<ChainRecord[]> {
    for (let after = 0; after < upTo; after += page) {
      const records = await source.page('log', after, Math.min(page, upTo - after))
      const events = records.map(({ seq, body }) => ({ seq, ...JSON.parse(body) }) as LoggedEvent)
      const within = events.filter(inScope)
      const may = await mayRead(
        id,
        within.map(({ keys }) => keys),
      )
      allowed.clear()
      for (const [n, { seq }] of within.entries()) if (may[n]) allowed.add(seq)
      yield records
      await nextTurn()
    }
  }
  return exportLines({
    ...{ pages: pages(), header, anchors: new Set(anchors), seal },
    belongs: ({ seq }) => allowed.has(seq),
  })
}

function mayRead(id: number, rights: Key[][]): Promise<boolean[]> {
  if (rights.length === 0) return Promise.resolve([])
  return new Promise((done) => {
    waiting.set(id, done)
    say({ id, rights })
  })
}

async function verifyBoth(checkpoints: Checkpoint[]) {
  const findings = []
  for (const chain of ['log', 'access'] as const) {
    const witnesses = checkpoints.map(({ at, [chain]: head }) => ({
      by: `the checkpoint of ${new Date(at).toISOString()}`,
      ...head,
    }))
    findings.push(await verifyChain(chain, pagesOf(chain), witnesses))
  }
  return findings
}

async function* pagesOf(chain: Chain) {
  for (let after = 0; ; ) {
    const records = await source.page(chain, after, 2 * page)
    const last = records.at(-1)
    if (!last) return
    yield records
    await nextTurn()
    after = last.seq
  }
}
