import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { makeByteWriter } from '../../shared/wire/column.ts'
import type { View } from '../../shared/wire/view.ts'
import type { Clock } from '../ports/clock.ts'
import { type DeskGroup, deskGroup, type Tick } from './desk-group.ts'
import type { HotTable } from './hot-table.ts'
import type { FrameSink } from './positions.ts'
import { makeSight, refreshSight, type Sight, touchedCarriers } from './sight.ts'
import { startTicks } from './ticks.ts'

/** Milliseconds between frames; each is sent even when empty, it is the desk's heartbeat. */
const tickMs = 250

/** Desks with the same rights and the same view: they get the same bytes. */
interface Room {
  audience: string
  group: DeskGroup
  /** Frames encoded so far: a connection that has them all may get a difference. */
  count: number
  members: number
  /** Of this tick. */
  takers: FrameSink[]
}

interface State {
  room: Room | null
  /** What the room was chosen by. */
  view: View
  audience: string
  /** Of the room's frames; -1: a keyframe is due. */
  got: number
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
  /** To be told whenever positions come in: frames that are due go out before them. */
  keepUp(now: number): void
  stop(): void
}

/** Frames of the desks: one encoding per tick and group. A connection that could not take the last frame gets a keyframe next. */
export function startFrames(
  board: Board,
  hot: HotTable,
  clock: Clock,
  measures: FrameMeasures = unmeasured,
): Frames {
  const sinks = new Map<FrameSink, State>()
  const sights = new Map<string, Sight>()
  const rooms = new Map<string, Room>()
  const writer = makeByteWriter()
  const tick: Tick = { no: 0, at: 0, fresh: new Uint8Array(0) }
  const look = freshness(hot)
  let left = false

  const run = () => {
    tick.no++
    for (const [sink, state] of sinks) {
      // Who says its view again wants a keyframe.
      if (sink.view !== state.view || sink.audience !== state.audience) enter(sink, state)
      if (state.room === null) continue
      if (sink.writable()) state.room.takers.push(sink)
      else measures.dropped()
    }
    if (left) {
      const audiences = new Set([...rooms.values()].map(({ audience }) => audience))
      for (const audience of sights.keys()) if (!audiences.has(audience)) sights.delete(audience)
      left = false
    }
    tick.at = clock.now()
    tick.fresh = look()
    for (const room of rooms.values()) {
      if (room.takers.length > 0) send(room)
      room.takers.length = 0
    }
    for (const sight of sights.values()) sight.turned.length = 0
  }

  function enter(sink: FrameSink, state: State): void {
    const before = state.room
    const { audience, view } = sink
    const room = view === null ? null : roomFor(sink, view)
    Object.assign(state, { room, view, audience, got: -1 })
    if (room) room.members++
    if (before) leave(before)
  }

  function leave(room: Room): void {
    if (--room.members > 0) return
    for (const [name, one] of rooms) if (one === room) rooms.delete(name)
    left = true
  }

  function roomFor({ audience, viewer }: FrameSink, view: NonNullable<View>): Room {
    const name = `${audience} ${JSON.stringify(view)}`
    const known = rooms.get(name)
    if (known) return known
    const sight = sights.get(audience) ?? makeSight(board, viewer)
    sights.set(audience, sight)
    const group = deskGroup(sight, view, hot.live, writer)
    const room = { audience, group, count: 0, members: 0, takers: [] }
    rooms.set(name, room)
    return room
  }

  function send(room: Room): void {
    const { takers, group } = room
    const holds = (sink: FrameSink) => sinks.get(sink)?.got === room.count
    const { bytes, keyframe, moved } = group.next(tick)
    give(bytes, keyframe ? takers : takers.filter(holds))
    if (!keyframe) {
      const others = takers.filter((sink) => !holds(sink))
      if (others.length > 0) give(group.whole(tick), others)
    }
    room.count++
    for (const sink of takers) (sinks.get(sink) as State).got = room.count
    measures.shown(moved, hot.receivedAt, clock.now())
  }

  function give(bytes: Uint8Array, to: FrameSink[]): void {
    for (const sink of to) sink.send(bytes)
    if (to.length > 0) measures.sent(bytes.length, to.length)
  }

  const ticks = startTicks(clock, tickMs, run)
  return {
    connect(sink) {
      const state: State = { room: null, view: null, audience: sink.audience, got: -1 }
      sinks.set(sink, state)
      return () => {
        if (sinks.delete(sink) && state.room) leave(state.room)
      }
    },
    onEvents(events) {
      const touched = touchedCarriers(board, events)
      if (touched.size > 0) for (const sight of sights.values()) refreshSight(board, sight, touched)
    },
    keepUp: ticks.keepUp,
    stop: ticks.stop,
  }
}

/** Marks, at each call, whose fix is another than at the call before. */
function freshness({ live }: HotTable): () => Uint8Array {
  let seen = new Float64Array(0)
  let fresh = new Uint8Array(0)
  return () => {
    if (seen.length < live.size) {
      const grown = new Float64Array(live.at.length)
      grown.set(seen)
      seen = grown
      fresh = new Uint8Array(live.at.length)
    }
    const { at, size } = live
    for (let no = 0; no < size; no++) {
      const newest = at[no] as number
      fresh[no] = newest === seen[no] ? 0 : 1
      seen[no] = newest
    }
    return fresh
  }
}
