import type { SQLInputValue } from 'node:sqlite'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Clock } from '../../ports/clock.ts'
import {
  type Append,
  type Appended,
  type EventLog,
  type Head,
  StoreUnavailable,
} from '../../ports/event-log.ts'
import { bodiesOf, chain, decode, emptyHead, type LogRecord, readChain } from '../record.ts'
import { rememberedFor } from '../remembered.ts'
import { inTransaction, openDatabase } from './database.ts'
import { keyPlaces } from './key-places.ts'
import { knownCommand, logStatements, takeCommand } from './log-sql.ts'
import { logSchema } from './schema.ts'

export interface EmbeddedLogOptions {
  clock: Clock
  /** The new head after each group of appends is on the disk. */
  onHead?: (head: Head) => void
  /** The store is damaged: no append is taken any more until it is opened again. */
  onFault?: (fault: StoreUnavailable) => void
}

interface Waiting {
  append: Append
  bodies: string[]
  done: (appended: Appended) => void
  failed: (error: unknown) => void
}

interface Follower {
  after: number
  onEvents: (events: LoggedEvent[]) => void
}

const pageSize = 1000
const forgetEvery = 3_600_000
const forgetAtOnce = 1000

/**
 * The log in one SQLite file. All appends of one turn of the event loop are one transaction (group commit), decided one
 * after another in the order they were given. Followers are called before the awaiter of append() goes on.
 */
export function openEventLog(
  path: string,
  options: EmbeddedLogOptions,
): EventLog & { fault(): StoreUnavailable | null } {
  const database = openDatabase(path, logSchema, { durable: true })
  const sql = logStatements(database)
  const followers = new Set<Follower>()
  const last = sql.lastRecord.get() as LogRecord | undefined
  let head: Head = last ? { seq: last.seq, hash: last.hash } : emptyHead
  const places = keyPlaces(head.seq, (key) => (sql.keySeq.get(key)?.seq as number | undefined) ?? 0)
  let queue: Waiting[] = []
  let fault: StoreUnavailable | null = null
  let closed = false
  let nextForget = 0

  const fail = (reason: string) => {
    if (!fault) {
      fault = new StoreUnavailable(reason, 'store.damaged')
      options.onFault?.(fault)
    }
    return fault
  }

  function flush() {
    const group = queue
    queue = []
    if (group.length === 0 || closed) return
    let next = head
    const written: LogRecord[] = []
    let answers: Appended[]
    try {
      if (fault) throw fault
      answers = inTransaction(database, () => {
        forgetCommands()
        const now = options.clock.now()
        const records: SQLInputValue[] = []
        const moves: SQLInputValue[] = []
        const given = group.map(({ append, bodies }) => {
          const answer = takeCommand(sql, places, append, next.seq, bodies.length, now)
          if (!answer.ok || answer.repeated) return answer
          for (const [n, body] of bodies.entries()) {
            const record = chain(next, body)
            records.push(record.seq, record.body, record.crc, record.hash)
            for (const key of append.facts[n]?.keys ?? []) {
              places.move(key, record.seq)
              moves.push(key, record.seq)
            }
            written.push(record)
            next = record
          }
          return answer
        })
        sql.addRecords(records)
        sql.moveKeys(moves)
        return given
      })
    } catch (error) {
      places.undo(head.seq)
      const unavailable = whyNot(error)
      for (const { failed } of group) failed(unavailable)
      return
    }
    if (written.length > 0) {
      head = { seq: next.seq, hash: next.hash }
      options.onHead?.(head)
    }
    places.settle(head.seq)
    group.forEach(({ done }, n) => {
      done(answers[n] as Appended)
    })
    if (written.length > 0) tell(written)
  }

  /** A full disk passes (inTransaction says so); after any other failure to write nobody knows what is on the disk, so nothing more is acknowledged. */
  function whyNot(error: unknown): StoreUnavailable {
    if (error instanceof StoreUnavailable) return error
    const { message } = error as Error
    return fail(`Writing to ${path} failed (${message}); restart after checking the disk.`)
  }

  function forgetCommands() {
    const now = options.clock.now()
    if (now < nextForget) return
    const { changes } = sql.forgetCommands.run(now - rememberedFor, forgetAtOnce)
    if (Number(changes) < forgetAtOnce) nextForget = now + forgetEvery
  }

  /** A follower that is further behind is still catching up and will read these. */
  function tell(records: LogRecord[]) {
    const from = records[0]?.seq ?? 0
    const level = [...followers].filter(({ after }) => after === from - 1)
    if (level.length === 0) return
    const events = records.map(decode)
    for (const follower of level) {
      follower.after += events.length
      follower.onEvents(events)
    }
  }

  /** One page per turn of the loop, so that a long log does not hold up the rest. */
  function catchUp(follower: Follower) {
    if (!followers.has(follower) || closed || fault) return
    let events: LoggedEvent[]
    try {
      events = readPage(follower.after, pageSize)
    } catch (error) {
      if (error instanceof StoreUnavailable) return
      throw error
    }
    if (events.length === 0) return
    follower.after += events.length
    follower.onEvents(events)
    setImmediate(catchUp, follower)
  }

  function readPage(after: number, limit: number): LoggedEvent[] {
    const rows = sql.page.all(after, limit + 1) as unknown as LogRecord[]
    const before = after === 0 ? emptyHead : rows.shift()
    if (!before && after >= head.seq) return []
    if (!before || before.seq !== after)
      throw fail(`The log is damaged: record ${after} is missing. Run verify.`)
    const { events, bad } = readChain(before, rows.slice(0, limit))
    if (bad) throw fail(`The log is damaged: ${bad.problem}. Run verify.`)
    return events
  }

  return {
    append(append) {
      if (fault) return Promise.reject(fault)
      if (closed) return Promise.reject(new StoreUnavailable('The log is closed.'))
      return new Promise((done, failed) => {
        const bodies = bodiesOf(append)
        if (queue.length === 0) setImmediate(flush)
        queue.push({ append, bodies, done, failed })
      })
    },
    async known(commandId, fingerprint) {
      return knownCommand(sql, commandId, fingerprint)
    },
    async read(after, limit) {
      if (closed) throw new StoreUnavailable('The log is closed.')
      return readPage(after, limit)
    },
    async sealed(after, limit) {
      if (closed) throw new StoreUnavailable('The log is closed.')
      return sql.page.all(after + 1, limit) as unknown as LogRecord[]
    },
    follow(after, onEvents) {
      const follower: Follower = { after, onEvents }
      followers.add(follower)
      setImmediate(catchUp, follower)
      return () => followers.delete(follower)
    },
    head: async () => head,
    fault: () => fault,
    async close() {
      if (closed) return
      flush()
      closed = true
      followers.clear()
      database.close()
    },
  }
}
