import type { Fix } from '../../shared/kernel/fix.ts'
import { type LiveTable, makeLiveTable, reserve } from '../../shared/positions/live-table.ts'
import type { Suspect } from '../../shared/positions/plausibility.ts'

/** The newest fix of every carrier by `no`, with what the server needs beside it. */
export interface HotTable {
  live: LiveTable
  /** Seconds between fixes as the device announced them. */
  interval: Float32Array
  /** When this node got it (its own clock); 0 = it came from another node. */
  receivedAt: Float64Array
  /** Jumps that are not believed yet. */
  suspects: Map<number, Suspect>
}

export function makeHotTable(): HotTable {
  return {
    live: makeLiveTable(),
    interval: new Float32Array(1024),
    receivedAt: new Float64Array(1024),
    suspects: new Map(),
  }
}

/**
 * What `readFix` and `copyFix` write over, so that a fix on its way makes nothing anew. A class, because a literal would
 * share its shape with the schema of a fix, whose fields are objects: then each number written would be an object too.
 */
export class FixSlot implements Required<Fix> {
  at = Number.NaN
  lat = Number.NaN
  lng = Number.NaN
  accuracy = Number.NaN
  heading = Number.NaN
  speed = Number.NaN
}

export function copyFix(from: Fix, into: FixSlot): void {
  into.at = from.at
  into.lat = from.lat
  into.lng = from.lng
  into.accuracy = from.accuracy
  into.heading = from.heading ?? Number.NaN
  into.speed = from.speed ?? Number.NaN
}

/** A slot of a table that has one. */
export function readFix(from: LiveTable, no: number, into: FixSlot): void {
  into.at = from.at[no] as number
  into.lat = from.lat[no] as number
  into.lng = from.lng[no] as number
  into.accuracy = from.accuracy[no] as number
  into.heading = from.heading[no] as number
  into.speed = from.speed[no] as number
}

export function shownFix({ live }: HotTable, no: number, into = new FixSlot()): FixSlot | null {
  if (!(no < live.size && (live.at[no] as number) > 0)) return null
  readFix(live, no, into)
  return into
}

export function show(table: HotTable, no: number, fix: Fix, interval: number): void {
  const { live } = table
  reserve(live, no)
  if (table.interval.length < live.lat.length) {
    const grown = new Float32Array(live.lat.length)
    grown.set(table.interval)
    table.interval = grown
    const received = new Float64Array(live.lat.length)
    received.set(table.receivedAt)
    table.receivedAt = received
  }
  live.lat[no] = fix.lat
  live.lng[no] = fix.lng
  live.at[no] = fix.at
  live.accuracy[no] = fix.accuracy
  live.heading[no] = fix.heading ?? Number.NaN
  live.speed[no] = fix.speed ?? Number.NaN
  table.interval[no] = interval
  if (table.suspects.size > 0) table.suspects.delete(no)
}

/** After the end of duty nothing of the carrier is left to see. */
export function hide(table: HotTable, no: number): void {
  if (no < table.live.size) table.live.at[no] = 0
  table.suspects.delete(no)
}
