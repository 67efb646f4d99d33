import { type LiveTable, reserve } from '../positions/live-table.ts'
import { type ByteReader, readColumn, readVarint } from './column.ts'
import {
  accuracyCount,
  accuracyOf,
  COARSEST_STEP,
  DELTA,
  DETAIL,
  FIXED_BYTES,
  type Frame,
  type FrameHeader,
  HALF_TURN,
  headingCount,
  headingOf,
  highestNo,
  KEYFRAME,
  placeCount,
  placeOf,
  QUARTER_TURN,
  speedCount,
  speedOf,
  unzigzag,
  VERSION,
} from './frame.ts'

/**
 * Writes the frame into the table. Null, and the table as it was, when the bytes are no frame, or one whose differences
 * are to another frame than the table stands at. `newestWins` passes over what is not newer than the table's own: for
 * frames of several nodes, of which none knows all; these carry no differences.
 */
export function decodeFrame(bytes: Uint8Array, table: LiveTable, newestWins = false): Frame | null {
  if (bytes.length < FIXED_BYTES || bytes[0] !== VERSION) return null
  const fixed = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = fixed.getUint8(1)
  const step = fixed.getUint8(2)
  const tick = fixed.getUint32(3, true)
  const at = fixed.getFloat64(7, true)
  if (flags > (KEYFRAME | DETAIL | DELTA) || step > COARSEST_STEP || !Number.isFinite(at)) return null
  const keyframe = (flags & KEYFRAME) !== 0
  const delta = (flags & DELTA) !== 0
  const header = { tick, at, keyframe, step, detail: (flags & DETAIL) !== 0 }
  if (delta && (keyframe || newestWins)) return null

  const from: ByteReader = { bytes, at: FIXED_BYTES, broken: false }
  if (delta && tick - readVarint(from) !== table.tick) return null
  const knownCount = delta ? readVarint(from) : 0
  const stoodCount = delta ? readVarint(from) : 0
  const wholeCount = readVarint(from)
  const removals = readVarint(from)
  if (from.broken || knownCount + stoodCount + wholeCount + removals > 8 * bytes.length) return null
  const known = readPeople(from, knownCount, header, table)
  const whole = readPeople(from, wholeCount, header, null)
  const stood = readNos(from, stoodCount)
  const stoodAge = optional(from, stoodCount)
  for (const no of stood) if (!((table.at[no] ?? 0) > 0)) from.broken = true
  const removed = readNos(from, removals)
  if (from.broken || from.at !== bytes.length) return null

  if (keyframe) table.at.fill(0, 0, table.size)
  if (!newestWins) table.tick = tick
  for (const no of removed) if (no < table.size) table.at[no] = 0
  stood.forEach((no, i) => {
    table.at[no] = at - (stoodAge[i] as number) * 1000
  })
  const changed = joined([put(table, known, header, false), put(table, whole, header, newestWins), stood])
  return { ...header, changed, removed }
}

/** As counts; of those that the table holds the differences are undone already. */
interface People {
  nos: Uint32Array
  lat: Uint32Array
  lng: Uint32Array
  age: Uint32Array
  accuracy: Uint32Array
  heading: Uint32Array
  speed: Uint32Array
}

function readPeople(from: ByteReader, count: number, header: FrameHeader, base: LiveTable | null): People {
  const nos = readNos(from, count)
  const grid = 2 ** header.step
  if (base) for (const no of nos) if (!((base.at[no] ?? 0) > 0)) from.broken = true
  const detailed = header.detail ? count : 0
  const most = (turn: number) => Math.floor((2 * turn) / grid)
  return {
    nos,
    lat: readCounts(
      from,
      count,
      most(QUARTER_TURN),
      base && ((i) => placeCount(base.lat[nos[i] as number] as number, QUARTER_TURN, grid)),
    ),
    lng: readCounts(
      from,
      count,
      most(HALF_TURN),
      base && ((i) => placeCount(base.lng[nos[i] as number] as number, HALF_TURN, grid)),
    ),
    age: optional(from, count),
    accuracy: readCounts(
      from,
      detailed,
      Number.POSITIVE_INFINITY,
      base && ((i) => accuracyCount(base.accuracy[nos[i] as number] as number)),
    ),
    heading: readCounts(
      from,
      detailed,
      Number.POSITIVE_INFINITY,
      base && ((i) => headingCount(base.heading[nos[i] as number] as number)),
    ),
    speed: readCounts(
      from,
      detailed,
      Number.POSITIVE_INFINITY,
      base && ((i) => speedCount(base.speed[nos[i] as number] as number)),
    ),
  }
}

/** A count that would be negative or above `most` breaks the frame. */
function readCounts(
  from: ByteReader,
  count: number,
  most: number,
  before: ((i: number) => number) | null,
): Uint32Array {
  const counts = optional(from, count)
  for (let i = 0; i < count; i++) {
    const value = before ? before(i) + unzigzag(counts[i] as number) : (counts[i] as number)
    if (value < 0 || value > most) from.broken = true
    counts[i] = value
  }
  return counts
}

/** The nos that were written; ascending. */
function put(table: LiveTable, people: People, { at, step }: FrameHeader, newestWins: boolean): Uint32Array {
  const { nos, lat, lng, age, accuracy, heading, speed } = people
  const grid = 2 ** step
  if (nos.length > 0) reserve(table, nos[nos.length - 1] as number)
  let kept = 0
  for (let i = 0; i < nos.length; i++) {
    const no = nos[i] as number
    const fixAt = at - (age[i] as number) * 1000
    if (newestWins && (table.at[no] as number) >= fixAt) continue
    nos[kept++] = no
    table.at[no] = fixAt
    table.lat[no] = placeOf(lat[i] as number, QUARTER_TURN, grid)
    table.lng[no] = placeOf(lng[i] as number, HALF_TURN, grid)
    table.accuracy[no] = accuracyOf(accuracy[i] ?? 0)
    table.heading[no] = headingOf(heading[i] ?? 0)
    table.speed[no] = speedOf(speed[i] ?? 0)
  }
  return nos.subarray(0, kept)
}

function joined(parts: Uint32Array[]): Uint32Array {
  const some = parts.filter(({ length }) => length > 0)
  if (some.length < 2) return some[0] ?? nothing
  const all = new Uint32Array(some.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of some) {
    all.set(part, at)
    at += part.length
  }
  return all.sort()
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
