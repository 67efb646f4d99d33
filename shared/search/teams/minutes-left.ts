import type { Millis } from '../../kernel/ids.ts'
import type { Task } from '../../tasks/types.ts'

/**
 * Of the minutes that a team is given, those it has left: they run from when its unit came. What it did until now is on its
 * tracks, and must not be counted once more as work to come.
 */
export const minutesLeft = ({ unitLink: { step, since } }: Task, minutes: number, now: Millis): number =>
  step === 'on-scene' ? Math.max(0, minutes - (now - since) / 60_000) : minutes
