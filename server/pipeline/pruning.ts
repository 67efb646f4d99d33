import { prune } from '../../shared/board/prune.ts'
import type { Key } from '../../shared/kernel/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { LiveBoard } from './live-board.ts'

const every = 10 * 60_000

/** Takes what ended more than a day ago off the board, and tells those who saw it. */
export function startPruning(live: LiveBoard, forget: (gone: Key[]) => void, clock: Clock): { stop(): void } {
  let cancel = () => {}
  const run = () => {
    const gone = prune(live.board, clock.now())
    if (gone.length > 0) forget(gone)
    cancel = clock.after(every, run)
  }
  run()
  return { stop: () => cancel() }
}
