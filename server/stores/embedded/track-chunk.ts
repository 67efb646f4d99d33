import {
  type ByteReader,
  type ByteWriter,
  ensure,
  makeByteWriter,
  readColumn,
  readVarint,
  writeColumn,
  writeVarint,
} from '../../../shared/wire/column.ts'
import { ensurePoints, type Points } from './track-points.ts'

/** Milliseconds that one chunk spans. */
export const spanMs = 60_000
export const spanOf = (at: number): number => Math.floor(at / spanMs)

/** Differences of a leap half around the world do not fit a column: such points stand as they are. */
const packed = 0
const plain = 1
const plainBytes = 20
const widestStep = 2 ** 30

const writer = makeByteWriter()
let column = new Int32Array(1024)
const zigzag = (value: number) => (value << 1) ^ (value >> 31)
const zagzig = (value: number) => (value >>> 1) ^ -(value & 1)

/**
 * Points of one carrier and span, in order of time, each time once: `order` gives their places. The bytes are good until
 * the next call. How many there are is kept beside them.
 */
export function packChunk(points: Points, order: Uint32Array, span: number): Uint8Array {
  const to = writer
  to.length = 0
  ensure(to, 1 + 8 + 5)
  if (!fits(points, order)) return packPlain(points, order, span)
  const { at, lat, lng, accuracy, speed } = points
  const count = order.length
  const first = order[0] as number
  to.bytes[to.length++] = packed
  writeVarint(to, (at[first] as number) - span * spanMs)
  writeInt(to, lat[first] as number)
  writeInt(to, lng[first] as number)
  if (column.length < count) column = new Int32Array(2 * count)
  if (count > 1) {
    let before = first
    for (let i = 1; i < count; i++) {
      const now = order[i] as number
      column[i - 1] = (at[now] as number) - (at[before] as number)
      before = now
    }
    writeColumn(to, column, count - 1)
    writeSteps(to, lat, order)
    writeSteps(to, lng, order)
  }
  for (let i = 0; i < count; i++) column[i] = accuracy[order[i] as number] as number
  writeColumn(to, column, count)
  for (let i = 0; i < count; i++) column[i] = (speed[order[i] as number] as number) + 1
  writeColumn(to, column, count)
  return to.bytes.subarray(0, to.length)
}

function writeSteps(to: ByteWriter, values: Int32Array, order: Uint32Array): void {
  for (let i = 1; i < order.length; i++)
    column[i - 1] = zigzag(
      (values[order[i] as number] as number) - (values[order[i - 1] as number] as number),
    )
  writeColumn(to, column, order.length - 1)
}

function fits({ lat, lng }: Points, order: Uint32Array): boolean {
  for (let i = 1; i < order.length; i++) {
    const now = order[i] as number
    const before = order[i - 1] as number
    if (Math.abs((lat[now] as number) - (lat[before] as number)) >= widestStep) return false
    if (Math.abs((lng[now] as number) - (lng[before] as number)) >= widestStep) return false
  }
  return true
}

function packPlain({ at, lat, lng, accuracy, speed }: Points, order: Uint32Array, span: number): Uint8Array {
  const bytes = new Uint8Array(1 + order.length * plainBytes)
  const view = new DataView(bytes.buffer)
  bytes[0] = plain
  let to = 1
  for (const i of order) {
    view.setInt32(to, (at[i] as number) - span * spanMs, true)
    view.setInt32(to + 4, lat[i] as number, true)
    view.setInt32(to + 8, lng[i] as number, true)
    view.setInt32(to + 12, accuracy[i] as number, true)
    view.setInt32(to + 16, speed[i] as number, true)
    to += plainBytes
  }
  return bytes
}

/** Puts the `count` points of a chunk behind `points`. Throws when it is none. */
export function unpackChunk(bytes: Uint8Array, count: number, span: number, points: Points): void {
  ensurePoints(points, count)
  if (column.length < count) column = new Int32Array(2 * count)
  const n = points.count
  if (bytes[0] === plain) unpackPlain(bytes, count, span, points)
  else {
    const from: ByteReader = { bytes, at: 1, broken: bytes[0] !== packed }
    points.at[n] = span * spanMs + readVarint(from)
    points.lat[n] = readInt(from)
    points.lng[n] = readInt(from)
    if (count > 1) {
      readColumn(from, column, count - 1)
      for (let i = 1; i < count; i++)
        points.at[n + i] = (points.at[n + i - 1] as number) + (column[i - 1] as number)
      readSteps(from, count, points.lat, n)
      readSteps(from, count, points.lng, n)
    }
    readColumn(from, column, count)
    points.accuracy.set(column.subarray(0, count), n)
    readColumn(from, column, count)
    for (let i = 0; i < count; i++) points.speed[n + i] = (column[i] as number) - 1
    if (from.broken || from.at !== bytes.length)
      throw new Error(`a part of a track is damaged (span ${span})`)
  }
  points.count += count
}

function readSteps(from: ByteReader, count: number, values: Int32Array, n: number): void {
  readColumn(from, column, count - 1)
  for (let i = 1; i < count; i++)
    values[n + i] = (values[n + i - 1] as number) + zagzig(column[i - 1] as number)
}

function unpackPlain(bytes: Uint8Array, count: number, span: number, points: Points): void {
  if (bytes.length !== 1 + count * plainBytes) throw new Error(`a part of a track is damaged (span ${span})`)
  const view = new DataView(bytes.buffer, bytes.byteOffset + 1)
  for (let i = 0; i < count; i++) {
    const n = points.count + i
    points.at[n] = span * spanMs + view.getInt32(i * plainBytes, true)
    points.lat[n] = view.getInt32(i * plainBytes + 4, true)
    points.lng[n] = view.getInt32(i * plainBytes + 8, true)
    points.accuracy[n] = view.getInt32(i * plainBytes + 12, true)
    points.speed[n] = view.getInt32(i * plainBytes + 16, true)
  }
}

function writeInt(to: ByteWriter, value: number): void {
  for (let shift = 0; shift < 32; shift += 8) to.bytes[to.length++] = value >> shift
}

function readInt(from: ByteReader): number {
  let value = 0
  for (let shift = 0; shift < 32; shift += 8) value |= (from.bytes[from.at++] ?? 0) << shift
  return value
}
