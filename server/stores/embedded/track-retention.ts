import { createHash } from 'node:crypto'
import type { Id, Millis } from '../../../shared/kernel/ids.ts'
import { packChunk, spanMs } from './track-chunk.ts'
import { inTime, makePoints, type Points, pointAt } from './track-points.ts'
import { nextSpan, type TrackStatements, unpackSpan } from './track-sql.ts'

// Generators: a piece of the work at each turn, whole in itself, so that it can stand in a transaction.

/** Carriers of a span that are looked at or deleted at once. */
const page = 1000
const firstSpan = Number.MIN_SAFE_INTEGER

/** What one carrier has of a span: points in all parts, how many parts, and the first of them. */
interface Share {
  carrier: number
  count: number
  parts: number
  first: number
}

/** Every page of every span that begins before `before`. */
function* pages(
  sql: TrackStatements,
  before: Millis,
): Generator<{ span: number; after: number; shares: Share[] }> {
  for (let span = nextSpan(sql, firstSpan); span * spanMs < before; span = nextSpan(sql, span))
    for (let after = 0; ; ) {
      const shares = sql.carriersOf.all(span, after, page) as unknown as Share[]
      const last = shares.at(-1)
      if (!last) break
      yield { span, after, shares }
      after = last.carrier
    }
}

/** How many packed points are older, and SHA-256 over them in order of the carriers' numbers and of time. */
export function* sealOlder(
  sql: TrackStatements,
  idOf: ReadonlyMap<number, Id>,
  before: Millis,
): Generator<void, { points: number; digest: string }> {
  const spans = new Map<number, { from: number; upTo: number }>()
  for (const { span, shares } of pages(sql, before)) {
    for (const { carrier } of shares) {
      const known = spans.get(carrier)
      if (known) known.upTo = span
      else spans.set(carrier, { from: span, upTo: span })
    }
    yield
  }
  const hash = createHash('sha256')
  const points = makePoints(1024)
  let count = 0
  for (const [carrier, { from, upTo }] of [...spans].sort(([one], [other]) => one - other)) {
    const id = idOf.get(carrier)
    for (let span = from; span <= upTo; span = nextSpan(sql, span)) {
      points.count = 0
      unpackSpan(sql, carrier, span, points)
      let lines = ''
      for (const i of inTime(points)) {
        const { at, lat, lng, accuracy, speed } = pointAt(points, i)
        if (at >= before) break
        lines += `${id} ${at} ${lat} ${lng} ${accuracy} ${speed ?? ''}\n`
        count++
      }
      hash.update(lines)
      yield
    }
  }
  return { points: count, digest: hash.digest('hex') }
}

/** Deletes the packed points that are older; gives how many went. */
export function* forgetOlder(sql: TrackStatements, before: Millis): Generator<void, number> {
  const points = makePoints(1024)
  let gone = 0
  for (const { span, after, shares } of pages(sql, before)) {
    const isWhole = (span + 1) * spanMs <= before
    for (const share of shares) {
      if (isWhole && share.parts === 1) gone += share.count
      else {
        points.count = 0
        unpackSpan(sql, share.carrier, span, points)
        gone += isWhole ? inTime(points).length : keepNewer(sql, share, span, points, before)
      }
    }
    if (isWhole) sql.removeChunks.run(span, after, shares.at(-1)?.carrier ?? after)
    yield
  }
  return gone
}

/** Of a span in which the limit lies, what is not older stays as one part. */
function keepNewer(
  sql: TrackStatements,
  { carrier, first }: Share,
  span: number,
  points: Points,
  before: Millis,
): number {
  const order = inTime(points)
  const kept = order.filter((i) => (points.at[i] as number) >= before)
  if (kept.length === order.length) return 0
  sql.removeChunks.run(span, carrier - 1, carrier)
  if (kept.length > 0) sql.addChunk.run(span, carrier, first, kept.length, packChunk(points, kept, span))
  return order.length - kept.length
}

/** Deletes all packed points of one carrier. */
export function* forgetCarrier(sql: TrackStatements, carrier: number): Generator<void, void> {
  for (let span = nextSpan(sql, firstSpan); span < Infinity; span = nextSpan(sql, span)) {
    sql.removeChunks.run(span, carrier - 1, carrier)
    yield
  }
}
