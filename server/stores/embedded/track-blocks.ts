import { ensurePoints, type Points, toDegrees7, toHundredths, toSpeed } from './track-points.ts'

/** Points of one block; so many wait for nobody: a full block is written at once. */
export const blockPoints = 4096
/**
 * A point of a block, and of a row of `fresh`: its time as a double, then as 32-bit numbers latitude, longitude,
 * accuracy, speed (units of `Points`), the carrier's number and 0. In the byte order of every machine Node 24 runs on.
 */
const pointBytes = 32
const ints = pointBytes / 4
const doubles = pointBytes / 8

/** Points in the order they came. */
export interface Block {
  bytes: Uint8Array
  at: Float64Array
  ints: Int32Array
  count: number
  /** How many of them are on the disk. */
  saved: number
}

export function makeBlock(): Block {
  const bytes = new Uint8Array(blockPoints * pointBytes)
  return {
    bytes,
    at: new Float64Array(bytes.buffer),
    ints: new Int32Array(bytes.buffer),
    count: 0,
    saved: 0,
  }
}

/** `block` must have room. Units of the port. */
export function addPoint(
  block: Block,
  carrier: number,
  at: number,
  lat: number,
  lng: number,
  accuracy: number,
  speed: number,
): void {
  const i = block.count++
  block.at[i * doubles] = Math.round(at)
  const to = i * ints + 2
  block.ints[to] = toDegrees7(lat)
  block.ints[to + 1] = toDegrees7(lng)
  block.ints[to + 2] = toHundredths(accuracy)
  block.ints[to + 3] = toSpeed(speed)
  block.ints[to + 4] = carrier
}

export const atOf = (block: Block, i: number): number => block.at[i * doubles] as number
export const carrierOf = (block: Block, i: number): number => block.ints[i * ints + 6] as number

/** Puts one point of a block behind `points`. */
export function copyPoint(block: Block, i: number, points: Points): void {
  ensurePoints(points, 1)
  const n = points.count++
  const from = i * ints + 2
  points.at[n] = atOf(block, i)
  points.lat[n] = block.ints[from] as number
  points.lng[n] = block.ints[from + 1] as number
  points.accuracy[n] = block.ints[from + 2] as number
  points.speed[n] = block.ints[from + 3] as number
}

/** Puts points as they stand in a block or a row behind the last of `blocks`, which grow; they count as saved. */
export function addSaved(blocks: Block[], bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    let block = blocks.at(-1)
    if (!block || block.count === blockPoints) {
      block = makeBlock()
      blocks.push(block)
    }
    const room = (blockPoints - block.count) * pointBytes
    const part = bytes.subarray(from, from + room)
    block.bytes.set(part, block.count * pointBytes)
    block.count += part.length / pointBytes
    block.saved = block.count
    from += part.length
  }
}

export function bytesOf(block: Block, from: number, upTo: number): Uint8Array {
  return block.bytes.subarray(from * pointBytes, upTo * pointBytes)
}
