import { type Board, emptyBoard } from '../../shared/board/board.ts'
import { fold } from '../../shared/board/fold.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { EventLog } from '../ports/event-log.ts'

/** The whole log folded in memory, always up to date; listeners run after each batch, in order of registration. */
export interface LiveBoard {
  board: Board
  onEvents(listener: (events: LoggedEvent[]) => void): () => void
  /** The newest events, at most `recentEvents`, oldest first. */
  recent: LoggedEvent[]
  /** Resolves when `seq` is folded in and its listeners have run. */
  folded(seq: number): Promise<void>
  stop(): void
}

const recentEvents = 20_000
const page = 5_000

/** `everyEvent` gets the whole log, from the first event on; listeners only what comes later. */
export async function liveBoard(
  log: EventLog,
  everyEvent: (events: LoggedEvent[]) => void = () => {},
): Promise<LiveBoard> {
  const board = emptyBoard()
  const recent: LoggedEvent[] = []
  const listeners = new Set<(events: LoggedEvent[]) => void>()
  let waiting: { seq: number; done: () => void }[] = []

  const take = (events: LoggedEvent[]) => {
    for (const event of events) fold(board, event)
    everyEvent(events)
    recent.push(...events)
    if (recent.length > recentEvents) recent.splice(0, recent.length - recentEvents)
  }

  for (;;) {
    const events = await log.read(board.seq, page)
    if (events.length === 0) break
    take(events)
  }

  const stop = log.follow(board.seq, (events) => {
    take(events)
    for (const listener of listeners) listener(events)
    const ready = waiting.filter(({ seq }) => seq <= board.seq)
    if (ready.length === 0) return
    waiting = waiting.filter(({ seq }) => seq > board.seq)
    for (const { done } of ready) done()
  })

  return {
    board,
    recent,
    stop,
    onEvents(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    folded: (seq) =>
      seq <= board.seq ? Promise.resolve() : new Promise((done) => waiting.push({ seq, done })),
  }
}
