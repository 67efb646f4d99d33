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

/** By place in the batch, none where all are clear; an empty table of Lua arrives as `{}`. */
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

/** The arguments of append.lua, every append chained behind `head`, and where the chain then ends. */
export function encodeBatch(
  head: Head,
  write: Waiting[],
  judge: Waiting[],
  { commandPrefix, seconds }: { commandPrefix: string; seconds: number },
): { args: string[]; spans: Span[]; head: Head } {
  let end = head
  const spans: Span[] = []
  const texts: string[] = []
  const records: string[] = []
  const moves = new Map<Key, string>()
  for (const { append, bodies } of write) {
    const span = { from: end.seq + 1, upTo: end.seq + bodies.length }
    spans.push(span)
    const { fingerprint, result, facts } = append
    texts.push(JSON.stringify({ fingerprint, ...span, result } satisfies Remembered))
    for (const [n, body] of bodies.entries()) {
      const { seq, crc, hash } = chain(end, body)
      end = { seq, hash }
      const place = String(seq)
      records.push(`${place}-0`, body, String(crc), hash)
      for (const key of facts[n]?.keys ?? []) moves.set(key, place)
    }
  }
  const all = [...write, ...judge]
  const reads = all.map(({ append }) => [append.read.at, append.read.keys])
  const earliest = all.reduce((least, { append }) => Math.min(least, append.read.at), Number.MAX_SAFE_INTEGER)
  const counts = [write.length, judge.length, records.length / 4, earliest].map(String)
  const args = [head.hash, String(seconds), String(end.seq), end.hash, ...counts, JSON.stringify(reads)]
  for (const { append } of all) args.push(commandPrefix + append.commandId)
  // One by one: of a spread so long the stack would run over.
  for (const text of texts) args.push(text)
  for (const part of records) args.push(part)
  for (const [key, place] of moves) args.push(key, place)
  return { args, spans, head: end }
}

export interface Span {
  from: number
  upTo: number
}

/** The final answer a verdict holds; null for an append that is free to be written. */
export function answerOf(verdict: Verdict | undefined, append: Append): Appended | null {
  if (!verdict || 'clear' in verdict) return null
  if ('known' in verdict) return repeat(JSON.parse(verdict.known) as Remembered, append.fingerprint)
  return { ok: false, why: 'conflict', moved: verdict.moved }
}
