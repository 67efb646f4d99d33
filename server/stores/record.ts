import { hash as digest } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { canonical } from '../../shared/record/canonical.ts'
import type { Append, Head } from '../ports/event-log.ts'

/**
 * One line of the log as both stores keep it. `body` is canonical JSON of the event without its sequence (the chain
 * fixes the place), `crc` is CRC-32 of the body, `hash` is hex SHA-256 of the predecessor's hash followed by the body.
 */
export interface LogRecord {
  seq: number
  body: string
  crc: number
  hash: string
}

export const emptyHead: Head = { seq: 0, hash: '0'.repeat(64) }

/** What is wrong with a record, as a sentence that names its sequence. */
export interface BadRecord {
  seq: number
  code: 'missing' | 'changed' | 'unlinked'
  problem: string
}

/** Canonical JSON of each fact's event, put together from what all of them share. */
export function bodiesOf(append: Append): string[] {
  const { at, by, commandId, facts } = append
  const shared = `{"at":${canonical(at)},"by":${canonical(by)},"commandId":${canonical(commandId)}`
  return facts.map(({ type, keys, data }, n) => {
    const own = data === undefined ? '' : `,"data":${canonical(data)}`
    return `${shared}${own},"keys":${canonical(keys)},"n":${n},"type":${canonical(type)}}`
  })
}

export function chain(previous: Head, body: string): LogRecord {
  return { seq: previous.seq + 1, body, crc: crc32(body), hash: digest('sha256', previous.hash + body) }
}

export function decode(record: LogRecord): LoggedEvent {
  return Object.assign(JSON.parse(record.body), { seq: record.seq })
}

/** Whether `record` is the true successor of `previous`; null when it is. */
export function checkRecord(previous: Head, record: LogRecord): BadRecord | null {
  const seq = previous.seq + 1
  if (record.seq !== seq)
    return { seq, code: 'missing', problem: `record ${seq} is missing (record ${record.seq} comes next)` }
  if (crc32(record.body) !== record.crc)
    return {
      seq,
      code: 'changed',
      problem: `record ${seq} was changed (its checksum does not fit its content)`,
    }
  if (digest('sha256', previous.hash + record.body) !== record.hash)
    return {
      ...{ seq, code: 'unlinked' },
      problem: `record ${seq} does not follow record ${previous.seq} (swapped, forged or rewritten)`,
    }
  return null
}

/** Checks a run of records and decodes them; `bad` is the first that does not follow. */
export function readChain(
  after: Head,
  records: LogRecord[],
): { events: LoggedEvent[]; head: Head; bad: BadRecord | null } {
  const events: LoggedEvent[] = []
  let head = after
  for (const record of records) {
    const bad = checkRecord(head, record)
    if (bad) return { events, head, bad }
    events.push(decode(record))
    head = { seq: record.seq, hash: record.hash }
  }
  return { events, head, bad: null }
}
