import { addSaved, atOf, type Block, blockPoints, bytesOf, carrierOf, copyPoint } from './track-blocks.ts'
import { packChunk, spanOf } from './track-chunk.ts'
import { inTime, makePoints, type Points } from './track-points.ts'

export type WriteChunk = (span: number, carrier: number, count: number, bytes: Uint8Array) => void

/**
 * Packs the points of spans up to `upTo` into chunks, a piece of the work at each turn of the generator. `carriers` is
 * above every carrier's number. Returns the points left over, in the order they came.
 */
export function* foldBlocks(
  blocks: readonly Block[],
  upTo: number,
  carriers: number,
  write: WriteChunk,
): Generator<void, Block[]> {
  const left: Block[] = []
  const ends = new Uint32Array(carriers + 1)
  let folded = 0
  for (const block of blocks) {
    for (let i = 0; i < block.count; i++) {
      if (spanOf(atOf(block, i)) > upTo) addSaved(left, bytesOf(block, i, i + 1))
      else {
        const next = carrierOf(block, i) + 1
        ends[next] = (ends[next] as number) + 1
        folded++
      }
    }
    yield
  }
  for (let carrier = 1; carrier <= carriers; carrier++)
    ends[carrier] = (ends[carrier] as number) + (ends[carrier - 1] as number)

  const places = new Uint32Array(folded)
  for (const [b, block] of blocks.entries()) {
    for (let i = 0; i < block.count; i++) {
      if (spanOf(atOf(block, i)) > upTo) continue
      const carrier = carrierOf(block, i)
      const place = ends[carrier] as number
      places[place] = b * blockPoints + i
      ends[carrier] = place + 1
    }
    yield
  }

  const points = makePoints(1024)
  let from = 0
  for (let carrier = 0; carrier < carriers; carrier++) {
    const end = ends[carrier] as number
    if (end === from) continue
    points.count = 0
    for (; from < end; from++) {
      const place = places[from] as number
      const i = place % blockPoints
      copyPoint(blocks[(place - i) / blockPoints] as Block, i, points)
    }
    writeChunks(points, carrier, write)
    yield
  }
  return left
}

/** One chunk for each span that the points touch. */
export function writeChunks(points: Points, carrier: number, write: WriteChunk): void {
  const order = inTime(points)
  const span = (n: number) => spanOf(points.at[order[n] as number] as number)
  for (let from = 0, upTo = 0; from < order.length; from = upTo) {
    const of = span(from)
    upTo = from + 1
    while (upTo < order.length && span(upTo) === of) upTo++
    write(of, carrier, upTo - from, packChunk(points, order.subarray(from, upTo), of))
  }
}
