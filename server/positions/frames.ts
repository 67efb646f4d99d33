import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { type LiveTable, makeLiveTable } from '../../shared/positions/live-table.ts'
import { makeByteWriter } from '../../shared/wire/column.ts'
import { encodeFrame } from '../../shared/wire/encode-frame.ts'
import { stepAt } from '../../shared/wire/frame.ts'
import type { View } from '../../shared/wire/view.ts'
import type { Clock } from '../ports/clock.ts'
import type { HotTable } from './hot-table.ts'
import type { FrameSink } from './positions.ts'
import { makeSight, refreshSight, type Sight, touchedCarriers } from './sight.ts'

/** Milliseconds between frames of a desk; each is sent even when empty, it is the desk's heartbeat. */
const tickMs = 250
/** Ticks between looks for a phone, which follows its own team, and between those sent even when empty. */
const phoneTicks = 4
const phoneHeartbeatTicks = 40
/** A fix inside the view that has not moved a pixel is sent again when what the desk shows would be this much older. */
const renewInside = 5_000
/** Outside the view only the lists need it; so it is where a pixel is this many degrees (100 m) or more. */
const renewOutside = 10_000
const farPixel = 0.001
/** Degrees per pixel at zoom 0 (256-pixel tiles). */
const degreesPerPixel = 360 / 256

/** Connections that get the same bytes: the same rights and the same view. */
interface Group {
  sight: Sight
  view: NonNullable<View>
  /** Time of the fix that this group was last sent, by `no`; 0 = nothing. */
  sentAt: Float64Array
  /** What each connection that has had all frames holds. */
  shown: LiveTable
  /** Frames encoded so far: a connection that has them all may get a difference. */
  count: number
}

/** Told what the frames do, to count it. */
export interface FrameMeasures {
  sent(bytes: number, times: number): void
  dropped(): void
  /** Carriers that moved a pixel and were handed to a desk's socket at `now`; by `no`, when this node had got the fix. */
  shown(nos: ArrayLike<number>, receivedAt: ArrayLike<number>, now: number): void
}

const unmeasured: FrameMeasures = { sent() {}, dropped() {}, shown() {} }

export interface Frames {
  connect(sink: FrameSink): () => void
  onEvents(events: LoggedEvent[]): void
  stop(): void
}

/** One encoding per tick and group; a connection that could not take the last frame gets a keyframe next. */
export function startFrames(
  board: Board,
  hot: HotTable,
  clock: Clock,
  measures: FrameMeasures = unmeasured,
): Frames {
  const table = hot.live
  const sinks = new Map<FrameSink, { group: string | null; view: View; got: number }>()
  const sights = new Map<string, Sight>()
  const groups = new Map<string, Group>()
  const writer = makeByteWriter()
  let tick = 0
  let cancel = () => {}

  const run = () => {
    cancel = clock.after(tickMs, run)
    tick++
    const takers = new Map<string, FrameSink[]>()
    for (const [sink, state] of sinks) {
      const name = sink.view === null ? null : `${sink.audience} ${JSON.stringify(sink.view)}`
      // Who says its view again wants a keyframe.
      if (name !== state.group || sink.view !== state.view)
        Object.assign(state, { group: name, view: sink.view, got: -1 })
      if (sink.viewer.kind !== 'staff' && tick % phoneTicks !== 0) continue
      if (name === null) continue
      if (sink.writable()) takers.set(name, [...(takers.get(name) ?? []), sink])
      else measures.dropped()
    }
    const alive = new Set([...sinks.values()].map(({ group }) => group))
    for (const name of groups.keys()) if (!alive.has(name)) groups.delete(name)
    const audiences = new Set([...sinks.keys()].map(({ audience }) => audience))
    for (const audience of sights.keys()) if (!audiences.has(audience)) sights.delete(audience)
    for (const [name, all] of takers) send(name, all)
  }

  function send(name: string, takers: FrameSink[]): void {
    const { audience, viewer, view } = takers[0] as FrameSink
    if (view === null) return
    const sight = sights.get(audience) ?? makeSight(board, viewer)
    sights.set(audience, sight)
    const group = groups.get(name) ?? makeGroup(sight, view)
    groups.set(name, group)
    const at = clock.now()
    const header = { tick, at, step: stepAt(view.zoom), detail: true }
    const { changed, stood, moved, removed } = dueIn(group, table, at)
    const current = takers.filter((sink) => sinks.get(sink)?.got === group.count)
    const empty = changed.length + stood.length + removed.length === 0
    if (
      viewer.kind !== 'staff' &&
      empty &&
      current.length === takers.length &&
      tick % phoneHeartbeatTicks > 0
    )
      return
    group.count++
    const difference = { ...header, keyframe: false }
    const bytes = encodeFrame(table, changed, removed, difference, writer, group.shown, stood)
    for (const sink of current) sink.send(bytes)
    if (current.length > 0) measures.sent(bytes.length, current.length)
    if (current.length < takers.length) {
      const { shown } = group
      const whole = encodeFrame(shown, allIn(shown), [], { ...header, keyframe: true }, writer)
      for (const sink of takers) if (!current.includes(sink)) sink.send(whole)
      measures.sent(whole.length, takers.length - current.length)
    }
    for (const sink of takers) (sinks.get(sink) as { got: number }).got = group.count
    if (viewer.kind === 'staff') measures.shown(moved, hot.receivedAt, clock.now())
  }

  cancel = clock.after(tickMs, run)
  return {
    connect(sink) {
      sinks.set(sink, { group: null, view: null, got: -1 })
      return () => void sinks.delete(sink)
    },
    onEvents(events) {
      const touched = touchedCarriers(board, events)
      if (touched.size > 0) for (const sight of sights.values()) refreshSight(board, sight, touched)
    },
    stop: () => cancel(),
  }
}

