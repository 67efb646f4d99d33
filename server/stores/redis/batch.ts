import type { Id, Key } from '../../../shared/kernel/ids.ts'
import type { Append, Appended, Head } from '../../ports/event-log.ts'
import { chain } from '../record.ts'
import { type Remembered, repeat } from '../remembered.ts'

/** An append waiting for its answer. */
export interface Waiting {
  append: Append
  bodies: string[]
  done: (appended: Appended) => void
  failed: (error: unknown) => void
}

/** What append.lua answers. */
export interface BatchReply extends Head {
  written: boolean
  write: Verdicts
  judge: Verdicts
}

/** By place in the batch; an empty table of Lua arrives as `{}`. */
export type Verdicts = Record<number, Verdict>

type Verdict = { known: string } | { moved: { key: Key; seq: number }[] } | { clear: true }

/**
 * Of the appends that wait, those that can be written together; the others read what one of these changes (or repeat
 * one of these), so they are only judged once it is written.
 */
export function arrange(waiting: Waiting[]): { write: Waiting[]; judge: Waiting[] } {
  const touched = new Set<Key>()
  const ids = new Set<Id>()
  const write: Waiting[] = []
  const judge: Waiting[] = []
  for (const one of waiting) {
    const { append } = one
    if (ids.has(append.commandId) || append.read.keys.some((key) => touched.has(key))) {
      judge.push(one)
      continue
    }
    write.push(one)
    ids.add(append.commandId)
    for (const fact of append.facts) for (const key of fact.keys) touched.add(key)
  }
  return { write, judge }
}

/** The script's argument: every append chained behind `head`, and where the chain then ends. */
export function encodeBatch(
  head: Head,
  write: Waiting[],
  judge: Waiting[],
): { json: string; spans: Span[]; head: Head } {
  let end = head
  const spans: Span[] = []
  const chained = write.map(({ append, bodies }) => {
    const from = end.seq + 1
    const records = bodies.map((body, n) => {
      const record = chain(end, body)
      end = { seq: record.seq, hash: record.hash }
      return { body, crc: record.crc, hash: record.hash, keys: append.facts[n]?.keys ?? [] }
    })
    const span = { from, upTo: end.seq }
    spans.push(span)
    const { fingerprint, result } = append
    return {
      ...judged(append),
      records,
      remember: JSON.stringify({ fingerprint, ...span, result } satisfies Remembered),
    }
  })
  return {
    json: JSON.stringify({ write: chained, judge: judge.map(({ append }) => judged(append)) }),
    spans,
    head: end,
  }
}

export interface Span {
  from: number
  upTo: number
}

const judged = ({ commandId, read }: Append) => ({ id: commandId, read: read.keys, at: read.at })

/** The final answer a verdict holds; null for an append that is free to be written. */
export function answerOf(verdict: Verdict | undefined, append: Append): Appended | null {
  if (!verdict || 'clear' in verdict) return null
  if ('known' in verdict) return repeat(JSON.parse(verdict.known) as Remembered, append.fingerprint)
  return { ok: false, why: 'conflict', moved: verdict.moved }
}
