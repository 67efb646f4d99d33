import type { Head } from '../ports/event-log.ts'
import type { ChainFinding } from '../ports/record-scan.ts'
import { checkRecord, emptyHead, type LogRecord } from './record.ts'

/** A record that must stand in the chain, by a witness outside it ("the checkpoint of 2026-01-01T00:00:00Z"). */
export interface Witness {
  by: string
  seq: number
  /** Empty when the witness knows only how far the chain went. */
  hash: string
}

/** Walks a whole chain and says that it is whole, or names the first record that is not as it was written. */
export async function verifyChain(
  chain: string,
  pages: AsyncIterable<LogRecord[]> | Iterable<LogRecord[]>,
  witnesses: Witness[],
): Promise<ChainFinding> {
  let head: Head = emptyHead
  let confirmed = 0
  const waiting = witnesses.filter(({ seq }) => seq > 0).sort((one, other) => one.seq - other.seq)
  const found = () => ({ chain, records: head.seq, hash: head.hash })
  const bad = (code: NonNullable<ChainFinding['problem']>['code'], seq: number, problem: string) => ({
    ...{ ...found(), ok: false, line: `${chain}: ${problem}.` },
    problem: { code, seq },
  })
  try {
    for await (const page of pages) {
      for (const record of page) {
        const broken = checkRecord(head, record)
        if (broken) return bad(broken.code, broken.seq, broken.problem)
        head = { seq: record.seq, hash: record.hash }
        while (waiting[0]?.seq === head.seq) {
          const { by, hash } = waiting.shift() as Witness
          if (hash !== '' && hash !== head.hash)
            return bad('rewritten', head.seq, rewritten(head.seq, confirmed, by))
          if (hash !== '') confirmed = head.seq
        }
      }
    }
  } catch (error) {
    const why = `cannot be read after record ${head.seq}: ${(error as Error).message}`
    return bad('unreadable', head.seq + 1, why)
  }
  const missing = waiting.at(-1)
  if (missing) {
    const named = `${missing.by} names record ${missing.seq}`
    return bad('cut', head.seq + 1, `record ${head.seq + 1} is missing: the end was cut off (${named})`)
  }
  const line = `${chain}: ${head.seq} records, the chain is whole, head ${head.hash}.`
  return { ...found(), ok: true, line, problem: null }
}

function rewritten(seq: number, confirmed: number, by: string): string {
  return `record ${seq} is not the one ${by} names: the chain was rewritten from one of records ${confirmed + 1} to ${seq} on`
}
