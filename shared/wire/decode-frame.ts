import type { LiveTable } from '../positions/live-table.ts'
import { type ByteReader, readColumn, readVarint } from './column.ts'
import { addUp, type Counts, countPlaces, putCounts, roomFor } from './counts.ts'
import {
  COARSEST_STEP,
  DELTA,
  DETAIL,
  FIXED_BYTES,
  type Frame,
  type FrameHeader,
  highestNo,
  KEYFRAME,
  latScale,
  lngScale,
  VERSION,
} from './frame.ts'

let known = roomFor(0)
let before = roomFor(0)
let whole = roomFor(0)
let stood = roomFor(0)
let removed = roomFor(0)

/**
 * Writes the frame into the table. Null, and the table as it was, when the bytes are no frame, or one whose differences
 * are to another frame than the table stands at. `newestWins` passes over what is not newer than the table's own: for
 * frames of several nodes, of which none knows all; these carry no differences.
 */
export function decodeFrame(bytes: Uint8Array, table: LiveTable, newestWins = false): Frame | null {
  if (bytes.length < FIXED_BYTES || bytes[0] !== VERSION) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = view.getUint8(1)
  const step = view.getUint8(2)
  const tick = view.getUint32(3, true)
  const at = view.getFloat64(7, true)
  if (flags > (KEYFRAME | DETAIL | DELTA) || step > COARSEST_STEP || !Number.isFinite(at)) return null
  const keyframe = (flags & KEYFRAME) !== 0
  const delta = (flags & DELTA) !== 0
  const header = { tick, at, keyframe, step, detail: (flags & DETAIL) !== 0 }
  if (delta && (keyframe || newestWins)) return null

  const from: ByteReader = { bytes, view, at: FIXED_BYTES, broken: false }
  if (delta && tick - readVarint(from) !== table.tick) return null
  const knownMany = delta ? readVarint(from) : 0
  const stoodMany = delta ? readVarint(from) : 0
  const wholeMany = readVarint(from)
  const removedMany = readVarint(from)
  if (from.broken || knownMany + stoodMany + wholeMany + removedMany > 8 * bytes.length) return null
  known = roomFor(knownMany, known)
  before = roomFor(knownMany, before)
  whole = roomFor(wholeMany, whole)
  stood = roomFor(stoodMany, stood)
  removed = roomFor(removedMany, removed)
  readPeople(from, known, knownMany, header, true)
  readPeople(from, whole, wholeMany, header, false)
  readNos(from, stood, stoodMany)
  if (stoodMany > 0) readColumn(from, stood.age, stoodMany)
  readNos(from, removed, removedMany)
  if (from.broken || from.at !== bytes.length) return null
  if (!holdsAll(table, known, knownMany) || !holdsAll(table, stood, stoodMany)) return null
  countPlaces(before, known.no, knownMany, table, header)
  if (!addUp(before, known, knownMany, header)) return null

  if (keyframe) table.at.fill(0, 0, table.size)
  if (!newestWins) table.tick = tick
  for (let i = 0; i < removedMany; i++) {
    const no = removed.no[i] as number
    if (no < table.size) table.at[no] = 0
  }
  for (let i = 0; i < stoodMany; i++) table.at[stood.no[i] as number] = at - (stood.age[i] as number) * 1000
  putCounts(table, known, knownMany, header)
  const kept = putCounts(table, whole, wholeMany, header, newestWins)
  const changed = [
    known.no.subarray(0, knownMany),
    whole.no.subarray(0, kept),
    stood.no.subarray(0, stoodMany),
  ]
  return { ...header, changed: joined(changed), removed: removed.no.slice(0, removedMany) }
}

/** As counts; of the `known`, differences. */
function readPeople(
  from: ByteReader,
  people: Counts,
  many: number,
  header: FrameHeader,
  known: boolean,
): void {
  if (many === 0) return
  readNos(from, people, many)
  readColumn(from, people.lat, many, known ? undefined : latScale(header.step).most)
  readColumn(from, people.lng, many, known ? undefined : lngScale(header.step).most)
  readColumn(from, people.age, many)
  for (const column of [people.accuracy, people.heading, people.speed])
    if (header.detail) readColumn(from, column, many)
    else column.fill(0, 0, many)
}

function readNos(from: ByteReader, { no: nos, gap }: Counts, many: number): void {
  if (many === 0) return
  readColumn(from, gap, many, highestNo)
  let no = -1
  for (let i = 0; i < many && no <= highestNo; i++) {
    no += (gap[i] as number) + 1
    nos[i] = no
  }
  if (no > highestNo) from.broken = true
}

function holdsAll(table: LiveTable, { no: nos }: Counts, many: number): boolean {
  for (let i = 0; i < many; i++) if (!((table.at[nos[i] as number] ?? 0) > 0)) return false
  return true
}

/** A copy, in order. */
function joined(parts: Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return parts.filter(({ length }) => length > 0).length > 1 ? all.sort() : all
}
