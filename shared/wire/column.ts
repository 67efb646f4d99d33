/**
 * Columns of small whole numbers, packed to the bit. A column is: its least value (varint), a width w (byte), every
 * value less the least in w bits, low bits first, and for each that does not fit (all ones) the rest as a varint in
 * order. So one outlier costs its own bytes and does not widen the others. w = 0: all are the least value.
 */

/** Grows as needed; one is enough for all frames of a process, for nothing is kept between two. */
export interface ByteWriter {
  bytes: Uint8Array
  /** Of `bytes`. */
  view: DataView
  length: number
}

export function makeByteWriter(): ByteWriter {
  const bytes = new Uint8Array(4096)
  return { bytes, view: new DataView(bytes.buffer), length: 0 }
}

/** Makes room for `more` bytes. */
export function ensure(to: ByteWriter, more: number): void {
  if (to.length + more <= to.bytes.length) return
  const grown = new Uint8Array(2 * (to.length + more))
  grown.set(to.bytes.subarray(0, to.length))
  to.bytes = grown
  to.view = new DataView(grown.buffer)
}

export function writeVarint(to: ByteWriter, value: number): void {
  while (value > 127) {
    to.bytes[to.length++] = (value & 127) | 128
    value >>>= 7
  }
  to.bytes[to.length++] = value
}

/** Every value is below this. */
const LIMIT = 2 ** 31
/** So that a value that begins anywhere in a byte lies within 32 bits. */
const WIDEST = 24
const WORD = 4
const VARINT = 5
const bitsOf = (value: number) => 32 - Math.clz32(value)

/** Writes the first `count` (at least one) of `values`, each from 0 to below 2^31. */
export function writeColumn(to: ByteWriter, values: Int32Array, count: number, leastWidth = 0): void {
  let least = values[0] as number
  let most = least
  for (let i = 1; i < count; i++) {
    const value = values[i] as number
    if (value < least) least = value
    if (value > most) most = value
  }
  const width = Math.max(leastWidth, bestWidth(values, count, least, most))
  const allOnes = (1 << width) - 1

  ensure(to, VARINT + 1 + Math.ceil((count * width) / 8) + WORD)
  writeVarint(to, least)
  to.bytes[to.length++] = width
  if (width === 0) return

  const { bytes, view } = to
  let at = to.length
  let waiting = 0
  let bits = 0
  let escaped = 0
  for (let i = 0; i < count; i++) {
    let value = ((values[i] as number) - least) | 0
    if (value >= allOnes) {
      value = allOnes
      escaped++
    }
    waiting |= value << bits
    bits += width
    if (bits >= 32) {
      view.setInt32(at, waiting, true)
      at += WORD
      bits -= 32
      waiting = value >>> (width - bits)
    }
  }
  for (; bits > 0; bits -= 8) {
    bytes[at++] = waiting
    waiting >>>= 8
  }
  to.length = at

  if (escaped === 0) return
  ensure(to, VARINT * escaped)
  for (let i = 0; i < count; i++) {
    const value = (values[i] as number) - least
    if (value >= allOnes) writeVarint(to, value - allOnes)
  }
}

const lengths = new Uint32Array(33)
/** Of a long column so many, spread over it, tell the width: another would be a little longer, never wrong. */
const TELLING = 2048

/** The width that costs the fewest bits. A value fits w bits when value + 1 has at most w: all ones is the escape. */
function bestWidth(values: Int32Array, count: number, least: number, most: number): number {
  const longest = bitsOf(most - least + 1)
  if (longest === 1) return 0
  lengths.fill(0)
  const stride = Math.ceil(count / TELLING)
  let asked = 0
  for (let i = 0; i < count; i += stride) {
    const length = bitsOf((values[i] as number) - least + 1)
    lengths[length] = (lengths[length] as number) + 1
    asked++
  }
  let best = Math.min(longest, WIDEST)
  let cost = Number.POSITIVE_INFINITY
  let escapes = 0
  for (let width = longest; width > 0; width--) {
    if (width <= WIDEST && asked * width + escapes < cost) {
      best = width
      cost = asked * width + escapes
    }
    escapes += (lengths[width] as number) * 8 * Math.ceil(width / 7)
  }
  return best
}

/** Reads without ever leaving `bytes`; once something is wrong `broken` stays true and what is read means nothing. */
export interface ByteReader {
  bytes: Uint8Array
  /** Of `bytes`; made when it is needed. */
  view?: DataView
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
      if (value >= LIMIT) from.broken = true
      return value
    }
  }
  from.broken = true
  return 0
}

/** Reads `count` values, of which `values` has room; one that is above `most` breaks the reader. */
export function readColumn(from: ByteReader, values: Int32Array, count: number, most = LIMIT - 1): void {
  const least = readVarint(from)
  const width = readByte(from)
  const { bytes } = from
  from.view ??= new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { view } = from
  const packed = Math.ceil((count * width) / 8)
  if (least > most || width > WIDEST || from.at + packed > bytes.length) from.broken = true
  if (from.broken) return
  if (width === 0) {
    values.fill(least, 0, count)
    return
  }

  const allOnes = (1 << width) - 1
  const first = from.at
  // Where a whole word can be read, none needs to be put together.
  const words = Math.min(count, Math.max(0, Math.ceil((8 * (bytes.length - WORD - first + 1)) / width)))
  let escaped = 0
  for (let i = 0, bit = 0; i < count; i++, bit += width) {
    const at = first + (bit >>> 3)
    const word = i < words ? view.getInt32(at, true) : lastWord(bytes, at)
    const value = (word >>> (bit & 7)) & allOnes
    if (value === allOnes) escaped++
    values[i] = (value + least) | 0
  }
  from.at = first + packed
  if (least + allOnes <= most && escaped === 0) return
  // Past 2^31 a value would have become negative.
  for (let i = 0; i < count; i++) {
    let value = (values[i] as number) - least
    if (value < 0) value += 2 ** 32
    if (value === allOnes) value += readVarint(from)
    if (value + least > most) from.broken = true
    values[i] = value + least
  }
}

function lastWord(bytes: Uint8Array, at: number): number {
  let word = 0
  for (let n = 0; n < WORD && at + n < bytes.length; n++) word |= (bytes[at + n] as number) << (8 * n)
  return word
}
