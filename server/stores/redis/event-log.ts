import { readFileSync } from 'node:fs'
import { type Appended, type EventLog, type Head, StoreUnavailable } from '../../ports/event-log.ts'
import { bodiesOf, emptyHead, readChain } from '../record.ts'
import { type Remembered, rememberedFor, repeat } from '../remembered.ts'
import {
  answerOf,
  arrange,
  type BatchReply,
  encodeBatch,
  type Span,
  type Verdicts,
  type Waiting,
} from './batch.ts'
import { answerWithin, ask, type Redis } from './connection.ts'
import { follow } from './follow.ts'
import type { LogKeys } from './log-keys.ts'
import { readHead, readRecords } from './records.ts'
import { replicaWait } from './replicas.ts'
import { run, script } from './script.ts'

const appendScript = script(readFileSync(new URL('./append.lua', import.meta.url), 'utf8'))

/** One batch holds Redis up while it is written, so it has an end. */
const mostAppends = 500

export interface RedisLogOptions {
  /** For appends and commands known, because WAIT holds up its connection. Closed with the log. */
  writer: Redis
  /** For reading; not closed with the log. */
  reader: Redis
  keys: LogKeys
  warn: (sentence: string) => void
  onHead?: (head: Head) => void
  onFault?: (fault: StoreUnavailable) => void
}

/**
 * The log in a Redis stream. One batch per node is in flight; a batch that was overtaken by another node is chained
 * anew and sent again without being decided again. Followers may be called before or after append() resolves.
 */
export async function openEventLog(
  options: RedisLogOptions,
): Promise<EventLog & { fault(): StoreUnavailable | null }> {
  const { writer, reader, keys, warn } = options
  const replicated = replicaWait(writer)
  const stops = new Set<() => void>()
  let head = await ask(readHead(reader, keys))
  const queue: Waiting[] = []
  let flying: Promise<void> | null = null
  let fault: StoreUnavailable | null = null
  let closed = false

  function fail(reason: string): StoreUnavailable {
    if (!fault) {
      fault = new StoreUnavailable(reason, 'store.damaged')
      options.onFault?.(fault)
    }
    return fault
  }

  /** A follower may have seen further than an answer that was on its way. */
  function sawHead(seen: Head) {
    if (seen.seq > head.seq) head = seen
  }

  async function flyAll() {
    await new Promise(setImmediate)
    while (queue.length > 0) await fly(queue.splice(0, mostAppends))
    flying = null
  }

  async function fly(group: Waiting[]) {
    let waiting = group
    const until = performance.now() + answerWithin
    try {
      while (waiting.length > 0) {
        if (fault) throw fault
        waiting = await submit(waiting)
        if (performance.now() > until && waiting.length > 0)
          throw new StoreUnavailable('Redis is too busy: other nodes were always faster.')
      }
    } catch (error) {
      for (const { failed } of waiting) failed(error)
    }
  }

  /** Sends one batch; gives back what could not be settled yet. */
  async function submit(waiting: Waiting[]): Promise<Waiting[]> {
    const { write, judge } = arrange(waiting)
    const sent = head
    const { commandPrefix } = keys
    const batch = encodeBatch(sent, write, judge, { commandPrefix, seconds: rememberedFor / 1000 })
    const reply = (await ask(
      run(writer, appendScript, [keys.stream, keys.head, keys.newest], batch.args).then((text) =>
        JSON.parse(text as string),
      ),
    )) as BatchReply
    if (reply.seq < sent.seq || (reply.seq === sent.seq && reply.hash !== sent.hash))
      throw fail(
        `The log in Redis went back from record ${sent.seq} to ${reply.seq}. Run verify, then restart.`,
      )
    sawHead({ seq: reply.seq, hash: reply.hash })
    const answers = new Map<Waiting, Appended>()
    const settle = (ones: Waiting[], verdicts: Verdicts) => {
      for (const [n, one] of ones.entries()) {
        const answer = answerOf(verdicts[n], one.append)
        if (answer) answers.set(one, answer)
      }
    }
    settle(write, reply.write)
    if (reply.written) {
      settle(judge, reply.judge)
      sawHead(batch.head)
      for (const [n, one] of write.entries()) {
        const { result } = one.append
        const span = batch.spans[n] as Span
        answers.set(one, { ok: true, ...span, repeated: false, ...(result === undefined ? {} : { result }) })
      }
    }
    if ([...answers.values()].some(({ ok }) => ok)) await ask(replicated())
    if (reply.written) options.onHead?.(batch.head)
    for (const [one, answer] of answers) one.done(answer)
    return waiting.filter((one) => !answers.has(one))
  }

  return {
    append(append) {
      if (fault) return Promise.reject(fault)
      if (closed) return Promise.reject(new StoreUnavailable('The log is closed.'))
      return new Promise((done, failed) => {
        queue.push({ append, bodies: bodiesOf(append), done, failed })
        flying ??= flyAll()
      })
    },
    async known(commandId, fingerprint) {
      const text = await ask(writer.get(keys.commandPrefix + commandId))
      if (text === null) return null
      await ask(replicated())
      return repeat(JSON.parse(text) as Remembered, fingerprint)
    },
    async read(after, limit) {
      const records = await ask(readRecords(reader, keys, Math.max(after, 1), limit + 1))
      const before = after === 0 ? emptyHead : records.shift()
      if (!before && after >= head.seq) return []
      if (!before || before.seq !== after)
        throw fail(`The log is damaged: record ${after} is missing. Run verify.`)
      const { events, bad } = readChain(before, records.slice(0, limit))
      if (bad) throw fail(`The log is damaged: ${bad.problem}. Run verify.`)
      return events
    },
    sealed: (after, limit) => ask(readRecords(reader, keys, after + 1, limit)),
    follow(after, onEvents) {
      const stop = follow({
        client: writer.duplicate(),
        keys,
        after,
        warn,
        onEvents(events, last) {
          sawHead(last)
          onEvents(events)
        },
        onBad: (problem) => fail(`The log is damaged: ${problem}. Run verify, then restart.`),
      })
      stops.add(stop)
      return () => {
        stops.delete(stop)
        stop()
      }
    },
    head: () => ask(readHead(reader, keys)),
    fault: () => fault,
    async close() {
      if (closed) return
      closed = true
      await flying
      for (const stop of stops) stop()
      writer.destroy()
    },
  }
}
