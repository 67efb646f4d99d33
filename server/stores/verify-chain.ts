import type { Head } from '../ports/event-log.ts'
import { checkRecord, emptyHead, type LogRecord } from './record.ts'

/** A record that must stand in the chain, by a witness outside it ("the checkpoint of 2026-01-01T00:00:00Z"). */
export interface Witness {
  by: string
  seq: number
  /** Empty when the witness knows only how far the chain went. */
  hash: string
}

export interface Finding {
  ok: boolean
  line: string
}

/** Walks a whole chain and says that it is whole, or names the first record that is not as it was written. */
export async function verifyChain(
  name: string,
  pages: AsyncIterable<LogRecord[]> | Iterable<LogRecord[]>,
  witnesses: Witness[],
): Promise<Finding> {
  let head: Head = emptyHead
  let confirmed = 0
  const waiting = witnesses.filter(({ seq }) => seq > 0).sort((one, other) => one.seq - other.seq)
  const bad = (problem: string): Finding => ({ ok: false, line: `${name}: ${problem}.` })
  try {
    for await (const page of pages) {
      for (const record of page) {
        const broken = checkRecord(head, record)
        if (broken) return bad(broken.problem)
        head = { seq: record.seq, hash: record.hash }
        while (waiting[0]?.seq === head.seq) {
          const { by, hash } = waiting.shift() as Witness
          if (hash !== '' && hash !== head.hash) return bad(rewritten(head.seq, confirmed, by))
          if (hash !== '') confirmed = head.seq
        }
      }
    }
  } catch (error) {
    return bad(`cannot be read after record ${head.seq}: ${(error as Error).message}`)
  }
  const missing = waiting.at(-1)
  if (missing)
    return bad(
      `record ${head.seq + 1} is missing: the end was cut off (${missing.by} names record ${missing.seq})`,
    )
  return { ok: true, line: `${name}: ${head.seq} records, the chain is whole, head ${head.hash}.` }
}

function rewritten(seq: number, confirmed: number, by: string): string {
  return `record ${seq} is not the one ${by} names: the chain was rewritten from one of records ${confirmed + 1} to ${seq} on`
}
