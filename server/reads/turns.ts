import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'

/** One account's questions that may stand in the line; a desk asks again on every change, and the last answer counts. */
const mostInLine = 6
/** Milliseconds left to everybody else after a long answer. */
const longestPause = 250

export type Turn = <Answer>(who: string, work: () => Answer) => Promise<Answer | Refusal>

/**
 * For answers that take long to compute: one after the other, with a pause as long as the answer took, in which calls for
 * help, commands and frames are served. Who asks faster than it is answered is told so.
 */
export function inTurns(): Turn {
  const line = new Map<string, number>()
  let before: Promise<void> = Promise.resolve()
  return async (who, work) => {
    const standing = line.get(who) ?? 0
    if (standing >= mostInLine) return refuse('rate.limited', { params: { seconds: 1 } })
    line.set(who, standing + 1)
    const mine = before
    const { promise, resolve } = Promise.withResolvers<void>()
    before = promise
    await mine
    const began = performance.now()
    try {
      return work()
    } finally {
      setTimeout(resolve, Math.min(longestPause, performance.now() - began))
      const left = (line.get(who) ?? 1) - 1
      if (left > 0) line.set(who, left)
      else line.delete(who)
    }
  }
}
