import type { Millis } from '../kernel/ids.ts'

/** An availability window; on duty = opened, not closed, now < to. */
export interface Shift {
  from: Millis
  to: Millis
  openedAt: Millis | null
  closedAt: Millis | null
}

/** Hours. Booking on without a window makes one of `usual`; nobody is extended past `cap` (fatigue, rule D5). */
export const shiftHours = { usual: 4, cap: 12 }

export const HOUR = 3_600_000

export function onDuty(shift: Shift | null, now: Millis): shift is Shift {
  return shift !== null && shift.openedAt !== null && shift.closedAt === null && now < shift.to
}

/** Booked on and not yet off, whether or not the window has run out. */
export function bookedOn(shift: Shift | null): shift is Shift {
  return shift !== null && shift.openedAt !== null && shift.closedAt === null
}