function makeGroup(sight: Sight, view: NonNullable<View>): Group {
  return {
    sight,
    view,
    sentAt: new Float64Array(0),
    shown: makeLiveTable(),
    count: 0,
  }
}

function room(group: Group, size: number): void {
  if (group.sentAt.length >= size) return
  const grown = new Float64Array(Math.max(1024, 2 * size))
  grown.set(group.sentAt)
  group.sentAt = grown
}

/** What moved a pixel or grew too old for this group, and who has gone from its sight. Notes it as sent. */
function dueIn(group: Group, table: LiveTable, now: number) {
  room(group, table.size)
  const { view, sentAt, shown } = group
  const { may } = group.sight
  const pixel = degreesPerPixel / 2 ** view.zoom
  const renew = pixel >= farPixel ? renewOutside : renewInside
  const changed: number[] = []
  const stood: number[] = []
  const movedInside: number[] = []
  const removed: number[] = []
  for (let no = 0; no < table.size; no++) {
    const at = may[no] === 1 ? (table.at[no] as number) : 0
    const sent = sentAt[no] as number
    if (at === sent) continue
    if (at === 0) {
      removed.push(no)
      sentAt[no] = 0
      continue
    }
    const lat = table.lat[no] as number
    const lng = table.lng[no] as number
    // Who has just left the view is still drawn at its edge.
    const inside = within(view, lat, lng) || within(view, shown.lat[no] as number, shown.lng[no] as number)
    const moved =
      Math.abs(lat - (shown.lat[no] as number)) >= pixel || Math.abs(lng - (shown.lng[no] as number)) >= pixel
    const waited = now - sent
    if (sent !== 0 && !(inside ? moved || waited >= renew : waited >= renewOutside)) continue
    if (sent !== 0 && inside && moved) movedInside.push(no)
    sentAt[no] = at
    if (sent !== 0 && !moved && walksAlike(table, shown, no)) stood.push(no)
    else changed.push(no)
  }
  return { changed, stood, moved: movedInside, removed }
}

/** Nothing is to be told of who has not moved a pixel but the time, unless speed or accuracy have become others. */
function walksAlike(table: LiveTable, shown: LiveTable, no: number): boolean {
  const [speed, known] = [table.speed[no] as number, shown.speed[no] as number]
  const [accuracy, told] = [table.accuracy[no] as number, shown.accuracy[no] as number]
  const sameSpeed = Math.abs(speed - known) < 1 || (Number.isNaN(speed) && Number.isNaN(known))
  return sameSpeed && accuracy <= 2 * told && told <= 2 * accuracy
}

const within = ({ south, west, north, east }: NonNullable<View>, lat: number, lng: number) =>
  lat >= south && lat <= north && lng >= west && lng <= east

function allIn(shown: LiveTable): number[] {
  const all: number[] = []
  for (let no = 0; no < shown.size; no++) if ((shown.at[no] as number) > 0) all.push(no)
  return all
}
