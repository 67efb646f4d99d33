import { type LiveTable, reserve } from '../positions/live-table.ts'
import {
  accuracyCount,
  accuracyOf,
  ageCount,
  type FrameHeader,
  headingCount,
  headingOf,
  latScale,
  lngScale,
  placeCount,
  placeOf,
  speedCount,
  speedOf,
  unzigzag,
  zigzag,
} from './frame.ts'

/** Some carriers as a frame has them: columns of small whole numbers, each in order of `no`. */
export interface Counts {
  no: Uint32Array
  gap: Int32Array
  lat: Int32Array
  lng: Int32Array
  age: Int32Array
  accuracy: Int32Array
  heading: Int32Array
  speed: Int32Array
}

/** With room for so many; `old` when it has it, for a frame needs them for as long as it is made or read. */
export function roomFor(many: number, old?: Counts): Counts {
  if (old && old.gap.length >= many) return old
  const size = 2 ** Math.ceil(Math.log2(Math.max(64, many)))
  const column = () => new Int32Array(size)
  return {
    no: new Uint32Array(size),
    ...{ gap: column(), lat: column(), lng: column(), age: column() },
    ...{ accuracy: column(), heading: column(), speed: column() },
  }
}

/** Where `nos` are and how they go by the table, all but the ages. Unknown without detail. */
export function countPlaces(
  { lat, lng, accuracy, heading, speed }: Counts,
  nos: Uint32Array,
  many: number,
  table: LiveTable,
  { step, detail }: FrameHeader,
): void {
  const [lats, lngs] = [latScale(step), lngScale(step)]
  for (let i = 0; i < many; i++) {
    const no = nos[i] as number
    lat[i] = placeCount(table.lat[no] as number, lats)
    lng[i] = placeCount(table.lng[no] as number, lngs)
  }
  for (let i = 0; i < many; i++) {
    const no = nos[i] as number
    accuracy[i] = detail ? accuracyCount(table.accuracy[no] as number) : 0
    heading[i] = detail ? headingCount(table.heading[no] as number) : 0
    speed[i] = detail ? speedCount(table.speed[no] as number) : 0
  }
}

export function countAges(
  { age }: Counts,
  nos: Uint32Array,
  many: number,
  table: LiveTable,
  { at }: FrameHeader,
): void {
  for (let i = 0; i < many; i++) age[i] = ageCount(at, table.at[nos[i] as number] as number)
}

/** Turns what was counted `before` into the differences from it to `now`. */
export function differences(before: Counts, now: Counts, many: number): void {
  for (const name of ['lat', 'lng', 'accuracy', 'heading', 'speed'] as const) {
    const [from, to] = [before[name], now[name]]
    for (let i = 0; i < many; i++) from[i] = zigzag((to[i] as number) - (from[i] as number))
  }
}

/** The other way: turns the differences in `now` into counts. False when one cannot be. */
export function addUp(before: Counts, now: Counts, many: number, { step }: FrameHeader): boolean {
  let sound = true
  for (const name of ['lat', 'lng', 'accuracy', 'heading', 'speed'] as const) {
    const most = name === 'lat' ? latScale(step).most : name === 'lng' ? lngScale(step).most : 2 ** 31 - 1
    const [from, to] = [before[name], now[name]]
    for (let i = 0; i < many; i++) {
      const value = (from[i] as number) + unzigzag(to[i] as number)
      if (value < 0 || value > most) sound = false
      to[i] = value
    }
  }
  return sound
}

/**
 * Writes the carriers into the table, and says of how many: they are the first of `no` afterwards. `newestWins` passes
 * over what is not newer than the table's own.
 */
export function putCounts(
  table: LiveTable,
  { no: nos, lat, lng, age, accuracy, heading, speed }: Counts,
  many: number,
  { at, step }: FrameHeader,
  newestWins = false,
): number {
  if (many === 0) return 0
  reserve(table, nos[many - 1] as number)
  const lats = latScale(step)
  const lngs = lngScale(step)
  const { at: ats, lat: latTo, lng: lngTo, accuracy: accuracyTo, heading: headingTo, speed: speedTo } = table
  let kept = 0
  for (let i = 0; i < many; i++) {
    const no = nos[i] as number
    const fixAt = at - (age[i] as number) * 1000
    if (newestWins && (ats[no] as number) >= fixAt) continue
    nos[kept++] = no
    ats[no] = fixAt
    latTo[no] = placeOf(lat[i] as number, lats)
    lngTo[no] = placeOf(lng[i] as number, lngs)
    accuracyTo[no] = accuracyOf(accuracy[i] as number)
    headingTo[no] = headingOf(heading[i] as number)
    speedTo[no] = speedOf(speed[i] as number)
  }
  return kept
}
