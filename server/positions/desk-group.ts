import { type LiveTable, makeLiveTable } from '../../shared/positions/live-table.ts'
import type { ByteWriter } from '../../shared/wire/column.ts'
import { encodeFrame } from '../../shared/wire/encode-frame.ts'
import { stepAt } from '../../shared/wire/frame.ts'
import type { View } from '../../shared/wire/view.ts'
import type { Sight } from './sight.ts'

/** A fix inside the view that has not moved a pixel is sent again when what the desk shows would be this much older. */
const renewInside = 5_000
/** Outside the view only the lists need it; so it is where a pixel is this many degrees (100 m) or more. */
const renewOutside = 10_000
const farPixel = 0.001
/** Degrees per pixel at zoom 0 (256-pixel tiles). */
const degreesPerPixel = 360 / 256

type Area = NonNullable<View>

/** One look at the hot table for the frames of a tick. */
export interface Tick {
  no: number
  at: number
  /** By `no`, 1: another fix than at the tick before, or none any more. */
  fresh: Uint8Array
}

export interface DeskGroup {
  /**
   * What is new for who holds all that the group was told: a difference, the first time a keyframe. `moved` are those
   * whom it moves by a pixel, until the next group is asked.
   */
  next(tick: Tick): { bytes: Uint8Array; keyframe: boolean; moved: ArrayLike<number> }
  /** All that the group was told, as a keyframe. */
  whole(tick: Tick): Uint8Array
}

/** What desks of one sight and view hold is kept, and differences to it are sent. */
export function deskGroup(sight: Sight, view: Area, table: LiveTable, writer: ByteWriter): DeskGroup {
  /** What each desk that has had all frames holds. */
  const shown = makeLiveTable()
  const due = dueIn(sight, view, table, shown)
  const step = stepAt(view.zoom)
  const header = ({ no, at }: Tick, keyframe: boolean) => ({ tick: no, at, step, detail: true, keyframe })
  let told = false
  return {
    next(tick) {
      const { changed, stood, moved, removed } = due(tick)
      const keyframe = !told
      told = true
      const bytes = encodeFrame(table, changed, removed, header(tick, keyframe), writer, shown, stood)
      return { bytes, keyframe, moved }
    },
    whole: (tick) => encodeFrame(shown, allIn(shown), [], header(tick, true), writer),
  }
}

/** Written over at each tick of each group. */
const lists = { changed: list(), stood: list(), moved: list(), removed: list() }

/** What moved a pixel or grew too old for this group, and who has gone from its sight. Notes it as sent. */
function dueIn(sight: Sight, view: Area, table: LiveTable, shown: LiveTable) {
  /** Time of the fix that was sent last, by `no`; 0 = nothing. */
  let sentAt = new Float64Array(0)
  /** Till when nobody needs to look at a carrier again, unless it has another fix or comes into or out of sight. */
  let settledTill = new Float64Array(0)
  let lookedAt = 0
  const { south, west, north, east } = view
  const pixel = degreesPerPixel / 2 ** view.zoom
  const renew = pixel >= farPixel ? renewOutside : renewInside
  const within = (lat: number, lng: number) => lat >= south && lat <= north && lng >= west && lng <= east

  return ({ no: tick, at: now, fresh }: Tick) => {
    const { size, at: ats, lat: lats, lng: lngs } = table
    if (sentAt.length < size) {
      sentAt = grown(sentAt, Math.max(1024, 2 * size))
      settledTill = grown(settledTill, sentAt.length)
    }
    // `fresh` and `turned` tell of one tick only.
    if (lookedAt !== tick - 1) settledTill.fill(0)
    lookedAt = tick
    for (const no of sight.turned) settledTill[no] = 0
    for (const one of Object.values(lists)) one.clear(size)
    const [sents, tills, { may }, { lat: latsShown, lng: lngsShown }] = [sentAt, settledTill, sight, shown]
    for (let no = 0; no < size; no++) {
      // Most are passed over here: one branch that is nearly always taken.
      if (fresh[no] === 0 && now < (tills[no] as number)) continue
      const at = may[no] === 1 ? (ats[no] as number) : 0
      const sent = sents[no] as number
      tills[no] = Number.POSITIVE_INFINITY
      if (at === sent) continue
      if (at === 0) {
        lists.removed.add(no)
        sents[no] = 0
        continue
      }
      let moved = true
      if (sent !== 0) {
        const lat = lats[no] as number
        const lng = lngs[no] as number
        const latShown = latsShown[no] as number
        const lngShown = lngsShown[no] as number
        // Who has just left the view is still drawn at its edge.
        const inside = within(lat, lng) || within(latShown, lngShown)
        moved = Math.abs(lat - latShown) >= pixel || Math.abs(lng - lngShown) >= pixel
        const till = sent + (inside ? renew : renewOutside)
        if (now < till && !(inside && moved)) {
          tills[no] = till
          continue
        }
        if (inside && moved) lists.moved.add(no)
      }
      sents[no] = at
      if (!moved && walksAlike(table, shown, no)) lists.stood.add(no)
      else lists.changed.add(no)
    }
    const { changed, stood, moved, removed } = lists
    return { changed: changed.all(), stood: stood.all(), moved: moved.all(), removed: removed.all() }
  }
}

/** Nothing is to be told of who has not moved a pixel but the time, unless speed or accuracy have become others. */
function walksAlike(table: LiveTable, shown: LiveTable, no: number): boolean {
  const speed = table.speed[no] as number
  const known = shown.speed[no] as number
  const accuracy = table.accuracy[no] as number
  const told = shown.accuracy[no] as number
  const sameSpeed = Math.abs(speed - known) < 1 || (Number.isNaN(speed) && Number.isNaN(known))
  return sameSpeed && accuracy <= 2 * told && told <= 2 * accuracy
}

function allIn(shown: LiveTable): Uint32Array {
  const { changed } = lists
  changed.clear(shown.size)
  for (let no = 0; no < shown.size; no++) if ((shown.at[no] as number) > 0) changed.add(no)
  return changed.all()
}

/** Some `no`s in order, in place of an array that would be made anew each time. */
function list() {
  let nos = new Uint32Array(0)
  let many = 0
  return {
    clear(room: number) {
      many = 0
      if (nos.length < room) nos = new Uint32Array(2 * room)
    },
    add(no: number) {
      nos[many++] = no
    },
    all: () => nos.subarray(0, many),
  }
}

function grown(old: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  const made = new Float64Array(size)
  made.set(old)
  return made
}
