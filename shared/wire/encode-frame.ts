import type { LiveTable } from '../positions/live-table.ts'
import { type ByteWriter, ensure, writeColumn, writeVarint } from './column.ts'
import { type Counts, countAges, countPlaces, differences, putCounts, roomFor } from './counts.ts'
import {
  ageCount,
  DELTA,
  DETAIL,
  FIXED_BYTES,
  type FrameHeader,
  highestNo,
  KEYFRAME,
  VERSION,
} from './frame.ts'

let known = roomFor(0)
let before = roomFor(0)
let whole = roomFor(0)
let others = roomFor(0)

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
  const knownMany = split(nos, header.keyframe ? null : base)
  const wholeMany = nos.length - knownMany
  const delta = base !== null && !header.keyframe && knownMany + stood.length > 0

  into.length = 0
  ensure(into, FIXED_BYTES + 25)
  const { view } = into
  view.setUint8(0, VERSION)
  view.setUint8(1, (header.keyframe ? KEYFRAME : 0) | (header.detail ? DETAIL : 0) | (delta ? DELTA : 0))
  view.setUint8(2, header.step)
  view.setUint32(3, header.tick, true)
  view.setFloat64(7, header.at, true)
  into.length = FIXED_BYTES
  if (delta) {
    writeVarint(into, header.tick - base.tick)
    writeVarint(into, knownMany)
    writeVarint(into, stood.length)
  }
  writeVarint(into, wholeMany)
  writeVarint(into, removed.length)

  if (knownMany > 0 && base !== null) {
    before = roomFor(knownMany, before)
    countPlaces(before, known.no, knownMany, base, header)
    writePeople(into, known, knownMany, table, header, before)
  }
  if (wholeMany > 0) writePeople(into, whole, wholeMany, table, header)
  if (stood.length > 0) {
    writeNos(into, stood)
    countAges(others, others.no, stood.length, table, header)
    writeColumn(into, others.age, stood.length)
  }
  if (removed.length > 0) writeNos(into, removed)
  if (base !== null) {
    base.tick = header.tick
    if (header.keyframe) base.at.fill(0, 0, base.size)
    for (let i = 0; i < removed.length; i++)
      if ((removed[i] as number) < base.size) base.at[removed[i] as number] = 0
    putCounts(base, known, knownMany, header)
    putCounts(base, whole, wholeMany, header)
    for (let i = 0; i < stood.length; i++) {
      const no = stood[i] as number
      base.at[no] = header.at - ageCount(header.at, table.at[no] as number) * 1000
    }
  }
  return into.bytes.slice(0, into.length) as Uint8Array<ArrayBuffer>
}

/** Those that the readers hold go into `known`, the others into `whole`; says how many are known. */
function split(nos: ArrayLike<number>, base: LiveTable | null): number {
  const held = base?.at
  if (held) known = roomFor(nos.length, known)
  whole = roomFor(nos.length, whole)
  let knownMany = 0
  let wholeMany = 0
  let last = -1
  for (let i = 0; i < nos.length; i++) {
    const no = inOrder(last, nos[i] as number)
    if (held && (held[no] ?? 0) > 0) known.no[knownMany++] = no
    else whole.no[wholeMany++] = no
    last = no
  }
  return knownMany
}

function inOrder(before: number, no: number): number {
  if (no > before && no <= highestNo) return no
  throw new RangeError(`frame: no ${no} after ${before}`)
}

/** `since`: what is counted there already is what the readers hold, so the differences are written. */
function writePeople(
  into: ByteWriter,
  people: Counts,
  many: number,
  table: LiveTable,
  header: FrameHeader,
  since?: Counts,
): void {
  countPlaces(people, people.no, many, table, header)
  countAges(people, people.no, many, table, header)
  if (since) differences(since, people, many)
  const { lat, lng, accuracy, heading, speed } = since ?? people
  writeGaps(into, people, many)
  writeColumn(into, lat, many)
  writeColumn(into, lng, many)
  writeColumn(into, people.age, many)
  if (!header.detail) return
  writeColumn(into, accuracy, many)
  writeColumn(into, heading, many)
  writeColumn(into, speed, many)
}

function writeNos(into: ByteWriter, nos: ArrayLike<number>): void {
  others = roomFor(nos.length, others)
  let last = -1
  for (let i = 0; i < nos.length; i++) last = others.no[i] = inOrder(last, nos[i] as number)
  writeGaps(into, others, nos.length)
}

/** At least a bit each, so that a reader may measure the count against the length of the frame. */
function writeGaps(into: ByteWriter, { no: nos, gap }: Counts, many: number): void {
  let last = -1
  for (let i = 0; i < many; i++) {
    const no = nos[i] as number
    gap[i] = no - last - 1
    last = no
  }
  writeColumn(into, gap, many, 1)
}
