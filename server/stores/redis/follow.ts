import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Head } from '../../ports/event-log.ts'
import { emptyHead, readChain } from '../record.ts'
import type { Redis } from './connection.ts'
import type { LogKeys } from './log-keys.ts'
import { readRecords, recordOf } from './records.ts'

export interface FollowOptions {
  /** A connection of its own, not yet open: the blocking read would hold up every other command. */
  client: Redis
  keys: LogKeys
  after: number
  onEvents: (events: LoggedEvent[], last: Head) => void
  /** The chain is broken; following has ended. */
  onBad: (problem: string) => void
  warn: (sentence: string) => void
}

const pageSize = 1000
const blockFor = 1000
/** How often the records already read are counted, so that one deleted behind our back is noticed (milliseconds). */
const countEvery = 1000
const pauseAfterFailure = 100

/** Reads and checks every record after `after` as it comes, through every loss of the connection, until stopped. */
export function follow({ client, keys, after, onEvents, onBad, warn }: FollowOptions): () => void {
  let stopped = false
  let interrupted = false
  let nextCount = 0
  /** The hash of the first place is read before anything else. */
  let last: Head = after === 0 ? emptyHead : { seq: after, hash: '' }
  client.on('error', () => {})

  /** Whether what was read so far still stands; a store put back to an earlier state fails here. */
  async function lookBack(): Promise<string | null> {
    if (last.seq === 0) return null
    const record = (await readRecords(client, keys, last.seq, 1))[0]
    if (record?.seq !== last.seq || (last.hash !== '' && record.hash !== last.hash))
      return `record ${last.seq} is missing or was replaced`
    last = { seq: last.seq, hash: record.hash }
    const kept = await client.xLen(keys.stream)
    return kept < last.seq ? `${last.seq - kept} of the first ${last.seq} records are missing` : null
  }

  /** The next records, checked; none after a second without any. */
  async function next(): Promise<{ events: LoggedEvent[]; head: Head; problem: string | null }> {
    if (!client.isOpen) await client.connect()
    if (performance.now() >= nextCount) {
      const problem = await lookBack()
      if (problem) return { events: [], head: last, problem }
      nextCount = performance.now() + countEvery
    }
    const place = { key: keys.stream, id: `${last.seq}-0` }
    const streams = await client.xRead(place, { BLOCK: blockFor, COUNT: pageSize })
    const { events, head, bad } = readChain(last, (streams?.[0]?.messages ?? []).map(recordOf))
    return { events, head, problem: bad?.problem ?? null }
  }

  async function nextOrPause(): Promise<Awaited<ReturnType<typeof next>> | null> {
    try {
      const read = await next()
      interrupted = false
      return read
    } catch (error) {
      nextCount = 0
      if (!stopped && !interrupted)
        warn(`Following the log in Redis is interrupted: ${(error as Error).message}.`)
      interrupted = true
      await new Promise((resume) => setTimeout(resume, pauseAfterFailure))
      return null
    }
  }

  async function keepReading() {
    while (!stopped) {
      const read = await nextOrPause()
      if (stopped) return
      if (!read) continue
      last = read.head
      if (read.events.length > 0) onEvents(read.events, read.head)
      if (read.problem === null) continue
      stop()
      onBad(read.problem)
    }
  }

  function stop() {
    stopped = true
    client.destroy()
  }

  void keepReading()
  return stop
}
