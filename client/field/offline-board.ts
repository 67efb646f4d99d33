import { entityKinds } from '../../shared/kernel/ids.ts'
import type { EntitySnapshot } from '../../shared/wire/events.ts'
import type { Store } from '../store/open-store.ts'
import { now, setClockAhead } from '../ui/clock.ts'
import type { PhoneStorage } from './storage.ts'

/** Milliseconds in which changes gather before they are written. */
const gather = 1_000

/**
 * Shows what was kept until the server greets, and from now on keeps what it says. The greeting replaces all of it: the
 * kept board carries no epoch, so the server never takes it for a state of its own.
 */
export async function keepBoard(store: Store, storage: PhoneStorage): Promise<() => void> {
  const kept = await storage.kept('board').catch(() => null)
  if (kept && !store.session()) {
    const { session, seq, entities, clockAhead } = kept
    setClockAhead(clockAhead)
    const events = { after: 0, upTo: seq, events: [], appear: entities, vanish: [] }
    store.restore({ ...session, ok: true, epoch: '', fresh: true, events })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  function write(): void {
    timer = undefined
    const session = store.session()
    if (!session || session.epoch === '') return
    const { board } = store.board
    const entities = entityKinds.flatMap((kind) =>
      [...board[kind].values()].map((entity) => ({ kind, entity }) as EntitySnapshot),
    )
    const clockAhead = Math.round(now() - Date.now())
    void storage.keep('board', { session, seq: board.seq, entities, clockAhead }).catch(() => {})
  }
  const off = store.board.onBatch(() => {
    timer ??= setTimeout(write, gather)
  })
  return () => {
    clearTimeout(timer)
    off()
  }
}
