import type { Id, Millis } from '../../kernel/ids.ts'
import { bookedOn, type Shift } from '../../shifts/types.ts'
import type { WatchRule } from './rule.ts'

/** Minutes; parameters of D5, counsel must confirm. */
export const overrunMinutes = {
  /** Before the end the desk and the person are told: a note, not an alarm, for nothing is wrong yet. */
  warn: 15,
  /** After the end tracking ends, whatever the task is. */
  release: 30,
}

/** D5: the shift is over and a task still holds the person. Without a task there is nobody to stand down. */
export const shiftOverrun: WatchRule<{ shift: Shift | null; task: Id | null; now: Millis }> = {
  kind: 'shift-overrun',
  delaySeconds: 0,
  judge({ shift, task, now }) {
    if (!bookedOn(shift) || now < shift.to || task === null) return 'clear'
    return { raise: { to: shift.to } }
  },
}

/** Whether the shift ends within the quarter hour. */
export function endsSoon(shift: Shift | null, now: Millis): boolean {
  return bookedOn(shift) && now < shift.to && shift.to - now <= overrunMinutes.warn * 60_000
}
