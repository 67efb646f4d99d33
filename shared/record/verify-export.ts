import { canonical } from './canonical.ts'
import {
  type Anchor,
  asHeader,
  asLine,
  type ChainHead,
  type ChainRecord,
  type ExportEnd,
  type ExportHeader,
  type LeftOut,
  type Proofs,
  parseLine,
} from './format.ts'

/** What is wrong with an export; the sentences stand under `verify:problem.<code>`. */
export interface Problem {
  code:
    | 'no-export'
    | 'line'
    | 'changed'
    | 'missing'
    | 'moved'
    | 'left-out'
    | 'cut'
    | 'after-end'
    | 'header'
    | 'content'
    | 'signature'
    | 'other-key'
    | 'rewritten'
  params?: Record<string, string | number>
}

export interface Verified {
  header: ExportHeader
  records: number
  leftOut: number
  head: ChainHead
  /** How many checkpoints were compared and fit. */
  anchors: number
}

export type Verdict = { ok: true; export: Verified } | { ok: false; problem: Problem }

export interface Known {
  anchors?: readonly Anchor[]
  /** The store's public key, as it was read from the server or in the station. */
  key?: string
}

const bad = (code: Problem['code'], params?: Problem['params']): Verdict => ({
  ok: false,
  problem: { code, ...(params && { params }) },
})

/** Proves an export by itself: nothing is asked of a server. Names the first thing that is not as it was signed. */
export async function verifyExport(text: string, proofs: Proofs, known: Known = {}): Promise<Verdict> {
  const lines = text.split('\n')
  const header = asHeader(parseLine(lines[0] ?? ''))
  if (!header) return bad(lines.length > 1 && text.startsWith('{') ? 'header' : 'no-export')
  const headerDigest = await proofs.sha256(lines[0] ?? '')
  let digest = headerDigest
  let head = header.after
  let records = 0
  let leftOut = 0
  let compared = 0
  const anchors = new Map(known.anchors?.map((anchor) => [anchor.seq, anchor]))
  let end: ExportEnd | null = null
  let n = 1
  for (; n < lines.length && !end; n++) {
    const raw = lines[n] ?? ''
    // A file ends with a line end: what has none is a line that lost its tail.
    if (n === lines.length - 1) return bad('cut', { seq: head.seq })
    const line = asLine(parseLine(raw))
    if (!line) return bad('line', { line: n + 1, seq: head.seq + 1 })
    if ('end' in line) {
      end = line
      break
    }
    const place = outOfPlace(line, head, lines, n)
    if (place) return place
    if ('upTo' in line) {
      head = { seq: line.upTo, hash: line.hash }
      leftOut += line.upTo - line.from + 1
    } else {
      if ((await proofs.sha256(head.hash + line.body)) !== line.hash) return bad('changed', { seq: line.seq })
      head = { seq: line.seq, hash: line.hash }
      records++
    }
    const anchor = anchors.get(head.seq)
    if (anchor && anchor.hash !== head.hash)
      return bad('rewritten', { seq: head.seq, at: new Date(anchor.at).toISOString() })
    if (anchor) compared++
    digest = await proofs.sha256(digest + raw)
  }
  if (!end) return bad('cut', { seq: head.seq })
  if (lines.length !== n + 2 || lines[n + 1] !== '') return bad('after-end', { line: n + 2 })
  const wrong = await wrongEnd(end, { header, headerDigest, head, records, digest }, proofs, known)
  if (wrong) return wrong
  return { ok: true, export: { header, records, leftOut, head, anchors: compared } }
}

/** Every line says where it belongs; the chain has no gap and nothing twice. */
function outOfPlace(
  line: ChainRecord | LeftOut,
  head: ChainHead,
  lines: readonly string[],
  n: number,
): Verdict | null {
  const from = 'upTo' in line ? line.from : line.seq
  const expected = head.seq + 1
  if (from === expected) return null
  if (from < expected) return bad('moved', { seq: from })
  // Canonical JSON ends a record's line with its sequence, and begins what was left out with its first one.
  const isIt = (line: string) =>
    line.endsWith(`"seq":${expected}}`) || line.startsWith(`{"from":${expected},`)
  const later = lines.findIndex((other, at) => at > n && isIt(other))
  return bad(later < 0 ? 'missing' : 'moved', { seq: expected })
}

async function wrongEnd(
  { end, signature }: ExportEnd,
  seen: { header: ExportHeader; headerDigest: string; head: ChainHead; records: number; digest: string },
  proofs: Proofs,
  known: Known,
): Promise<Verdict | null> {
  const { header, head } = seen
  const signed = await proofs.verifies(header.key, signature, canonical(end))
  if (end.header !== seen.headerDigest) return bad(signed ? 'header' : 'signature')
  if (!signed) return bad('signature')
  if (end.head.seq > head.seq) return bad('missing', { seq: head.seq + 1 })
  if (end.records !== seen.records) return bad('left-out', { found: seen.records, signed: end.records })
  if (end.head.seq !== head.seq || end.head.hash !== head.hash || end.lines !== seen.digest)
    return bad('content')
  if (known.key !== undefined && known.key !== header.key) return bad('other-key')
  return null
}
