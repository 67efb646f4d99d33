import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'

/** One account's questions that may stand in the line; a desk asks again on every change, and the last answer counts. */
const mostInLine = 6

export type Turn = <Answer>(who: string, work: () => Answer | Promise<Answer>) => Promise<Answer | Refusal>

/**
 * For answers that take long to compute, which give way themselves: one after the other, with calls for help, commands and
 * frames between two. Who asks faster than it is answered is told so.
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
    try {
      return await work()
    } finally {
      setImmediate(resolve)
      const left = (line.get(who) ?? 1) - 1
      if (left > 0) line.set(who, left)
      else line.delete(who)
    }
  }
}
