import type { LiveTable } from '../shared/positions/live-table.ts'
import type { Frame } from '../shared/wire/frame.ts'
import type { View } from '../shared/wire/view.ts'

/** The ticks within which a fix has to be on a desk, milliseconds. */
const twoTicks = 500
/** A fix may be heard of a little after a desk has shown it; so everything is judged this much later. */
const patience = 1_000
const longest = 10_000

/** What desks have shown, against what the senders told. */
export interface Verdict {
  /** Milliseconds from the fix to the frame that shows it, decoded: how often each; the last is that and more. */
  delays: Uint32Array
  /** Places shown that no sender had told. */
  wrong: number
  /** Looks at a place, and those at one more than a pixel from any that was told since two ticks before. */
  looks: number
  late: number
  /** Two ticks after the last fix: places in the view, and those more than a pixel from the truth. */
  checked: number
  lost: number
}

export const noVerdict = (): Verdict => ({
  ...{ delays: new Uint32Array(longest + 1), wrong: 0 },
  ...{ looks: 0, late: 0, checked: 0, lost: 0 },
})

export function addVerdict(to: Verdict, more: Verdict): void {
  more.delays.forEach((times, ms) => {
    to.delays[ms] = (to.delays[ms] as number) + times
  })
  for (const name of ['wrong', 'looks', 'late', 'checked', 'lost'] as const) to[name] += more[name]
}

/** Milliseconds that `share` of the fixes did not exceed; NaN without any. */
export function delayOf({ delays }: Verdict, share: number): number {
  let left = share * delays.reduce((sum, times) => sum + times, 0)
  if (left === 0) return Number.NaN
  return delays.findIndex((times) => {
    left -= times
    return left <= 0
  })
}

interface Place {
  at: number
  lat: number
  lng: number
}

/** What the senders told of the followed lately, by `no`, oldest first; all desks of a process look it up. */
export type Memory = Map<number, Place[]>

/** `rows` as rehearsal/told.ts makes them. What was told more than half a minute ago is forgotten, but for the newest. */
export function remember(memory: Memory, rows: Float64Array): void {
  for (let i = 0; i < rows.length; i += 4) {
    const no = rows[i] as number
    const at = rows[i + 1] as number
    const places = memory.get(no) ?? []
    memory.set(no, places)
    places.push({ at, lat: rows[i + 2] as number, lng: rows[i + 3] as number })
    while (places.length > 1 && (places[1] as Place).at < at - 30_000) places.shift()
  }
}

/** Watches one desk's table; its view and the degrees of its pixel stay. */
export function makeJudge(memory: Memory, view: NonNullable<View>) {
  const pixel = 360 / 256 / 2 ** view.zoom
  const shown = new Map<number, Place>()
  const lateAt = new Map<number, number>()
  let waiting: (Place & { no: number })[] = []
  const verdict = noVerdict()
  const inView = ({ lat, lng }: { lat: number; lng: number }) =>
    lat >= view.south && lat <= view.north && lng >= view.west && lng <= view.east
  const apart = (a: Omit<Place, 'at'>, b: Omit<Place, 'at'>, degrees: number) =>
    !(Math.abs(a.lat - b.lat) <= degrees && Math.abs(a.lng - b.lng) <= degrees)

  return {
    verdict,
    /** After a frame of time `now` (this machine's clock) was decoded into the desk's table. */
    saw({ changed }: Frame, table: LiveTable, now: number): void {
      for (const no of changed)
        if (memory.has(no))
          waiting.push({ no, at: now, lat: table.lat[no] as number, lng: table.lng[no] as number })
    },
    /** Now and then: what is old enough is compared. */
    judge(table: LiveTable, now: number): void {
      const due = waiting.filter(({ at }) => at <= now - patience)
      waiting = waiting.filter(({ at }) => at > now - patience)
      // Half of a grid that is under a pixel (shared/wire/frame.ts).
      const rounding = 0.51 * Math.max(1e-5, pixel)
      for (const { no, ...place } of due) {
        const before = shown.get(no)
        shown.set(no, place)
        // What was shown first may be from before anything was told.
        if (!before || !apart(before, place, pixel)) continue
        const told = memory.get(no) as Place[]
        const fix = told.findLast((one) => one.at <= place.at + 5 && !apart(one, place, rounding))
        if (fix && inView(fix)) {
          const ms = Math.min(longest, Math.max(0, place.at - fix.at))
          verdict.delays[ms] = (verdict.delays[ms] as number) + 1
        }
        if (!fix && (told[0] as Place).at < place.at - 5_000) verdict.wrong++
      }
      for (const [no, told] of memory) {
        const newest = told.findLastIndex(({ at }) => at <= now - twoTicks)
        const truth = told[newest]
        if (!truth || !inView(truth)) continue
        verdict.looks++
        const place = placeIn(table, no)
        if (told.slice(newest).some((one) => !apart(one, place, pixel)) || lateAt.get(no) === truth.at)
          continue
        lateAt.set(no, truth.at)
        verdict.late++
      }
    },
    /** `rows`: where everybody is, two ticks after the last fix. */
    end(table: LiveTable, rows: Float64Array): void {
      for (let i = 0; i < rows.length; i += 4) {
        const truth = { lat: rows[i + 2] as number, lng: rows[i + 3] as number }
        if (!inView(truth)) continue
        verdict.checked++
        if (apart(truth, placeIn(table, rows[i] as number), pixel)) verdict.lost++
      }
    },
  }
}

/** Nowhere for who is not on the desk. */
const placeIn = ({ at, lat, lng }: LiveTable, no: number) =>
  (at[no] ?? 0) > 0
    ? { lat: lat[no] as number, lng: lng[no] as number }
    : { lat: Number.NaN, lng: Number.NaN }
