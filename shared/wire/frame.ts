import type { Millis } from '../kernel/ids.ts'
import { type LiveTable, reserve } from '../positions/live-table.ts'
import type { ByteReader, ByteWriter } from './column.ts'
import { ensure, readColumn, readVarint, writeColumn, writeVarint } from './column.ts'

/**
 * Positions of one tick as bytes, for a dashboard's view or for another node. Each frame decodes alone: coordinates
 * stand against the frame's own south-west corner, never against an earlier frame.
 *
 *   version u8 · flags u8 · step u8 · tick u32 · time f64 (little endian) · changed varint · removed varint
 *   columns of the changed (column.ts), in order of `no`: gap to the no before, lat, lng, age, accuracy, heading, speed
 *   column of the removed: gap to the no before
 *
 * Accuracy, heading and speed only with `detail`. A column of nobody is absent.
 */
export interface FrameHeader {
  /** Counts up by one per tick. */
  tick: number
  /** The sender's clock; the time of a fix is this less its age. */
  at: Millis
  /** The table is to hold exactly what this frame holds. */
  keyframe: boolean
  /** Coordinates are rounded to a grid of 1e-5° × 2^step: 0 for a metre, `stepAt(zoom)` for a view. */
  step: number
  /** Whether accuracy, heading and speed are in it; without, they are unknown at the other end. */
  detail: boolean
}

export interface Frame extends FrameHeader {
  /** In ascending order; without those that were passed over. */
  changed: Uint32Array
  removed: Uint32Array
}

const VERSION = 1
const KEYFRAME = 1
const DETAIL = 2
const FIXED_BYTES = 15
const COARSEST_STEP = 20

/** No frame carries a higher one, so that a broken frame cannot make a table grow beyond this. */
export const highestNo = 2 ** 20 - 1

/** A metre's grid, counted from the south pole and the 180th meridian so that no count is negative. */
const PER_DEGREE = 100_000
const HALF_TURN = 180 * PER_DEGREE
const QUARTER_TURN = 90 * PER_DEGREE

/** Accuracy in metres, heading in steps of 6°, speed in half metres per second. All are one more: 0 = unknown. */
const WORST_ACCURACY = 65_535
const HEADING_STEP = 6
const TURN = 360 / HEADING_STEP
const SPEED_STEP = 0.5
const FASTEST = 200

/** The coarsest step whose rounding (half a grid) is under half a pixel of web Mercator, up to 55° of latitude. */
export const stepAt = (zoom: number): number => Math.max(0, Math.floor(16 - zoom))

/**
 * `nos` and `removed` ascend without repeats; every one of `nos` has a fix in the table. The bytes are a copy, `into`
 * can be used again at once. Ages are rounded up to a second and accuracies to a metre: never better than they are.
 */
export function encodeFrame(
  table: LiveTable,
  nos: ArrayLike<number>,
  removed: ArrayLike<number>,
  header: FrameHeader,
  into: ByteWriter,
): Uint8Array<ArrayBuffer> {
  const count = nos.length
  into.length = 0
  ensure(into, FIXED_BYTES + 10)
  const fixed = new DataView(into.bytes.buffer, into.bytes.byteOffset)
  fixed.setUint8(0, VERSION)
  fixed.setUint8(1, (header.keyframe ? KEYFRAME : 0) | (header.detail ? DETAIL : 0))
  fixed.setUint8(2, header.step)
  fixed.setUint32(3, header.tick, true)
  fixed.setFloat64(7, header.at, true)
  into.length = FIXED_BYTES
  writeVarint(into, count)
  writeVarint(into, removed.length)
  const longest = Math.max(count, removed.length)
  if (into.column.length < longest) into.column = new Uint32Array(2 * longest)
  const { column } = into

  if (count > 0) {
    writeGaps(into, nos)
    const grid = 2 ** header.step
    writeCoordinate(into, table.lat, nos, grid, QUARTER_TURN)
    writeCoordinate(into, table.lng, nos, grid, HALF_TURN)
    for (let i = 0; i < count; i++)
      column[i] = Math.max(0, Math.ceil((header.at - (table.at[nos[i] as number] as number)) / 1000))
    writeColumn(into, count)
    if (header.detail) {
      for (let i = 0; i < count; i++) {
        const accuracy = table.accuracy[nos[i] as number] as number
        column[i] = accuracy >= 0 ? 1 + Math.ceil(Math.min(WORST_ACCURACY, accuracy)) : 0
      }
      writeColumn(into, count)
      for (let i = 0; i < count; i++) {
        const heading = table.heading[nos[i] as number] as number
        column[i] = heading >= 0 ? 1 + (Math.round(heading / HEADING_STEP) % TURN) : 0
      }
      writeColumn(into, count)
      for (let i = 0; i < count; i++) {
        const speed = table.speed[nos[i] as number] as number
        column[i] = speed >= 0 ? 1 + Math.round(Math.min(FASTEST, speed) / SPEED_STEP) : 0
      }
      writeColumn(into, count)
    }
  }
  if (removed.length > 0) writeGaps(into, removed)
  return into.bytes.slice(0, into.length) as Uint8Array<ArrayBuffer>
}

