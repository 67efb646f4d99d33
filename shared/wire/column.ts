/**
 * Columns of small whole numbers, packed to the bit. A column is: its least value (varint), a width w (byte), every
 * value less the least in w bits, low bits first, and for each that does not fit (all ones) the rest as a varint in
 * order. So one outlier costs its own bytes and does not widen the others. w = 0: all are the least value.
 */

/** Grows as needed; one is enough for all frames of a process, for nothing is kept between two. */
export interface ByteWriter {
  bytes: Uint8Array
  length: number
  /** The column being written. */
  column: Uint32Array
}

export function makeByteWriter(): ByteWriter {
  return { bytes: new Uint8Array(4096), length: 0, column: new Uint32Array(1024) }
}

/** Makes room for `more` bytes. */
export function ensure(to: ByteWriter, more: number): void {
  if (to.length + more <= to.bytes.length) return
  const grown = new Uint8Array(2 * (to.length + more))
  grown.set(to.bytes.subarray(0, to.length))
  to.bytes = grown
}

export function writeVarint(to: ByteWriter, value: number): void {
  while (value > 127) {
    to.bytes[to.length++] = (value & 127) | 128
    value >>>= 7
  }
  to.bytes[to.length++] = value
}

/** So that width + 7 bits waiting fit 31. */
const WIDEST = 24
const VARINT = 5
const bitsOf = (value: number) => 32 - Math.clz32(value)

/** Writes the first `count` (at least one) of `to.column`, each below 2^31. */
export function writeColumn(to: ByteWriter, count: number, leastWidth = 0): void {
  const values = to.column
  let least = values[0] as number
  for (let i = 1; i < count; i++) if ((values[i] as number) < least) least = values[i] as number
  const width = Math.max(leastWidth, bestWidth(values, count, least))
  const allOnes = 2 ** width - 1

  ensure(to, VARINT + 1 + Math.ceil((count * width) / 8))
  writeVarint(to, least)
  to.bytes[to.length++] = width
  if (width === 0) return

  const { bytes } = to
  let at = to.length
  let waiting = 0
  let bits = 0
  let escaped = 0
  for (let i = 0; i < count; i++) {
    let value = (values[i] as number) - least
    if (value >= allOnes) {
      value = allOnes
      escaped++
    }
    waiting |= value << bits
    for (bits += width; bits >= 8; bits -= 8) {
      bytes[at++] = waiting
      waiting >>>= 8
    }
  }
  if (bits > 0) bytes[at++] = waiting
  to.length = at

  if (escaped === 0) return
  ensure(to, VARINT * escaped)
  for (let i = 0; i < count; i++) {
    const value = (values[i] as number) - least
    if (value >= allOnes) writeVarint(to, value - allOnes)
  }
}

const lengths = new Uint32Array(33)

/** The width that costs the fewest bits. A value fits w bits when value + 1 has at most w: all ones is the escape. */
function bestWidth(values: Uint32Array, count: number, least: number): number {
  lengths.fill(0)
  let longest = 0
  for (let i = 0; i < count; i++) {
    const length = bitsOf((values[i] as number) - least + 1)
    lengths[length] = (lengths[length] as number) + 1
    if (length > longest) longest = length
  }
  if (longest === 1) return 0
  let best = Math.min(longest, WIDEST)
  let cost = Number.POSITIVE_INFINITY
  let escapes = 0
  for (let width = longest; width > 0; width--) {
    if (width <= WIDEST && count * width + escapes < cost) {
      best = width
      cost = count * width + escapes
    }
    escapes += (lengths[width] as number) * 8 * Math.ceil(width / 7)
  }
  return best
}

/** Reads without ever leaving `bytes`; once something is wrong `broken` stays true and what is read means nothing. */
export interface ByteReader {
  bytes: Uint8Array
  at: number
  broken: boolean
}

function readByte(from: ByteReader): number {
  if (from.at < from.bytes.length) return from.bytes[from.at++] as number
  from.broken = true
  return 0
}

/** Below 2^31. */
export function readVarint(from: ByteReader): number {
  let value = 0
  for (let scale = 1; scale < 2 ** 35; scale *= 128) {
    const byte = readByte(from)
    value += (byte & 127) * scale
    if (byte < 128) {
      if (value >= 2 ** 31) from.broken = true
      return value
    }
  }
  from.broken = true
  return 0
}

/** `count` must have been checked against the length of the bytes: it is allocated before they are read. */
export function readColumn(from: ByteReader, count: number): Uint32Array {
  const values = new Uint32Array(count)
  const least = readVarint(from)
  const width = readByte(from)
  if (width === 0) return values.fill(least)
  const packed = Math.ceil((count * width) / 8)
  if (width > WIDEST || from.broken || from.at + packed > from.bytes.length) {
    from.broken = true
    return values
  }

  const { bytes } = from
  const allOnes = 2 ** width - 1
  let at = from.at
  let waiting = 0
  let bits = 0
  let escaped = 0
  for (let i = 0; i < count; i++) {
    while (bits < width) {
      waiting |= (bytes[at++] as number) << bits
      bits += 8
    }
    const value = waiting & allOnes
    waiting >>>= width
    bits -= width
    if (value === allOnes) escaped++
    values[i] = value + least
  }
  from.at = at
  if (escaped > 0)
    for (let i = 0; i < count; i++)
      if (values[i] === allOnes + least) values[i] = allOnes + least + readVarint(from)
  return values
}
