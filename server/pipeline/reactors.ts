import type { Command } from '../../shared/board/commands.ts'
import { type Deadline, deadlinesOf } from '../../shared/board/deadlines.ts'
import { react } from '../../shared/board/reactions.ts'
import type { Key } from '../../shared/kernel/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Pipeline } from './handle-command.ts'
import type { LiveBoard } from './live-board.ts'

/**
 * Timers wait only for what is due within `near`; the rest is looked for again `nearAgain` later. The ends of 50,000 shifts
 * would be 50,000 timers, 30 MB, for hours.
 */
const near = 30 * 60_000
const nearAgain = near / 2

/** Refusals that say nothing about the command: it is given again, under the same id, after so many milliseconds. */
const passing: ReadonlySet<string> = new Set(['store.unavailable', 'command.busy'])
const againAfter = 1_000

/**
 * What the server does by itself: at once after an event (reactions) and at an instant that stands in the board
 * (deadlines). Every node submits the same commands under the same ids; the log lets one of them through.
 */
export function startReactors(
  live: LiveBoard,
  pipeline: Pipeline,
  clock: Clock,
  failed: (error: unknown) => void,
): { stop(): void } {
  /** By entity: the timers of its deadlines, which a new look replaces. */
  const timers = new Map<Key, (() => void)[]>()
  let stopped = false

  const give = (reason: string, command: Command) => {
    if (stopped) return
    pipeline.giveOwn(reason, command.type, command.body as never).then((answer) => {
      if (!answer.ok && passing.has(answer.code)) clock.after(againAfter, () => give(reason, command))
    }, failed)
  }

  const schedule = ({ reason, at, command }: Deadline, cancels: (() => void)[]) => {
    const cancel = clock.after(Math.max(0, at - clock.now()), () => {
      // A timer may strike a moment early, and the command would then find nothing due.
      if (clock.now() < at) schedule({ reason, at, command }, cancels)
      else give(reason, command)
    })
    cancels.push(cancel)
  }

  const look = (changed: Iterable<Key> | 'all') => {
    for (const [of, deadlines] of deadlinesOf(live.board, changed)) {
      for (const cancel of timers.get(of) ?? []) cancel()
      const cancels: (() => void)[] = []
      for (const deadline of deadlines) if (deadline.at - clock.now() < near) schedule(deadline, cancels)
      if (cancels.length > 0) timers.set(of, cancels)
      else timers.delete(of)
    }
  }

  let cancelLook = () => {}
  const lookAtAll = () => {
    look('all')
    cancelLook = clock.after(nearAgain, lookAtAll)
  }
  lookAtAll()
  const stopListening = live.onEvents((events) => {
    for (const event of events)
      for (const { reason, type, body } of react(live.board, event)) give(reason, { type, body } as Command)
    look(new Set(events.flatMap((event) => event.keys)))
  })

  return {
    stop() {
      stopped = true
      stopListening()
      cancelLook()
      for (const cancels of timers.values()) for (const cancel of cancels) cancel()
    },
  }
}