/** Where the reader will stand somebody, so that it can be told when that is too far from the truth. */
export function shownPlace(lat: number, lng: number, step: number): { lat: number; lng: number } {
  const grid = 2 ** step
  const shown = (degrees: number, turn: number) =>
    (Math.round((degrees * PER_DEGREE + turn) / grid) * grid - turn) / PER_DEGREE
  return { lat: shown(lat, QUARTER_TURN), lng: shown(lng, HALF_TURN) }
}

/** At least a bit each, so that a reader may measure the count against the length of the frame. */
function writeGaps(into: ByteWriter, nos: ArrayLike<number>): void {
  let before = -1
  for (let i = 0; i < nos.length; i++) {
    const no = nos[i] as number
    if (!(no > before && no <= highestNo)) throw new RangeError(`frame: no ${no} after ${before}`)
    into.column[i] = no - before - 1
    before = no
  }
  writeColumn(into, nos.length, 1)
}

function writeCoordinate(
  into: ByteWriter,
  degrees: Float64Array,
  nos: ArrayLike<number>,
  grid: number,
  turn: number,
): void {
  const scale = PER_DEGREE / grid
  const offset = turn / grid
  const last = Math.floor(2 * offset)
  for (let i = 0; i < nos.length; i++)
    into.column[i] = Math.min(last, Math.round((degrees[nos[i] as number] as number) * scale + offset))
  writeColumn(into, nos.length)
}

/**
 * Writes the frame into the table. Null, and the table as it was, when the bytes are no frame. `newestWins` passes over
 * what is not newer than the table's own: for frames of several nodes, of which none knows all.
 */
export function decodeFrame(bytes: Uint8Array, table: LiveTable, newestWins = false): Frame | null {
  if (bytes.length < FIXED_BYTES || bytes[0] !== VERSION) return null
  const fixed = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = fixed.getUint8(1)
  const step = fixed.getUint8(2)
  const tick = fixed.getUint32(3, true)
  const at = fixed.getFloat64(7, true)
  if (flags > (KEYFRAME | DETAIL) || step > COARSEST_STEP || !Number.isFinite(at)) return null
  const detail = (flags & DETAIL) !== 0
  const keyframe = (flags & KEYFRAME) !== 0

  const from: ByteReader = { bytes, at: FIXED_BYTES, broken: false }
  const count = readVarint(from)
  const removals = readVarint(from)
  if (from.broken || count + removals > 8 * bytes.length) return null
  const nos = readNos(from, count)
  const grid = 2 ** step
  const lat = readCoordinate(from, count, grid, QUARTER_TURN)
  const lng = readCoordinate(from, count, grid, HALF_TURN)
  const age = optional(from, count)
  const accuracy = optional(from, detail ? count : 0)
  const heading = optional(from, detail ? count : 0)
  const speed = optional(from, detail ? count : 0)
  const removed = readNos(from, removals)
  if (from.broken || from.at !== bytes.length) return null

  if (keyframe) table.at.fill(0, 0, table.size)
  for (const no of removed) if (no < table.size) table.at[no] = 0
  if (count > 0) reserve(table, nos[count - 1] as number)
  let kept = 0
  for (let i = 0; i < count; i++) {
    const no = nos[i] as number
    const fixAt = at - (age[i] as number) * 1000
    if (newestWins && (table.at[no] as number) >= fixAt) continue
    nos[kept++] = no
    table.at[no] = fixAt
    table.lat[no] = ((lat[i] as number) * grid - QUARTER_TURN) / PER_DEGREE
    table.lng[no] = ((lng[i] as number) * grid - HALF_TURN) / PER_DEGREE
    table.accuracy[no] = accuracy[i] ? (accuracy[i] as number) - 1 : Number.NaN
    table.heading[no] = heading[i] ? ((heading[i] as number) - 1) * HEADING_STEP : Number.NaN
    table.speed[no] = speed[i] ? ((speed[i] as number) - 1) * SPEED_STEP : Number.NaN
  }
  return { tick, at, keyframe, step, detail, changed: nos.subarray(0, kept), removed }
}

const nothing = new Uint32Array(0)
const optional = (from: ByteReader, count: number) => (count > 0 ? readColumn(from, count) : nothing)

function readNos(from: ByteReader, count: number): Uint32Array {
  const nos = optional(from, count)
  let no = -1
  for (let i = 0; i < count; i++) {
    no += (nos[i] as number) + 1
    nos[i] = no
    if (no > highestNo) from.broken = true
  }
  return nos
}

function readCoordinate(from: ByteReader, count: number, grid: number, turn: number): Uint32Array {
  const counts = optional(from, count)
  for (let i = 0; i < count; i++) if ((counts[i] as number) * grid > 2 * turn) from.broken = true
  return counts
}
