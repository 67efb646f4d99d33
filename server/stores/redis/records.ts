import type { Head } from '../../ports/event-log.ts'
import { emptyHead, type LogRecord } from '../record.ts'
import type { Redis } from './connection.ts'
import type { LogKeys } from './log-keys.ts'

interface StreamEntry {
  id: string
  message: Record<string, string>
}

/** An entry somebody else put between two records (`7-1`) gets a broken sequence (7.1), which the chain check names. */
export function recordOf({ id, message }: StreamEntry): LogRecord {
  return {
    seq: Number(id.replace('-', '.')),
    body: message.body ?? '',
    crc: Number(message.crc),
    hash: message.hash ?? '',
  }
}

/** Records from sequence `from` on, at most `limit`. */
export async function readRecords(
  client: Redis,
  keys: LogKeys,
  from: number,
  limit: number,
): Promise<LogRecord[]> {
  const entries = await client.xRange(keys.stream, `${from}-0`, '+', { COUNT: limit })
  return (entries ?? []).map(recordOf)
}

export async function readHead(client: Redis, keys: LogKeys): Promise<Head> {
  const [seq, hash] = await client.hmGet(keys.head, ['seq', 'hash'])
  return seq && hash ? { seq: Number(seq), hash } : emptyHead
}
