import { type LiveTable, reserve } from '../positions/live-table.ts'
import { type ByteWriter, ensure, writeColumn, writeVarint } from './column.ts'
import {
  accuracyCount,
  accuracyOf,
  ageCount,
  DELTA,
  DETAIL,
  FIXED_BYTES,
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
  VERSION,
  zigzag,
} from './frame.ts'

/**
 * `nos` and `removed` ascend without repeats; every one of `nos` has a fix in the table. The bytes are a copy, `into`
 * can be used again at once. Ages are rounded up to a second and accuracies to a metre: never better than they are.
 * `base` is what every reader of this frame holds; it is written on, and holds what they hold afterwards. `stood` are of
 * whom it is enough to say that they were there still; all in the base, none of `nos`.
 */
export function encodeFrame(
  table: LiveTable,
  nos: ArrayLike<number>,
  removed: ArrayLike<number>,
  header: FrameHeader,
  into: ByteWriter,
  base: LiveTable | null = null,
  stood: ArrayLike<number> = [],
): Uint8Array<ArrayBuffer> {
  into.length = 0
  ensure(into, FIXED_BYTES + 20)
  const [known, whole] = base && !header.keyframe ? halves(base, nos) : [[], nos]
  const delta = base !== null && known.length + stood.length > 0
  const fixed = new DataView(into.bytes.buffer, into.bytes.byteOffset)
  fixed.setUint8(0, VERSION)
  fixed.setUint8(1, (header.keyframe ? KEYFRAME : 0) | (header.detail ? DETAIL : 0) | (delta ? DELTA : 0))
  fixed.setUint8(2, header.step)
  fixed.setUint32(3, header.tick, true)
  fixed.setFloat64(7, header.at, true)
  into.length = FIXED_BYTES
  if (delta) {
    writeVarint(into, header.tick - base.tick)
    writeVarint(into, known.length)
    writeVarint(into, stood.length)
  }
  writeVarint(into, whole.length)
  writeVarint(into, removed.length)
  const longest = Math.max(nos.length, stood.length, removed.length)
  if (into.column.length < longest) into.column = new Uint32Array(2 * longest)

  if (known.length > 0) writePeople(into, table, known, header, base)
  if (whole.length > 0) writePeople(into, table, whole, header, null)
  if (stood.length > 0) {
    writeGaps(into, stood)
    writeAges(into, table, stood, header)
  }
  if (removed.length > 0) writeGaps(into, removed)
  if (base) {
    follow(base, table, nos, removed, header)
    for (let i = 0; i < stood.length; i++) {
      const no = stood[i] as number
      base.at[no] = header.at - ageCount(header.at, table.at[no] as number) * 1000
    }
  }
  return into.bytes.slice(0, into.length) as Uint8Array<ArrayBuffer>
}

/** Those that the readers hold, and the others. */
function halves(base: LiveTable, nos: ArrayLike<number>): [number[], number[]] {
  const known: number[] = []
  const whole: number[] = []
  for (let i = 0; i < nos.length; i++) {
    const no = nos[i] as number
    ;((base.at[no] ?? 0) > 0 ? known : whole).push(no)
  }
  return [known, whole]
}

function writePeople(
  into: ByteWriter,
  table: LiveTable,
  nos: ArrayLike<number>,
  header: FrameHeader,
  base: LiveTable | null,
): void {
  writeGaps(into, nos)
  const grid = 2 ** header.step
  writePlaces(into, table.lat, nos, grid, QUARTER_TURN, base?.lat)
  writePlaces(into, table.lng, nos, grid, HALF_TURN, base?.lng)
  writeAges(into, table, nos, header)
  if (!header.detail) return
  writeCounts(into, table.accuracy, nos, accuracyCount, base?.accuracy)
  writeCounts(into, table.heading, nos, headingCount, base?.heading)
  writeCounts(into, table.speed, nos, speedCount, base?.speed)
}

function writeAges(into: ByteWriter, table: LiveTable, nos: ArrayLike<number>, { at }: FrameHeader): void {
  for (let i = 0; i < nos.length; i++) into.column[i] = ageCount(at, table.at[nos[i] as number] as number)
  writeColumn(into, nos.length)
}

function writeCounts(
  into: ByteWriter,
  values: Float32Array,
  nos: ArrayLike<number>,
  count: (value: number) => number,
  before: Float32Array | undefined,
): void {
  for (let i = 0; i < nos.length; i++) {
    const no = nos[i] as number
    const now = count(values[no] as number)
    into.column[i] = before ? zigzag(now - count(before[no] as number)) : now
  }
  writeColumn(into, nos.length)
}

function writePlaces(
  into: ByteWriter,
  degrees: Float64Array,
  nos: ArrayLike<number>,
  grid: number,
  turn: number,
  before: Float64Array | undefined,
): void {
  for (let i = 0; i < nos.length; i++) {
    const no = nos[i] as number
    const now = placeCount(degrees[no] as number, turn, grid)
    into.column[i] = before ? zigzag(now - placeCount(before[no] as number, turn, grid)) : now
  }
  writeColumn(into, nos.length)
}

/** Does to the sender's copy what the frame does to its readers' tables. */
function follow(
  base: LiveTable,
  table: LiveTable,
  nos: ArrayLike<number>,
  removed: ArrayLike<number>,
  { tick, at, step, detail, keyframe }: FrameHeader,
): void {
  const grid = 2 ** step
  base.tick = tick
  if (keyframe) base.at.fill(0, 0, base.size)
  for (let i = 0; i < removed.length; i++)
    if ((removed[i] as number) < base.size) base.at[removed[i] as number] = 0
  if (nos.length > 0) reserve(base, nos[nos.length - 1] as number)
  for (let i = 0; i < nos.length; i++) {
    const no = nos[i] as number
    base.at[no] = at - ageCount(at, table.at[no] as number) * 1000
    base.lat[no] = placeOf(placeCount(table.lat[no] as number, QUARTER_TURN, grid), QUARTER_TURN, grid)
    base.lng[no] = placeOf(placeCount(table.lng[no] as number, HALF_TURN, grid), HALF_TURN, grid)
    base.accuracy[no] = detail ? accuracyOf(accuracyCount(table.accuracy[no] as number)) : Number.NaN
    base.heading[no] = detail ? headingOf(headingCount(table.heading[no] as number)) : Number.NaN
    base.speed[no] = detail ? speedOf(speedCount(table.speed[no] as number)) : Number.NaN
  }
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
