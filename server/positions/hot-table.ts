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

export function shownFix({ live }: HotTable, no: number): Fix | null {
  const at = no < live.size ? (live.at[no] as number) : 0
  if (at === 0) return null
  const heading = live.heading[no] as number
  const speed = live.speed[no] as number
  return {
    at,
    lat: live.lat[no] as number,
    lng: live.lng[no] as number,
    accuracy: live.accuracy[no] as number,
    ...(heading >= 0 ? { heading } : {}),
    ...(speed >= 0 ? { speed } : {}),
  }
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
  table.suspects.delete(no)
}

/** After the end of duty nothing of the carrier is left to see. */
export function hide(table: HotTable, no: number): void {
  if (no < table.live.size) table.live.at[no] = 0
  table.suspects.delete(no)
}
