import type { Millis } from '../../shared/kernel/ids.ts'
import { judge } from '../../shared/positions/plausibility.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { TrackStore } from '../ports/track-store.ts'
import { type FrameMeasures, startFrames } from './frames.ts'
import { copyFix, FixSlot, hide, makeHotTable, readFix, show, shownFix } from './hot-table.ts'
import type { Positions, Told } from './positions.ts'
import { startRelay } from './relay.ts'
import { touchedCarriers } from './sight.ts'
import { startTeamFrames } from './team-frames.ts'
import { startTicks } from './ticks.ts'
import { watchContact } from './watch-contact.ts'
import { perimeterWatcher } from './watch-perimeter.ts'
import { sceneWatcher } from './watch-scenes.ts'

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
  const teamFrames = startTeamFrames(board, table, clock, measures)
  const watchPerimeter = perimeterWatcher(board, pipeline, failed)
  const scenes = sceneWatcher(board, pipeline, failed)
  const relay = startRelay(table, fanOut, clock)

  const stopListening = live.onEvents((events) => {
    for (const no of touchedCarriers(board, events)) {
      const carrier = board.byNo[no]
      if (carrier && !bookedOn(board[carrier.kind].get(carrier.id)?.shift ?? null)) hide(table, no)
    }
    frames.onEvents(events)
    scenes.onEvents(events)
  })

  const watch = () => {
    const nodes = { own: fanOut.node, alive: () => fanOut.nodes(), relayAge: () => relay.age() }
    watchContact(board, table, pipeline, nodes, clock.now(), failed)
  }
  const watching = startTicks(clock, watchEveryMs, watch)

  /** The fix under way and the one at its marker: written over by the next, so that none makes an object. */
  const fix = new FixSlot()
  const marker = new FixSlot()

  /** Takes `fix`, or says why not. */
  function take(no: number, { offset, interval }: Told, now: Millis): string | null {
    const carrier = board.byNo[no]
    const assistant = carrier?.kind === 'assistant' ? board.assistant.get(carrier.id) : undefined
    const known = assistant ?? board.unit.get(carrier?.id ?? '')
    if (!known || !bookedOn(known.shift)) return 'off-duty'
    // Some devices tell fractions of a millisecond, which the store of tracks does not hold.
    fix.at = Math.round(fix.at + offset)
    const suspect = table.suspects.size > 0 ? table.suspects.get(no) : undefined
    const verdict = judge(fix, shownFix(table, no, marker), suspect ?? null, now)
    if (verdict === 'accept' || verdict.track)
      tracks.append(known.id, fix.at, fix.lat, fix.lng, fix.accuracy, fix.speed)
    if (verdict !== 'accept') {
      if (verdict.suspect) table.suspects.set(no, verdict.suspect)
      return verdict.drop
    }
    show(table, no, fix, interval)
    table.receivedAt[no] = now
    relay.note(no)
    if (assistant) {
      watchPerimeter(assistant, fix, now)
      scenes.look(assistant, fix, now)
    }
    return null
  }

  return {
    report({ kind, id }, fixes, told) {
      const no = board[kind].get(id)?.no ?? -1
      const now = clock.now()
      frames.keepUp(now)
      const answer = { ok: true as const, accepted: 0, dropped: {} }
      for (const given of fixes) {
        copyFix(given, fix)
        count(answer, take(no, told, now))
      }
      return answer
    },
    reportMany(from, nos, told, covers) {
      const now = clock.now()
      frames.keepUp(now)
      const answer = { ok: true as const, accepted: 0, dropped: {} }
      for (let i = 0; i < nos.length; i++) {
        const no = nos[i] as number
        const its = covers(no)
        if (its) readFix(from, no, fix)
        count(answer, its ? take(no, told, now) : 'not-yours')
      }
      return answer
    },
    latest({ kind, id }) {
      const no = board[kind].get(id)?.no
      const fix = no === undefined ? null : shownFix(table, no)
      if (!fix) return null
      const { at, lat, lng, accuracy, speed } = fix
      return { at: { lat, lng }, fixAt: at, accuracy, speed }
    },
    connect: (sink) => (sink.viewer.kind === 'staff' ? frames : teamFrames).connect(sink),
    relayAge: () => (fanOut.nodes().length > 1 ? Math.min(relay.age(), clock.now() - startedAt) : null),
    stop() {
      watching.stop()
      stopListening()
      relay.stop()
      frames.stop()
      teamFrames.stop()
    },
  }
}

function count(answer: { accepted: number; dropped: Record<string, number> }, dropped: string | null): void {
  if (dropped === null) answer.accepted++
  else answer.dropped[dropped] = (answer.dropped[dropped] ?? 0) + 1
}
