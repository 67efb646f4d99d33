import type { Fix } from '../../shared/kernel/fix.ts'
import { judge } from '../../shared/positions/plausibility.ts'
import type { Carrier } from '../../shared/shifts/events.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { TrackStore } from '../ports/track-store.ts'
import { type FrameMeasures, startFrames } from './frames.ts'
import { hide, makeHotTable, show, shownFix } from './hot-table.ts'
import type { Positions } from './positions.ts'
import { startRelay } from './relay.ts'
import { touchedCarriers } from './sight.ts'
import { watchContact } from './watch-contact.ts'
import { perimeterWatcher } from './watch-perimeter.ts'

interface Parts {
  live: LiveBoard
  pipeline: Pipeline
  tracks: TrackStore
  fanOut: FanOut
  clock: Clock
  failed: (error: unknown) => void
  measures: FrameMeasures
}

const watchEveryMs = 1_000

/** The positions lane of this node. */
export function makePositions({ live, pipeline, tracks, fanOut, clock, failed, measures }: Parts): Positions {
  const { board } = live
  const table = makeHotTable()
  const startedAt = clock.now()
  const frames = startFrames(board, table, clock, measures)
  const watchPerimeter = perimeterWatcher(board, pipeline, failed)
  const relay = startRelay(table, fanOut, clock)

  const stopListening = live.onEvents((events) => {
    for (const no of touchedCarriers(board, events)) {
      const carrier = board.byNo[no]
      if (carrier && !bookedOn(board[carrier.kind].get(carrier.id)?.shift ?? null)) hide(table, no)
    }
    frames.onEvents(events)
  })

  let cancel = () => {}
  const watch = () => {
    cancel = clock.after(watchEveryMs, watch)
    const nodes = { own: fanOut.node, alive: () => fanOut.nodes(), relayAge: () => relay.age() }
    watchContact(board, table, pipeline, nodes, clock.now(), failed)
  }
  cancel = clock.after(watchEveryMs, watch)

  function take(carrier: Carrier, no: number, fix: Fix, interval: number): string | null {
    const now = clock.now()
    const verdict = judge(fix, shownFix(table, no), table.suspects.get(no) ?? null, now)
    if (verdict !== 'accept') {
      if (verdict.suspect) table.suspects.set(no, verdict.suspect)
      if (verdict.track) tracks.append(carrier.id, fix)
      return verdict.drop
    }
    show(table, no, fix, interval)
    table.receivedAt[no] = now
    tracks.append(carrier.id, fix)
    relay.note(no)
    if (carrier.kind === 'assistant') watchPerimeter(carrier, fix, now)
    return null
  }

  return {
    report(carrier, fixes, { interval }) {
      const known = board[carrier.kind].get(carrier.id)
      const dropped: Record<string, number> = {}
      let accepted = 0
      for (const given of fixes) {
        // Some devices tell fractions of a millisecond, which the store of tracks does not hold.
        const fix = { ...given, at: Math.round(given.at) }
        const code = known && bookedOn(known.shift) ? take(carrier, known.no, fix, interval) : 'off-duty'
        if (code === null) accepted++
        else dropped[code] = (dropped[code] ?? 0) + 1
      }
      return { ok: true, accepted, dropped }
    },
    latest({ kind, id }) {
      const no = board[kind].get(id)?.no
      const fix = no === undefined ? null : shownFix(table, no)
      if (!fix) return null
      const { at, lat, lng, accuracy, speed } = fix
      return { at: { lat, lng }, fixAt: at, accuracy, speed: speed ?? Number.NaN }
    },
    connect: (sink) => frames.connect(sink),
    relayAge: () => (fanOut.nodes().length > 1 ? Math.min(relay.age(), clock.now() - startedAt) : null),
    stop() {
      cancel()
      stopListening()
      relay.stop()
      frames.stop()
    },
  }
}
