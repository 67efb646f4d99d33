import { maySeePosition } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { makeByteWriter } from '../../shared/wire/column.ts'
import { encodeFrame } from '../../shared/wire/encode-frame.ts'
import { stepAt } from '../../shared/wire/frame.ts'
import type { View } from '../../shared/wire/view.ts'
import type { Clock } from '../ports/clock.ts'
import type { FrameMeasures } from './frames.ts'
import type { HotTable } from './hot-table.ts'
import type { FrameSink } from './positions.ts'
import { startTicks } from './ticks.ts'

/** A phone's turn comes once a second; each tick is the turn of a part of them. */
const tickMs = 250
const parts = 4
/** Milliseconds after which a frame is sent even though nobody has moved. */
const heartbeat = 10_000

interface Phone {
  /** The view as it was last said; whoever says it again is sent a frame. */
  view: View
  /** What the last frame told of the others: `no`, time of the fix, and so on. */
  told: number[]
  sentAt: number
  part: number
}

/**
 * Frames for phones. Each follows its own team and nobody else, so every frame is the whole of it, and what a phone costs
 * does not grow with the city.
 */
export function startTeamFrames(board: Board, hot: HotTable, clock: Clock, measures: FrameMeasures) {
  const table = hot.live
  const phones = new Map<FrameSink, Phone>()
  const writer = makeByteWriter()
  let tick = 0

  const run = () => {
    tick++
    for (const [sink, phone] of phones)
      if (phone.part === tick % parts && sink.view !== null) look(sink, phone)
  }

  function look(sink: FrameSink, phone: Phone): void {
    const now = clock.now()
    const nos = teamOf(board, sink.viewer).filter((no) => (table.at[no] ?? 0) > 0)
    // A phone knows its own fixes; most people are alone, and a frame for each of those is what a server would do most.
    const own = ownNo(board, sink.viewer)
    const told = nos.flatMap((no) => (no === own ? [] : [no, table.at[no] as number]))
    const same = told.length === phone.told.length && told.every((value, i) => value === phone.told[i])
    if (same && sink.view === phone.view && now - phone.sentAt < heartbeat) return
    if (!sink.writable()) {
      measures.dropped()
      return
    }
    const header = { tick, at: now, keyframe: true, step: stepAt(sink.view?.zoom ?? 0), detail: true }
    const bytes = encodeFrame(table, nos, [], header, writer)
    sink.send(bytes)
    measures.sent(bytes.length, 1)
    Object.assign(phone, { view: sink.view, told, sentAt: now })
  }

  const { stop } = startTicks(clock, tickMs, run)
  return {
    connect(sink: FrameSink): () => void {
      const part = phones.size % parts
      phones.set(sink, { view: null, told: [], sentAt: 0, part })
      return () => void phones.delete(sink)
    },
    stop,
  }
}

const ownNo = (board: Board, viewer: Viewer): number | undefined =>
  viewer.kind === 'staff' ? undefined : board[viewer.kind].get(viewer.id)?.no

/** By `no`, ascending: whom of his own task, and himself, a phone's holder may see at work. */
function teamOf(board: Board, viewer: Viewer): number[] {
  if (viewer.kind === 'staff') return []
  const task = board.task.get(board[viewer.kind].get(viewer.id)?.task ?? '')
  const team = [
    { kind: viewer.kind, id: viewer.id },
    ...(task ? [{ kind: 'unit' as const, id: task.unit }] : []),
    ...(task?.members.map(({ assistant }) => ({ kind: 'assistant' as const, id: assistant })) ?? []),
  ]
  const nos = new Set<number>()
  for (const { kind, id } of team) {
    const carrier = board[kind].get(id)
    if (carrier && bookedOn(carrier.shift) && maySeePosition(board, viewer, kind, id)) nos.add(carrier.no)
  }
  return [...nos].sort((a, b) => a - b)
}
